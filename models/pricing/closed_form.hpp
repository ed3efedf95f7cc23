#pragma once
/// Prices of strategies whose optimum is known in closed form.

#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/strategy.hpp"

namespace ccm {

/// The type as its seller sees it over time: theta is that of its memory, 0 if only the last price is remembered.
/// Throws ModelError unless the memory is exponential or that of the last price: for peak-end memory there is dynamic_program.
[[nodiscard]] ReferenceSeller seller_of(const TypeDemand& demand, const PricingContext& context);

/// The price of the loss-averse policy at the remembered price, or its price_without_reference before there is one; best_price, to the
/// last bit, if the type's memory has no effect. Where that sells hardly any units it is price_that_sells: customers remember only
/// what was paid, so that the price, and its bad sales, would stay for ever.
/// Throws ModelError as seller_of and loss_averse_policy do.
/// Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] Money closed_form_price(const TypeDemand& demand, const PricingContext& context);

}  // namespace ccm
