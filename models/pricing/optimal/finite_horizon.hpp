#pragma once
/// The best prices of a seller whose time ends.

#include <cstdint>
#include <vector>

#include "models/pricing/optimal/seller.hpp"

namespace ccm {

/// What to do in one period:     p = k0 + k1 r,     and what is earned from it to the end:     V(r) = v0 + v1 r + v2 r^2
struct PeriodPolicy {
  double k0 = 0, k1 = 0;
  double v0 = 0, v1 = 0, v2 = 0;
};

/// The optimal policy of each period, from the first to the last.
struct FiniteHorizonPolicy {
  ReferenceSeller seller{};
  std::vector<PeriodPolicy> periods;

  /// The price to post in that period (0: the first), kept between cost and choke price.
  [[nodiscard]] Money price_at(Money reference, std::size_t period = 0) const;
  /// The discounted profit from that period to the end, while no price meets the choke price [currency].
  [[nodiscard]] double value_at(Money reference, std::size_t period = 0) const;
  /// Whether no price on the path from the first period's reference meets cost or choke price.
  [[nodiscard]] bool holds_at(Money reference) const;
};

/// Backward recursion from V = 0 after the last period, with B = b + g,  w = 1 - theta,  den = 2 B - 2 delta w^2 v2:
///     k1 = (g + 2 delta theta w v2) / den,     k0 = (a + c B + delta w v1) / den,     mu = theta + w k1
///     v2' = k1 (g - B k1) + delta v2 mu^2
///     v1' = (k0 - c)(g - B k1) + k1 (a - B k0) + delta (v1 mu + 2 v2 mu w k0)
///     v0' = (k0 - c)(a - B k0) + delta (v0 + v1 w k0 + v2 w^2 k0^2)
/// Prices fall towards the end, when nobody's memory matters any more: the last one is the myopic one.
/// periods  how many, the running one included, >= 1
/// Throws ModelError unless the seller is valid, gains weigh as losses, and there is a period.
/// Tested by: tests/models/linear_policy_test.cpp.
[[nodiscard]] FiniteHorizonPolicy finite_horizon_policy(const ReferenceSeller& seller, std::int64_t periods);

}  // namespace ccm
