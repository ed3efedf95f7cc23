// Which price is best now if customers mind a rise more than they welcome a fall?

#include "models/pricing/optimal/loss_averse_policy.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"

namespace ccm {
namespace {

LinearPolicy policy_of_slope(ReferenceSeller seller, double slope) {
  const ReferenceSeller whole = seller;
  seller.demand.gain = seller.demand.loss = slope;
  LinearPolicy policy = linear_policy(seller);
  policy.seller = whole;
  return policy;
}

/// The quadratic that the value is within the band, around its middle price.
QuadraticValue value_of_staying(const LossAversePolicy& policy) {
  const ReferenceSeller& s = policy.falling.seller;
  const double c = s.cost.value(), mid = policy.low().value(), scale = 1 / (1 - s.discount);
  return {.centre = mid,
          .level = (mid - c) * (s.demand.a - s.demand.b * mid) * scale,
          .slope = (s.demand.a - s.demand.b * mid - s.demand.b * (mid - c)) * scale,
          .curvature = -s.demand.b * scale};
}

/// (p - c)(alpha - beta p) + delta V(p)
struct FirstPeriod {
  const LossAversePolicy& policy;
  double alpha, beta;

  [[nodiscard]] Money alone() const { return Money(alpha / (2 * beta)) + policy.falling.seller.cost / 2; }
  [[nodiscard]] double profit_at(Money price) const {
    const ReferenceSeller& seller = policy.falling.seller;
    return (price - seller.cost).value() * (alpha - beta * price.value()) + seller.discount * policy.value_at(price);
  }
  /// Where the slope is 0 if the value is that quadratic; the price of this period alone if there it is no maximum.
  [[nodiscard]] Money peak(const QuadraticValue& value) const {
    const double discount = policy.falling.seller.discount, bend = beta - discount * value.curvature;
    return bend > 0 ? alone() + Money(discount * value.slope_at(alone()) / (2 * bend)) : alone();
  }
};

}  // namespace

Money LossAversePolicy::price_at(Money reference) const {
  if (reference < low()) return rising.price_at(reference);
  if (reference > high()) return falling.price_at(reference);
  return kept_within_demand(falling.seller, reference, reference);
}

double LossAversePolicy::value_at(Money reference) const {
  if (reference < low()) return rising.value_at(reference);
  if (reference > high()) return falling.value_at(reference);
  return value_of_staying(*this).at(reference);
}

double LossAversePolicy::slope_at(Money reference) const {
  if (reference < low()) return rising.value.slope_at(reference);
  if (reference > high()) return falling.value.slope_at(reference);
  return value_of_staying(*this).slope_at(reference);
}

bool LossAversePolicy::holds_at(Money reference) const {
  if (reference < low()) return rising.holds_at(reference);
  if (reference > high()) return falling.holds_at(reference);
  return falling.seller.demand.a >= falling.seller.demand.b * reference.value() && reference >= falling.seller.cost;
}

LossAversePolicy loss_averse_policy(const ReferenceSeller& seller) {
  require_valid_for_ever(seller);
  require(seller.demand.loss >= seller.demand.gain, "loss-averse policy: losses must weigh at least as much as gains");
  return {policy_of_slope(seller, seller.demand.loss), policy_of_slope(seller, seller.demand.gain)};
}

Money price_without_reference(const LossAversePolicy& policy, double alpha, double beta) {
  require(beta > 0, "first price: the price slope must be positive");
  const FirstPeriod first{policy, alpha, beta};
  if (!policy.falling.seller.demand.has_effect()) return first.alone();
  const Money least = policy.falling.seller.cost, most = std::max(least, Money(alpha / beta));
  std::array candidates{first.peak(policy.rising.value),
                        first.peak(value_of_staying(policy)),
                        first.peak(policy.falling.value),
                        policy.low(),
                        policy.high(),
                        least,
                        most};
  for (Money& price : candidates) price = std::clamp(price, least, most);
  return *std::ranges::max_element(candidates, {}, [&](Money price) { return first.profit_at(price); });
}

}  // namespace ccm
