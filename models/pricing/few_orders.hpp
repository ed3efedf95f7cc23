#pragma once
/// Prices at which so little is sold that it is chance whether anybody remembers them.

#include "models/pricing/optimal/ordered_demand.hpp"
#include "models/pricing/strategy.hpp"

namespace ccm {

/// Whether the type buys less than a tenth of what it buys at its myopic price, while there is something to be earned from it.
/// Tested by: tests/models/price_that_sells_test.cpp.
[[nodiscard]] bool sells_hardly_any(const TypeDemand& demand, Money price, Money unit_cost);

/// What the type orders of a seller who gets that share of its demand, at prices that it takes for losses if it remembers any.
[[nodiscard]] OrderedDemand ordered_demand(const TypeDemand& demand, double share);

}  // namespace ccm
