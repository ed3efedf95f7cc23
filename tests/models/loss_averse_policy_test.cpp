// Are the best prices for customers who mind losses best, and do prices rest where they should?

#include "models/pricing/optimal/loss_averse_policy.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "tests/models/bellman_check.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

const ReferenceSeller example{{10, 1, 0.5, 2}, Money(0), 0.8, 0.5};

}  // namespace

TEST_CASE("the band of the worked example", "[optimal]") {
  const LossAversePolicy policy = loss_averse_policy(example);
  CHECK(policy.low().value() == Approx(3.75).epsilon(1e-14));
  CHECK(policy.high().value() == Approx(4.615385).margin(5e-7).epsilon(0));
}

TEST_CASE("no price does better than the loss-averse policy", "[optimal]") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 200; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::loss_averse, 0.99);
    require_bellman_optimal(seller, loss_averse_policy(seller));
  }
}

TEST_CASE("within the band the price never moves, and the value has no kink at its ends", "[optimal]") {
  std::mt19937_64 random(12);
  for (int i = 0; i < 200; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::loss_averse, 0.99);
    const LossAversePolicy policy = loss_averse_policy(seller);
    const Money inside = 0.3 * policy.low() + 0.7 * policy.high();
    CHECK(policy.price_at(inside) == inside);
    const Money h = 1e-4 * inside;
    for (const Money end : {policy.low(), policy.high()}) {  // one-sided slopes differ by h times the change of curvature
      const double left = (policy.value_at(end) - policy.value_at(end - h)) / h.value();
      const double right = (policy.value_at(end + h) - policy.value_at(end)) / h.value();
      const double curvature = 2 * seller.demand.b / (1 - seller.discount) + 2 * policy.rising.value.curvature;
      CHECK(left == Approx(right).margin(1.1 * h.value() * curvature + 1e-7 * std::abs(policy.value_at(end) / end.value())).epsilon(0));
    }
  }
}

TEST_CASE("with equal slopes it is the loss-neutral policy, and with no gains falling prices stop at the static one", "[optimal]") {
  std::mt19937_64 random(13);
  for (int i = 0; i < 100; ++i) {
    ReferenceSeller seller = random_seller(random, Effect::neutral, 0.99);
    for (const Money r : references_of(seller)) {
      CHECK(loss_averse_policy(seller).price_at(r) == linear_policy(seller).price_at(r));
      CHECK(loss_averse_policy(seller).value_at(r) == linear_policy(seller).value_at(r));
    }
    seller.demand.gain = 0;
    CHECK(loss_averse_policy(seller).high() == static_price(seller));
  }
  CHECK_THROWS_AS(loss_averse_policy({{10, 1, 2, 0.5}, Money(0), 0.8, 0.5}), ModelError);
}

TEST_CASE("the first price weighs the first sales against what will be remembered", "[optimal]") {
  std::mt19937_64 random(14);
  int sells_nothing = 0;
  for (int i = 0; i < 300; ++i) {
    const ReferenceSeller seller = random_seller(random, i % 2 == 0 ? Effect::neutral : Effect::loss_averse, 0.99);
    const LossAversePolicy policy = loss_averse_policy(seller);
    const double alpha = seller.demand.a, beta = i % 3 == 0 ? seller.demand.b + seller.demand.gain : seller.demand.b;
    if (alpha / beta <= seller.cost.value()) continue;
    const auto worth = [&](double p) {
      return (p - seller.cost.value()) * (alpha - beta * p) + seller.discount * policy.value_at(Money(p));
    };
    const Money first = price_without_reference(policy, alpha, beta);
    const double from = seller.cost.value(), to = alpha / beta;
    for (int k = 0; k <= 2000; ++k) REQUIRE(worth(first.value()) >= worth(from + (to - from) * k / 2000) * (1 - 1e-12));
    CHECK((first >= seller.cost && first.value() <= to));
    if (first.value() == to) ++sells_nothing;
  }
  CHECK(sells_nothing > 0);
}

TEST_CASE("without a reference effect the first price is Eq. 7's to the last bit", "[optimal]") {
  std::mt19937_64 random(15);
  for (int i = 0; i < 1000; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::none, 0.999);
    CHECK(price_without_reference(loss_averse_policy(seller), seller.demand.a, seller.demand.b) ==
          best_price({.alpha = seller.demand.a, .beta = seller.demand.b}, seller.cost));
  }
  CHECK_THROWS_AS(price_without_reference(loss_averse_policy(example), 10, 0), ModelError);
}
