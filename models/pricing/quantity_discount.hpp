#pragma once
/// One menu of prices by order size for all customer types.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// All types pay the same unit price for the same order size, the price of the best menu: unit prices that do not rise, and order totals
/// that do not fall, with the size, so that nobody gains by splitting or combining orders. The expected profit
///     sum_k (u_{j(k)} - C) max(0, alpha_k - beta_k u_{j(k)})
/// is the highest of all such menus: for each choice of who is served, in each size the types with the highest choke prices alpha/beta, the
/// program without max(0, .) is best_menu; its value is never above what its menu brings, and equals it for those whom the best menu
/// serves, so that the best of all choices is the best menu. A size that nobody buys gets the highest price that fits between its
/// neighbours. If all orders have one size, or nothing can be sold above cost, it is `uniform`. Reference prices are not looked at.
/// Time grows with the product over the sizes of (types + 1).
/// Source: [MaskinRiley1984] for pricing by quantity.     Tested by: tests/models/pricing_menu_test.cpp.
[[nodiscard]] std::vector<Money> quantity_discount_prices(const PricingContext& context);

}  // namespace ccm
