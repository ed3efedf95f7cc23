// Are the prices of several types with one reference price the best ones?

#include <catch2/catch.hpp>
#include <random>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/optimal/common_reference_policy.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

CommonReferenceSeller random_types(std::mt19937_64& random, std::size_t count) {
  CommonReferenceSeller seller;
  double weights = 0;
  for (std::size_t k = 0; k < count; ++k) {
    CommonReferenceType type{draw(random, 0.5, 2), draw(random, 80, 120), draw(random, 1.5, 3), draw(random, 0, 0.8), draw(random, 0.1, 1)};
    if (k == 1) type.gamma = 0;
    weights += type.weight;
    seller.types.push_back(type);
  }
  for (CommonReferenceType& type : seller.types) type.weight /= weights;
  seller.cost = Money(draw(random, 0, 15));
  seller.discount = draw(random, 0, 0.97);
  seller.theta = draw(random, 0, 0.9);
  return seller;
}

double profit_now(const CommonReferenceSeller& seller, const std::vector<Money>& prices, Money r) {
  double profit = 0;
  for (std::size_t k = 0; k < prices.size(); ++k) {
    const auto& [n, alpha, beta, gamma, w] = seller.types[k];
    profit += n * (prices[k] - seller.cost).value() * (alpha - beta * prices[k].value() + gamma * r.value());
  }
  return profit;
}

/// The best prices if V(r) = v0 + v1 r + v2 r^2 follows: price by price in turn until none moves. Each has one best answer to the others.
std::vector<Money> prices_by_turns(const CommonReferenceSeller& seller, Money r, double v1, double v2) {
  std::vector<Money> prices(seller.types.size(), r);
  const double step = 1 - seller.theta;
  for (double change = 1; change > 1e-13;) {
    change = 0;
    for (std::size_t k = 0; k < prices.size(); ++k) {
      const auto& [n, alpha, beta, gamma, w] = seller.types[k];
      double others = seller.theta * r.value();
      for (std::size_t j = 0; j < prices.size(); ++j)
        if (j != k) others += step * seller.types[j].weight * prices[j].value();
      const double pull = seller.discount * step * w;
      const double best = (n * (alpha + beta * seller.cost.value() + gamma * r.value()) + pull * (v1 + 2 * v2 * others)) /
                          (2 * n * beta - 2 * pull * step * w * v2);
      change = std::max(change, std::abs(best / prices[k].value() - 1));
      prices[k] = Money(best);
    }
  }
  return prices;
}

struct Iterated {
  double v0 = 0, v1 = 0, v2 = 0;
};

/// Value iteration: the best prices at three references, and the quadratic through what they bring.
Iterated value_iteration(const CommonReferenceSeller& seller) {
  Iterated v;
  for (double change = 1; change > 1e-14;) {
    std::array<double, 3> worth{};
    for (std::size_t i = 0; i < 3; ++i) {
      const Money r(20.0 * static_cast<double>(i));
      const auto prices = prices_by_turns(seller, r, v.v1, v.v2);
      double next = seller.theta * r.value();
      for (std::size_t k = 0; k < prices.size(); ++k) next += (1 - seller.theta) * seller.types[k].weight * prices[k].value();
      worth[i] = profit_now(seller, prices, r) + seller.discount * (v.v0 + next * (v.v1 + next * v.v2));
    }
    const double curvature = (worth[2] - 2 * worth[1] + worth[0]) / 800;
    const Iterated better{worth[0], (worth[1] - worth[0]) / 20 - 20 * curvature, curvature};
    change = std::abs(better.v0 / v.v0 - 1) + std::abs(better.v1 - v.v1) / better.v0;
    v = better;
  }
  return v;
}

}  // namespace

TEST_CASE("one type alone is the loss-neutral policy", "[optimal]") {
  std::mt19937_64 random(31);
  for (int i = 0; i < 200; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::neutral, 0.99);
    const auto& [a, b, g, loss] = seller.demand;
    const LinearPolicy alone = linear_policy(seller);
    const CommonReferencePolicy common = common_reference_policy({{{3, a, b + g, g, 1}}, seller.cost, seller.discount, seller.theta});
    CHECK(common.mu == Approx(alone.mu).epsilon(1e-10));
    CHECK(common.steady_reference.value() == Approx(alone.steady.value()).epsilon(1e-10));
    CHECK(common.steady_prices[0].value() == Approx(alone.steady.value()).epsilon(1e-10));
    for (const Money r : references_of(seller)) {
      CHECK(common.prices_at(r)[0].value() == Approx(alone.price_at(r).value()).epsilon(1e-10));
      CHECK(common.value_at(r) == Approx(3 * alone.value_at(r)).epsilon(1e-10));
    }
  }
}

