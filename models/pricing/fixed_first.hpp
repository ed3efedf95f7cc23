#pragma once
/// The paper's fixed price.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Every type pays the first type's best price (Eq. 7 with its alpha and beta). It is what the third column of the paper's Table 3
/// computes, and is not the best single price: that is `uniform`.
/// Source: [QamarAziz2023] Table 3.     Tested by: tests/models/pricing_test.cpp.
[[nodiscard]] std::vector<Money> fixed_first_prices(const PricingContext& context);

}  // namespace ccm
