#pragma once
/// The best prices when time flows and prices may change at every moment.

#include "models/pricing/optimal/linear_policy.hpp"

namespace ccm {

/// A seller who earns  (p - c) d(p, r)  per unit of time, and  r' = adaptation (p - r).
/// discount_rate  rho [1/time], > 0;  adaptation  beta_m [1/time], > 0;  demand  gains weigh as losses [units/time]
struct ContinuousSeller {
  ReferenceDemand demand{};
  Money cost{0};
  double discount_rate = 0;
  double adaptation = 0;
};

/// The optimal policy     p(r) = p** + k (r - p**),     r(t) = p** + (r(0) - p**) e^{lambda t}.
struct ContinuousPolicy {
  Money steady{0};    // p** [currency/unit]
  double k = 0;       // 1 + lambda / beta_m [1]
  double lambda = 0;  // [1/time], < 0
  QuadraticValue value{};

  [[nodiscard]] Money price_at(Money reference) const;
  [[nodiscard]] Money reference_after(Money reference, double time) const;
  [[nodiscard]] double value_at(Money reference) const { return value.at(reference); }
};

/// With B = b + g,  e = r - p**,  m = p** - c,  d0 = a - b p**:
///     p** of seller.hpp with kappa = rho / (rho + beta_m)
///     lambda = (rho - sqrt(rho^2 + (2 beta_m / B)(2 b (rho + beta_m) + g rho))) / 2
///     V(r) = m d0 / rho + e (m (g - B k) + k d0) / (rho - lambda) + e^2 k (g - B k) / (rho - 2 lambda)
/// With loss aversion take gL for a reference below both steady prices, gG for one above; between the two the price stays.
/// Throws ModelError unless rates are positive and gains weigh as losses.
/// Source: [FibichGaviousLowengart2003].     Tested by: tests/models/continuous_policy_test.cpp.
[[nodiscard]] ContinuousPolicy continuous_policy(const ContinuousSeller& seller);

}  // namespace ccm
