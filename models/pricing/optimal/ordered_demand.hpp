#pragma once
/// Demand that comes in orders: whether anybody buys at all is chance.

#include <algorithm>
#include <cmath>

#include "models/units.hpp"

namespace ccm {

/// A demand of  d(p) = max(0, alpha - beta p)  units in a period, in a Poisson number of orders.
/// orders_per_unit  expected orders per unit of d [1/unit], > 0
/// Source: models/README.md, individual willingness to pay.     Tested by: tests/models/price_that_sells_test.cpp.
struct OrderedDemand {
  double alpha = 0;
  double beta = 0;
  double orders_per_unit = 1;

  [[nodiscard]] double units_at(Money price) const { return std::max(0.0, alpha - beta * price.value()); }
  /// q = exp(-orders_per_unit d(p)), the probability that nobody buys.
  [[nodiscard]] double chance_of_nothing(Money price) const { return std::exp(-orders_per_unit * units_at(price)); }
};

/// What a price brings if customers remember only what somebody has paid, and all is as before after a period without a sale:
///     W = profit + delta ((1 - q) V + q W),     so     W = (profit + delta (1 - q) V) / (1 - delta q)
/// nothing  q, the probability that nobody buys
/// later    V, what comes after a sale
[[nodiscard]] inline double worth_of_trying(double profit, double discount, double nothing, double later) {
  return (profit + discount * (1 - nothing) * later) / (1 - discount * nothing);
}

}  // namespace ccm
