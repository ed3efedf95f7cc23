#pragma once
/// Is an answer truly a plan, and are its numbers its own?

#include <string>
#include <vector>

#include "models/allocation/problem.hpp"

namespace ccm::test {

/// What is wrong with the answer, one sentence each: groups, capacities, who may operate what, routes, moves, times, costs, the proof.
/// Says nothing about whether a cheaper plan exists. Sums may be off by rounding, 1e-9 of what is summed.
[[nodiscard]] std::vector<std::string> verify_plan(const AllocationProblem& problem, const Allocation& answer);

}  // namespace ccm::test
