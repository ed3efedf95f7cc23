#pragma once
/// Prices that rise as the capacity of the period is sold.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// C + lambda [currency/unit]: what a unit costs when selling it takes it from somebody else. lambda >= 0 is the smallest shadow price of
/// capacity at which the demand that is still to come fits the units that are left:
///     share time sum_k d_k(P_k(C + lambda)) <= units,     P_k(C) = myopic price of type k at unit cost C
/// (best_price without a reference effect). The left side falls with lambda along straight lines, and may jump down where gains count more
/// than losses. It is at most the highest choke price.
/// Throws ModelError unless units >= 0, 0 < time <= 1 and 0 <= share.
/// Source: [GallegoVanRyzin1994], the run-out price of the fluid model.     Tested by: tests/models/pricing_menu_test.cpp.
[[nodiscard]] Money run_out_cost(const PricingContext& context);

/// Each type pays its myopic price at the run-out cost; with capacity to spare that is its myopic price.
[[nodiscard]] std::vector<Money> capacity_yield_prices(const PricingContext& context);

}  // namespace ccm
