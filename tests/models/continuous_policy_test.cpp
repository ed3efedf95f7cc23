// Are the prices of a seller who may change them at every moment the best there are?

#include "models/pricing/optimal/continuous_policy.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

TEST_CASE("prices in continuous time are the limit of short periods", "[optimal]") {
  std::mt19937_64 random(8);
  for (int i = 0; i < 100; ++i) {
    const ReferenceSeller drawn = random_seller(random, Effect::neutral, 0.95);
    const double rho = -std::log(0.5 + drawn.discount / 2), adaptation = 0.1 + drawn.theta, dt = 1e-5;
    const ContinuousPolicy flow = continuous_policy({drawn.demand, drawn.cost, rho, adaptation});
    const LinearPolicy steps = linear_policy({drawn.demand, drawn.cost, std::exp(-rho * dt), std::exp(-adaptation * dt)});
    const Money r = references_of(drawn)[3];  // a period of dt is wrong by a few dt, relatively
    CHECK(flow.steady.value() == Approx(steps.steady.value()).epsilon(1e-4));
    CHECK(flow.price_at(r).value() == Approx(steps.price_at(r).value()).epsilon(1e-4));
    CHECK(flow.value_at(r) == Approx(dt * steps.value_at(r)).epsilon(1e-4));
    CHECK(flow.lambda == Approx(std::log(steps.mu) / dt).epsilon(1e-4));
    CHECK(flow.reference_after(r, 0).value() == Approx(r.value()).epsilon(1e-14));
    const Money later = flow.reference_after(r, 1e-4);  // r' = adaptation (p - r)
    CHECK((later - r).value() / 1e-4 == Approx(adaptation * (flow.price_at(r) - r).value()).epsilon(1e-2).margin(1e-9));
  }
}

TEST_CASE("in continuous time no price at any reference does better, losses that weigh more included", "[optimal]") {
  std::mt19937_64 random(9);
  for (int i = 0; i < 100; ++i) {
    const ReferenceSeller drawn = random_seller(random, Effect::loss_averse, 0.95);
    const auto& [a, b, gain, loss] = drawn.demand;
    const double rho = 0.01 + drawn.discount, adaptation = 0.1 + drawn.theta;
    const ContinuousPolicy rising = continuous_policy({{a, b, loss, loss}, drawn.cost, rho, adaptation});
    const ContinuousPolicy falling = continuous_policy({{a, b, gain, gain}, drawn.cost, rho, adaptation});
    for (const Money r : references_of(drawn)) {
      if (r >= rising.steady && r <= falling.steady) continue;
      const ContinuousPolicy& policy = r < rising.steady ? rising : falling;
      // Hamilton-Jacobi-Bellman:     rho V(r) = max_p (p - c) d(p, r) + V'(r) adaptation (p - r)
      const auto worth = [&](Money p) {
        return (p - drawn.cost).value() * demand_at(drawn.demand, p, r) + policy.value.slope_at(r) * adaptation * (p - r).value();
      };
      REQUIRE(worth(policy.price_at(r)) == Approx(rho * policy.value_at(r)).epsilon(1e-10));
      for (int k = 0; k <= 200; ++k) {
        const Money p = drawn.cost + k / 200.0 * (choke_price(drawn.demand, r) - drawn.cost);
        REQUIRE(worth(p) <= worth(policy.price_at(r)) + 1e-10 * std::abs(rho * policy.value_at(r)));
      }
    }
  }
}

TEST_CASE("what no seller in continuous time can be is refused", "[optimal]") {
  const ReferenceDemand neutral{10, 1, 1, 1};
  CHECK_THROWS_AS(continuous_policy({neutral, Money(0), 0, 1}), ModelError);
  CHECK_THROWS_AS(continuous_policy({neutral, Money(0), 1, 0}), ModelError);
  CHECK_THROWS_AS(continuous_policy({{10, 1, 1, 2}, Money(0), 1, 1}), ModelError);
}
