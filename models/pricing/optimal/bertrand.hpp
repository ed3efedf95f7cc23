#pragma once
/// Sellers who compete in prices.

#include "models/units.hpp"

namespace ccm {

/// One of n equal sellers, whose demand is  D_i = alpha - beta p_i + epsilon (mean price of the others)     [units/period].
/// beta > 0, 0 <= epsilon < 2 beta [units/(currency period)]
struct BertrandSeller {
  double alpha = 0;
  double beta = 0;
  double epsilon = 0;
  Money cost{0};
};

/// The best answer to the others' mean price:     (alpha + beta c + epsilon p) / (2 beta)     [currency/unit]
/// If all answer at once again and again, the distance to nash_price shrinks by epsilon / (2 beta) each time.
/// Throws ModelError unless beta > 0 and 0 <= epsilon < 2 beta.
/// Tested by: tests/models/market_price_test.cpp.
[[nodiscard]] Money best_response(const BertrandSeller& seller, Money mean_of_others);

/// The price from which nobody gains by moving alone:     (alpha + beta c) / (2 beta - epsilon)     [currency/unit]
[[nodiscard]] Money nash_price(const BertrandSeller& seller);

}  // namespace ccm
