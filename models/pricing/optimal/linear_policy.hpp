#pragma once
/// The best prices of a seller whose customers weigh gains and losses alike.

#include "models/pricing/optimal/seller.hpp"

namespace ccm {

/// A value that is quadratic in the reference price:     V(r) = level + slope (r - centre) + curvature (r - centre)^2
struct QuadraticValue {
  double centre = 0;
  double level = 0;
  double slope = 0;
  double curvature = 0;

  [[nodiscard]] double at(Money reference) const;
  [[nodiscard]] double slope_at(Money reference) const;
};

/// The optimal policy     p(r) = k0 + k1 r = p** + k1 (r - p**),     r' - p** = mu (r - p**).
/// steady  p**, to which prices and references converge without overshooting [currency/unit]
/// k0, k1  [currency/unit], [1], 0 <= k1 < 1;  k1 = 0 without a reference effect
/// mu      the share of a distance to p** that is left one period later [1], theta <= mu < 1
/// value   V(r), the discounted profit of all periods from now on, while no price meets the choke price [currency]
struct LinearPolicy {
  ReferenceSeller seller{};
  Money steady{0};
  double k0 = 0;
  double k1 = 0;
  double mu = 0;
  QuadraticValue value{};

  /// The price to post, kept between cost and choke price.
  [[nodiscard]] Money price_at(Money reference) const;
  /// The price to post if demand could be negative: p** + k1 (r - p**).
  [[nodiscard]] Money unbounded_price_at(Money reference) const;
  [[nodiscard]] double value_at(Money reference) const { return value.at(reference); }
  /// Whether no price on the whole path from this reference meets cost or choke price, so that the policy is optimal from there and
  /// value_at is its value. References between it and p** are then valid too.
  [[nodiscard]] bool holds_at(Money reference) const;
};

/// With B = b + g,  w = 1 - theta,  kappa = (1 - delta)/(1 - delta theta):
///     p** = (a + c (b + g kappa)) / (2 b + g kappa)
///     k1 = g n / (B n + sqrt(B^2 n^2 - delta w (2 B theta + g w) g n)),   n = 1 - delta theta^2,     mu = theta + w k1
///     V(r) = m d0 / (1 - delta) + e (m (g - B k1) + k1 d0) / (1 - delta mu) + e^2 k1 (g - B k1) / (1 - delta mu^2)
///     with  e = r - p**,  m = p** - c,  d0 = a - b p**.
/// Without a reference effect the price is differential.hpp's best_price, to the last bit.
/// Throws ModelError unless the seller is valid, delta < 1, and gains weigh as losses.
/// Source: [PopescuWu2007], its loss-neutral case with linear demand.
/// Tested by: tests/models/linear_policy_test.cpp, tests/models/value_iteration_test.cpp.
[[nodiscard]] LinearPolicy linear_policy(const ReferenceSeller& seller);

/// The same policy from the Bellman equation  V(r) = max_p (p - c)(a - B p + g r) + delta V(theta r + w p),  V = v0 + v1 r + v2 r^2,
/// whose coefficients match when  4 delta w^2 v2^2 - 4 M v2 + g^2 = 0,  M = B (1 - delta theta^2) - g delta theta w.  A second way to the
/// same numbers.
/// Tested by: tests/models/linear_policy_test.cpp.
[[nodiscard]] LinearPolicy riccati_policy(const ReferenceSeller& seller);

}  // namespace ccm
