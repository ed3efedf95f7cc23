#pragma once
/// The orders of preference of the matching policies; each returns the positions of all offers, best first.

#include "models/market/matching/policy.hpp"

namespace ccm {

/// Least distance; ties: earlier arrival, lower price, lower id: "the nearest production unit in the network with free production
/// capacity to meet the agreed delivery date".
/// Source: [Rauch2016], section 3.3.     Tested by: tests/models/matching_test.cpp.
[[nodiscard]] std::vector<std::size_t> nearest_capable_first(const MatchingContext& context);

/// Lowest price; ties: less distance, lower id.
[[nodiscard]] std::vector<std::size_t> cheapest_first(const MatchingContext& context);

/// Earliest arrival; ties: lower price, less distance, lower id.
[[nodiscard]] std::vector<std::size_t> earliest_first(const MatchingContext& context);

/// Least CO2 of making and delivering; ties: less distance, lower price, lower id.
[[nodiscard]] std::vector<std::size_t> least_co2_first(const MatchingContext& context);

/// Highest score by simple additive weighting (see qos_scores); ties: lower price, less distance, lower id.
[[nodiscard]] std::vector<std::size_t> best_qos_first(const MatchingContext& context);

/// Least work before the order; ties: who was asked first, and that is drawn at random. With d asked it is the power of d choices.
/// Source: [Mitzenmacher2001].     Tested by: tests/models/matching_test.cpp.
[[nodiscard]] std::vector<std::size_t> least_loaded_first(const MatchingContext& context);

/// Who was asked first, and that is drawn at random.
[[nodiscard]] std::vector<std::size_t> any_first(const MatchingContext& context);

}  // namespace ccm
