#pragma once
/// The best price for this period alone, given what customers remember.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// The price that maximises  (p - C) d(p, r)  over C <= p <= choke price. On either side of r the demand is linear, so the maximum is the
/// best price of the gain side or of the loss side,
///     p_g = (a + g r) / (2 (b + g)) + C / 2,     g = gain or loss,
/// if it lies on its side, p_gain < r or p_loss > r; the better of the two if both do (customers seek gains), and r if neither does
/// (losses hurt more).
/// Without an effect, or before a price is remembered, it is best_price.
/// Source: [QamarAziz2023] Eq. 13 for one period; [PopescuWu2007] for the two slopes.
/// Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] Money myopic_price(const TypeDemand& demand, Money unit_cost);

/// Each type pays its myopic price.
[[nodiscard]] std::vector<Money> myopic_reference_prices(const PricingContext& context);

}  // namespace ccm
