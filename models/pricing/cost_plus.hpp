#pragma once
/// Cost-plus pricing.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Every type pays  P = (1 + markup) C.     Tested by: tests/models/pricing_test.cpp.
[[nodiscard]] std::vector<Money> cost_plus_prices(const PricingContext& context);

}  // namespace ccm
