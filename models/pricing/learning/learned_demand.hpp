#pragma once
/// From an estimate to a demand that every pricing strategy can use.

#include "models/pricing/learning/demand_estimate.hpp"

namespace ccm {

/// What of a demand is believed because sales have told it; the rest is what was believed before.
enum class Believed { first_guess, price_slope, reference_effect };

inline constexpr std::array<std::string_view, 3> believed_names{"first_guess", "price_slope", "reference_effect"};

constexpr std::string_view name_of(Believed believed) { return believed_names[static_cast<std::size_t>(believed)]; }

/// A demand, and what was done to get it, in a sentence.
struct LearnedDemand {
  TypeDemand demand{};
  Believed believed = Believed::first_guess;
  std::string said;
};

/// The demand of all customers of the type, of which the seller gets `share` (0 < share <= 1; else ModelError): a and b of the estimate, g
/// for gains and losses, divided by the share. What is not identified is the prior's, and what cannot be is too: all of the prior if a or b
/// is not positive, its reference effects if g is negative. Memory, order size and what is remembered now are the prior's.
/// Tested by: tests/models/learning_test.cpp.
[[nodiscard]] LearnedDemand learned_demand(const DemandEstimate& estimate, const TypeDemand& prior, double share);

}  // namespace ccm
