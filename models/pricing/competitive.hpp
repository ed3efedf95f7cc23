#pragma once
/// Prices that answer those of other sellers.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Each type pays what the answer of the options makes of the published prices of rivals:
///     follow         their mean
///     undercut       their lowest, less the share `undercut` of it
///     best_response  the price that is best if customers compare with the rivals' mean r:  (alpha + beta C + gamma r) / (2 beta) in the
///                    absolute form (myopic_price, with the rivals' mean in place of the remembered price)
/// `follow` and `undercut` never go below the unit cost. Where nobody has published a price for the type, or with best_response the type
/// does not compare prices, it pays its best_price.
/// Sellers who all answer with best_response come to the prices of Bertrand and Nash.
/// Throws ModelError unless 0 <= undercut < 1.
/// Source: [Vives1999].     Tested by: tests/models/pricing_rivals_test.cpp.
[[nodiscard]] std::vector<Money> competitive_prices(const PricingContext& context);

}  // namespace ccm
