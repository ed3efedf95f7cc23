#pragma once
/// The best prices over time where all types compare with one reference price.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Prices by type of common_reference_policy: all types compare with one reference price r, which follows the mean price of what is sold,
///     r' = theta r + (1 - theta) sum_k w_k P_k,     w_k = share of type k in the expected sales at best prices.
/// r is the mean, weighted with w, of what the types remember. A type without an effect then still pays more than its best price, because
/// its price raises the others' reference. Every type pays its best_price, to the last bit, if no type's memory has an effect, if none
/// remembers a price yet, or if nothing could be sold; its myopic_price if there is no best policy (see has_optimum), or nobody would
/// buy at its prices, and so nobody's memory move.
/// Throws ModelError unless gains weigh as losses and the types that compare have the same memory, exponential or of the last price.
/// Source: [PopescuWu2007] extended to several types.     Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] std::vector<Money> common_reference_prices(const PricingContext& context);

}  // namespace ccm
