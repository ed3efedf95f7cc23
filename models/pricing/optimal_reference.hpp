#pragma once
/// The best prices over time where gains and losses weigh the same.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Each type pays  p(r) = p** + k (r - p**)  (see linear_policy), which leads its reference price to p** without overshooting, kept between
/// unit cost and choke price.
/// Throws ModelError if a type weighs gains and losses differently, or as closed_form_price does.
/// Source: [PopescuWu2007].     Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] std::vector<Money> optimal_reference_prices(const PricingContext& context);

}  // namespace ccm