TEST_CASE("with several types, value iteration finds the same prices and value", "[optimal]") {
  std::mt19937_64 random(32);
  for (int i = 0; i < 100; ++i) {
    const CommonReferenceSeller seller = random_types(random, 2 + static_cast<std::size_t>(i % 3));
    REQUIRE(has_optimum(seller));
    const CommonReferencePolicy policy = common_reference_policy(seller);
    const Iterated iterated = value_iteration(seller);
    for (const Money r : {Money(15), Money(30), Money(45)}) {
      CHECK(policy.value_at(r) == Approx(iterated.v0 + r.value() * (iterated.v1 + r.value() * iterated.v2)).epsilon(1e-8));
      const auto prices = prices_by_turns(seller, r, iterated.v1, iterated.v2);
      for (std::size_t k = 0; k < prices.size(); ++k)
        CHECK(policy.k0[k] + policy.k1[k] * r.value() == Approx(prices[k].value()).epsilon(1e-7));
    }
  }
}

TEST_CASE("the steady prices solve the conditions of a rest point", "[optimal]") {
  std::mt19937_64 random(33);
  for (int i = 0; i < 200; ++i) {
    const CommonReferenceSeller seller = random_types(random, 3);
    const CommonReferencePolicy policy = common_reference_policy(seller);
    const double r = policy.steady_reference.value(), c = seller.cost.value(), step = 1 - seller.theta;
    double mean = 0, worth = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      mean += seller.types[k].weight * policy.steady_prices[k].value();
      worth += seller.types[k].share * seller.types[k].gamma * (policy.steady_prices[k].value() - c);
    }
    CHECK(mean == Approx(r).epsilon(1e-11));
    const double shadow = worth / (1 - seller.discount * seller.theta);
    for (std::size_t k = 0; k < 3; ++k) {
      const auto& [n, alpha, beta, gamma, w] = seller.types[k];
      const double price = policy.steady_prices[k].value();
      CHECK(2 * n * beta * price - n * gamma * r - seller.discount * step * w * shadow == Approx(n * (alpha + beta * c)).epsilon(1e-10));
      if (gamma == 0 && seller.discount > 0) CHECK(price > alpha / (2 * beta) + c / 2);
    }
    const auto prices = policy.prices_at(Money(40));
    if (policy.holds_at(Money(40)))
      CHECK((policy.reference_after(Money(40), prices).value() - r) == Approx(policy.mu * (40 - r)).epsilon(1e-9));
  }
}

TEST_CASE("without any effect each type pays its own best price", "[optimal]") {
  const CommonReferencePolicy policy = common_reference_policy({{{1, 100, 1.5, 0, 0.5}, {2, 90, 2.5, 0, 0.5}}, Money(7), 0.9, 0.5});
  CHECK(policy.prices_at(Money(12))[0] == best_price({.alpha = 100, .beta = 1.5}, Money(7)));
  CHECK(policy.prices_at(Money(99))[1] == best_price({.alpha = 90, .beta = 2.5}, Money(7)));
}

TEST_CASE("where the price of few makes the reference of many, there is no best policy", "[optimal]") {
  CHECK_FALSE(has_optimum({{{0.001, 100, 2, 0.5, 0.9}, {10, 100, 2, 1.5, 0.1}}, Money(7), 0.95, 0.5}));
  CHECK_THROWS_AS(common_reference_policy({{{0.001, 100, 2, 0.5, 0.9}, {10, 100, 2, 1.5, 0.1}}, Money(7), 0.95, 0.5}), ModelError);
  CHECK_THROWS_AS(common_reference_policy({{{1, 100, 2, 0.5, 0.9}}, Money(7), 0.95, 0.5}), ModelError);
  CHECK_THROWS_AS(common_reference_policy({{{1, 100, 2, 0.5, 1}}, Money(7), 1, 0.5}), ModelError);
}
