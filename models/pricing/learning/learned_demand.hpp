#pragma once
/// From an estimate to a demand that every pricing strategy can use.

#include "models/pricing/learning/demand_estimate.hpp"

namespace ccm {

/// A demand, and what was done to get it, in a sentence.
struct LearnedDemand {
  TypeDemand demand{};
  std::string said;
};

/// The demand of all customers of the type, of which the seller gets `share` (0 < share <= 1; else ModelError): a and b of the estimate, g
/// for gains and losses, divided by the share. What is not identified is the prior's, and what cannot be is too: all of the prior if a or b
/// is not positive, its reference effects if g is negative. Memory, order size and what is remembered now are the prior's.
/// Tested by: tests/models/learning_test.cpp.
[[nodiscard]] LearnedDemand learned_demand(const DemandEstimate& estimate, const TypeDemand& prior, double share);

}  // namespace ccm
