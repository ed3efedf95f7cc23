// Which price is best now if it moves what customers expect to pay later?

#include "models/pricing/optimal/linear_policy.hpp"

#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

/// The symbols of the equations.
struct Symbols {
  explicit Symbols(const ReferenceSeller& seller)
      : a(seller.demand.a),
        b(seller.demand.b),
        g(seller.demand.gain),
        B(b + g),
        c(seller.cost.value()),
        delta(seller.discount),
        theta(seller.theta),
        w(1 - theta) {}

  double a, b, g, B, c, delta, theta, w;
};

void require_neutral_for_ever(const ReferenceSeller& seller) {
  require_valid_for_ever(seller);
  require(seller.demand.is_neutral(), "linear policy: gains must weigh as losses");
}

/// k; exactly 0 without a reference effect.
double response(const Symbols& s) {
  const double n = 1 - s.delta * s.theta * s.theta;
  const double pull = s.delta * s.w * (2 * s.B * s.theta + s.g * s.w) * s.g;
  return s.g * n / (s.B * n + std::sqrt(s.B * s.B * n * n - pull * n));
}

QuadraticValue value_around(const Symbols& s, double steady, double k, double mu) {
  const double margin = steady - s.c, demand = s.a - s.b * steady, rest = s.g - s.B * k;
  return {.centre = steady,
          .level = margin * demand / (1 - s.delta),
          .slope = (margin * rest + k * demand) / (1 - s.delta * mu),
          .curvature = k * rest / (1 - s.delta * mu * mu)};
}

/// The same policy from the coefficients of V = v0 + v1 r + v2 r^2.
struct Riccati {
  explicit Riccati(const Symbols& s) {
    const double M = s.B * (1 - s.delta * s.theta * s.theta) - s.g * s.delta * s.theta * s.w;
    v2 = s.g * s.g / (2 * (M + std::sqrt(M * M - s.delta * s.w * s.w * s.g * s.g)));
    const double sum = s.g + 2 * s.delta * s.theta * s.w * v2, den = 2 * s.B - 2 * s.delta * s.w * s.w * v2;
    v1 = (sum * (s.a + s.c * s.B) / den - s.g * s.c) / (1 - s.delta * s.theta - sum * s.delta * s.w / den);
    k1 = sum / den;
    k0 = (s.a + s.c * s.B + s.delta * s.w * v1) / den;
    v0 = ((k0 - s.c) * (s.a - s.B * k0) + s.delta * s.w * k0 * (v1 + v2 * s.w * k0)) / (1 - s.delta);
  }

  double v0, v1, v2, k0, k1;
};

}  // namespace

double QuadraticValue::at(Money reference) const {
  const double e = reference.value() - centre;
  return level + e * (slope + e * curvature);
}

double QuadraticValue::slope_at(Money reference) const { return slope + 2 * curvature * (reference.value() - centre); }

Money LinearPolicy::unbounded_price_at(Money reference) const { return steady + k1 * (reference - steady); }

Money LinearPolicy::price_at(Money reference) const { return kept_within_demand(seller, reference, unbounded_price_at(reference)); }

bool LinearPolicy::holds_at(Money reference) const {
  const auto inside = [this](Money r) {
    const Money price = unbounded_price_at(r);
    return price >= seller.cost && price <= choke_price(seller.demand, r);
  };
  return inside(reference) && inside(steady);
}

LinearPolicy linear_policy(const ReferenceSeller& seller) {
  require_neutral_for_ever(seller);
  const Symbols s(seller);
  const Money steady = resting_price(seller, lasting(seller, s.g));
  const double k = response(s), mu = s.theta + s.w * k;
  return {.seller = seller,
          .steady = steady,
          .k0 = steady.value() - k * steady.value(),
          .k1 = k,
          .mu = mu,
          .value = value_around(s, steady.value(), k, mu)};
}

LinearPolicy riccati_policy(const ReferenceSeller& seller) {
  require_neutral_for_ever(seller);
  const Symbols s(seller);
  const Riccati v(s);
  const double mu = s.theta + s.w * v.k1;
  return {.seller = seller,
          .steady = Money(v.k0 / (1 - v.k1)),
          .k0 = v.k0,
          .k1 = v.k1,
          .mu = mu,
          .value = {.centre = 0, .level = v.v0, .slope = v.v1, .curvature = v.v2}};
}

}  // namespace ccm
