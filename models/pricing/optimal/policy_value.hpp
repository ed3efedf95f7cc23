#pragma once
/// What a policy of a Markov decision process is worth.

#include <vector>

#include "models/pricing/optimal/price_states.hpp"

namespace ccm {

/// A policy in every state: what it earns there at once, and where it leads.
struct PolicyStep {
  double reward = 0;
  GridPlace next{};
};

/// Solves  V_s = reward_s + delta ((1 - share) V_next + share V_next+1)  for a discount delta < 1, starting from `values`.
/// If every step leads to one state (all shares are 0), exactly: along each path to the cycle in which it ends. Otherwise by
/// Gauss-Seidel sweeps, up and down in turn, until by the contraction bound no value is off by more than `accuracy` of the largest.
/// Tested by: tests/models/dynamic_program_test.cpp.
void evaluate_policy(const std::vector<PolicyStep>& steps, double discount, double accuracy, std::vector<double>& values);

}  // namespace ccm
