#pragma once
/// Third-degree price discrimination.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// The price that maximises (P - C)(alpha - beta P) for one type:     P* = alpha / (2 beta) + C / 2     [currency/unit]
/// Source: [QamarAziz2023] Eq. 7.
[[nodiscard]] Money best_price(const TypeDemand& demand, Money unit_cost);

/// Each type pays its own best price; reference prices are not looked at.
/// Source: [QamarAziz2023] Eqs. 6-7.     Tested by: tests/models/pricing_test.cpp (the first column of the paper's Table 3).
[[nodiscard]] std::vector<Money> differential_prices(const PricingContext& context);

}  // namespace ccm
