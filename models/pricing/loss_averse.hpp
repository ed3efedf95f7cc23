#pragma once
/// The best prices over time where losses weigh at least as much as gains.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Each type pays the price of loss_averse_policy: what it remembers while that lies in a band [R_L, R_G], and otherwise a price that leads
/// to the nearer end of the band, kept between unit cost and choke price. With equal weights it is optimal_reference.
/// Throws ModelError if a type weighs gains more than losses, or as closed_form_price does.
/// Source: [PopescuWu2007], [FibichGaviousLowengart2003].     Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] std::vector<Money> loss_averse_prices(const PricingContext& context);

}  // namespace ccm
