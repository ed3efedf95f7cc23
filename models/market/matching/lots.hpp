#pragma once
/// Orders that several sellers make together: who makes how much, and who gets how much.

#include <cstdint>
#include <span>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// Units for each seller, in the order of preference: each makes as many as it offers until all are made. Empty if they do not suffice.
///     u_i = min(offered_i, units - u_1 - ... - u_{i-1})
/// Throws ModelError if nothing is wanted, or an offer is negative.     Tested by: tests/models/matching_lots_test.cpp.
[[nodiscard]] std::vector<std::int64_t> split_units(std::int64_t units, std::span<const std::int64_t> offered);

/// What a seller has been promised for its lot: its price of a unit, times units.
struct LotPrice {
  Money price{0};
  double units = 1;
};

/// Each seller's share of the payment:     s_i = p_i u_i / sum_j p_j u_j,  and u_i / sum_j u_j if nothing is to be paid.
/// Tested by: tests/models/matching_lots_test.cpp.
[[nodiscard]] std::vector<double> payment_shares(std::span<const LotPrice> lots);

}  // namespace ccm
