// Which price is best now if there are only so many periods left?

#include "models/pricing/optimal/finite_horizon.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

/// One step of the recursion: the period before `later`.
PeriodPolicy period_before(const PeriodPolicy& later, const ReferenceSeller& seller) {
  const double a = seller.demand.a, g = seller.demand.gain, B = seller.demand.b + g;
  const double c = seller.cost.value(), delta = seller.discount, theta = seller.theta, w = 1 - theta;
  const double den = 2 * B - 2 * delta * w * w * later.v2;
  const double k1 = (g + 2 * delta * theta * w * later.v2) / den;
  const double k0 = a / den + c * (B / den) + delta * w * later.v1 / den;
  const double mu = theta + w * k1, shift = w * k0;
  return {.k0 = k0,
          .k1 = k1,
          .v0 = (k0 - c) * (a - B * k0) + delta * (later.v0 + shift * (later.v1 + later.v2 * shift)),
          .v1 = (k0 - c) * (g - B * k1) + k1 * (a - B * k0) + delta * mu * (later.v1 + 2 * later.v2 * shift),
          .v2 = k1 * (g - B * k1) + delta * later.v2 * mu * mu};
}

}  // namespace

Money FiniteHorizonPolicy::price_at(Money reference, std::size_t period) const {
  const PeriodPolicy& now = periods.at(period);
  return kept_within_demand(seller, reference, Money(now.k0) + now.k1 * reference);
}

double FiniteHorizonPolicy::value_at(Money reference, std::size_t period) const {
  const PeriodPolicy& now = periods.at(period);
  return now.v0 + reference.value() * (now.v1 + now.v2 * reference.value());
}

bool FiniteHorizonPolicy::holds_at(Money reference) const {
  return std::ranges::all_of(periods, [&](const PeriodPolicy& now) {
    const Money price = Money(now.k0) + now.k1 * reference;
    const bool inside = price >= seller.cost && price <= choke_price(seller.demand, reference);
    reference = seller.theta * reference + (1 - seller.theta) * price;
    return inside;
  });
}

FiniteHorizonPolicy finite_horizon_policy(const ReferenceSeller& seller, std::int64_t periods) {
  require_valid(seller);
  require(seller.demand.is_neutral(), "finite horizon: gains must weigh as losses");
  require(periods >= 1, "finite horizon: there must be a period");
  FiniteHorizonPolicy policy{seller, std::vector<PeriodPolicy>(static_cast<std::size_t>(periods))};
  PeriodPolicy later;
  std::for_each(policy.periods.rbegin(), policy.periods.rend(),
                [&](PeriodPolicy& period) { period = later = period_before(later, seller); });
  return policy;
}

}  // namespace ccm
