#pragma once
/// Is a policy the best there is? Checked at its Bellman equation, whose solution is unique, by trying prices: no algebra of the policy.

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "tests/models/random_seller.hpp"

namespace ccm::test {

struct BestStep {
  Money price{0};
  double value = 0;
};

/// The best price between cost and choke price if `value` is what follows: the best of 64, then by golden section around it.
inline BestStep best_step(const ReferenceSeller& seller, Money reference, const std::function<double(Money)>& value) {
  const auto worth = [&](double price) {
    const Money p(price);
    return (p - seller.cost).value() * demand_at(seller.demand, p, reference) +
           seller.discount * value(seller.theta * reference + (1 - seller.theta) * p);
  };
  const double from = seller.cost.value(), step = (choke_price(seller.demand, reference).value() - from) / 64;
  double at = from;
  for (int i = 1; i <= 64; ++i)
    if (worth(from + i * step) > worth(at)) at = from + i * step;
  double low = std::max(from, at - step), high = std::min(from + 64 * step, at + step);
  for (constexpr double golden = 0.6180339887498949; high - low > 1e-9 * (std::abs(high) + step);) {
    const double left = high - golden * (high - low), right = low + golden * (high - low);
    (worth(left) < worth(right) ? low : high) = worth(left) < worth(right) ? left : right;
  }
  at = (low + high) / 2;
  return {Money(at), worth(at)};
}

/// Checks  V(r) = max_p ...  at many references. The value is off by at most the residual / (1 - delta). Near its top the worth of a
/// price is flat, so prices found by comparing values agree to the square root of the rounding only.
template <class Policy>
void require_bellman_optimal(const ReferenceSeller& seller, const Policy& policy) {
  for (const Money r : references_of(seller)) {
    REQUIRE(policy.holds_at(r));
    const BestStep best = best_step(seller, r, [&](Money next) { return policy.value_at(next); });
    REQUIRE(best.value == Approx(policy.value_at(r)).epsilon(1e-10));
    REQUIRE(best.price.value() == Approx(policy.price_at(r).value()).epsilon(1e-5));
  }
}

}  // namespace ccm::test
