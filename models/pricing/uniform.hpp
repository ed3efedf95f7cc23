#pragma once
/// The best single price.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// The one price P that maximises  sum_k (P - C) max(0, alpha_k - beta_k P):
/// for the m types with the highest choke prices alpha/beta, each m in turn, the candidate is
///     P_m = (sum alpha) / (2 sum beta) + C / 2
/// and the best of the candidates is taken, so a type that is better left unserved is left unserved.
/// Source: [Varian1989]; models with all types served: models/README.md.     Tested by: tests/models/pricing_test.cpp.
[[nodiscard]] std::vector<Money> uniform_prices(const PricingContext& context);

}  // namespace ccm
