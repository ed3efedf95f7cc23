// Are the closed forms of prices over time the best there is, and do they agree with each other and with what can be checked by hand?

#include "models/pricing/optimal/linear_policy.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/optimal/finite_horizon.hpp"
#include "tests/models/bellman_check.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

const ReferenceSeller worked_example{{10, 1, 1, 1}, Money(0), 0.8, 0.5};

Money next(const ReferenceSeller& seller, Money reference, Money price) { return seller.theta * reference + (1 - seller.theta) * price; }

/// The prices of a stacked quadratic program over all periods: gradient zero, by Gaussian elimination with the largest pivot.
std::vector<double> stacked_program(const ReferenceSeller& s, double r, std::size_t periods) {
  const double g = s.demand.gain, B = s.demand.b + g, c = s.cost.value(), w = 1 - s.theta;
  std::vector<std::vector<double>> rows(periods, std::vector<double>(periods + 1));
  for (std::size_t t = 0; t < periods; ++t) {
    const double now = std::pow(s.discount, t);
    rows[t][t] += 2 * B * now;
    rows[t][periods] += now * (s.demand.a + c * B + g * std::pow(s.theta, t) * r);
    for (std::size_t u = 0; u < t; ++u) {
      const double effect = now * g * w * std::pow(s.theta, t - 1 - u);
      rows[t][u] -= effect;
      rows[u][t] -= effect;
      rows[u][periods] -= effect * c;
    }
  }
  for (std::size_t k = 0; k < periods; ++k) {
    for (std::size_t i = k + 1; i < periods; ++i)
      if (std::abs(rows[i][k]) > std::abs(rows[k][k])) std::swap(rows[i], rows[k]);
    for (std::size_t i = 0; i < periods; ++i)
      if (i != k && rows[i][k] != 0)
        for (std::size_t j = periods + 1; j-- > k;) rows[i][j] -= rows[k][j] * (rows[i][k] / rows[k][k]);
  }
  std::vector<double> prices;
  for (std::size_t t = 0; t < periods; ++t) prices.push_back(rows[t][periods] / rows[t][t]);
  return prices;
}

double discounted_profit(const ReferenceSeller& seller, Money reference, const std::function<Money(Money, std::size_t)>& price_at,
                         std::size_t periods) {
  double profit = 0, weight = 1;
  for (std::size_t t = 0; t < periods; ++t, weight *= seller.discount) {
    const Money price = price_at(reference, t);
    profit += weight * (price - seller.cost).value() * demand_at(seller.demand, price, reference);
    reference = next(seller, reference, price);
  }
  return profit;
}

}  // namespace

TEST_CASE("the worked example of a loss-neutral seller comes out to every digit", "[optimal]") {
  const LinearPolicy policy = linear_policy(worked_example);
  CHECK(policy.steady.value() == Approx(4.285714).margin(5e-7).epsilon(0));
  CHECK(policy.mu == Approx(0.636675).margin(5e-7).epsilon(0));
  CHECK(policy.k1 == Approx(0.273350).margin(5e-7).epsilon(0));
  CHECK(policy.price_at(Money(6)).value() == Approx(4.754314).margin(5e-7).epsilon(0));
  CHECK(policy.value_at(Money(6)) == Approx(135.232776).margin(5e-7).epsilon(0));
  const QuadraticValue value = riccati_policy(worked_example).value;
  CHECK(value.curvature == Approx(0.183375).margin(5e-7).epsilon(0));
  CHECK(value.slope == Approx(5.571070).margin(5e-7).epsilon(0));
  CHECK(value.level == Approx(95.204851).margin(5e-7).epsilon(0));
}

TEST_CASE("the closed form is the solution of the Riccati equation", "[optimal]") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 1000; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::neutral, 0.999);
    const LinearPolicy closed = linear_policy(seller), riccati = riccati_policy(seller);
    for (const double r : {0.0, 0.5 * closed.steady.value(), 2 * closed.steady.value()}) {
      CHECK(closed.unbounded_price_at(Money(r)).value() == Approx(riccati.unbounded_price_at(Money(r)).value()).epsilon(1e-10));
      CHECK(closed.value_at(Money(r)) == Approx(riccati.value_at(Money(r))).epsilon(1e-10));
    }
    CHECK(closed.mu == Approx(riccati.mu).epsilon(1e-10));
    const double B = seller.demand.b + seller.demand.gain, w = 1 - seller.theta, g = seller.demand.gain, delta = seller.discount;
    const double h =
        (2 * B * (1 + delta * seller.theta * seller.theta) + 2 * delta * g * seller.theta * w) / (2 * B * seller.theta + g * w);
    CHECK(closed.mu == Approx(2 / (h + std::sqrt(h * h - 4 * delta))).epsilon(1e-10));
  }
}

TEST_CASE("no price at any reference does better than the linear policy", "[optimal]") {
  std::mt19937_64 random(2);
  for (int i = 0; i < 120; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::neutral, 0.95);
    require_bellman_optimal(seller, linear_policy(seller));
  }
}

TEST_CASE("the profits of the posted prices add up to the value", "[optimal]") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 200; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::neutral, 0.95);
    const LinearPolicy policy = linear_policy(seller);
    for (const Money r : references_of(seller))  // 0.95^800 < 2e-18 of it is left
      CHECK(discounted_profit(
                seller, r, [&](Money at, std::size_t) { return policy.price_at(at); }, 800) == Approx(policy.value_at(r)).epsilon(1e-10));
  }
}

TEST_CASE("references approach the steady price from one side, by mu each period", "[optimal]") {
  std::mt19937_64 random(4);
  for (int i = 0; i < 200; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::neutral, 0.99);
    const LinearPolicy policy = linear_policy(seller);
    CHECK((policy.mu >= seller.theta && policy.mu < 1));
    for (const Money r : references_of(seller)) {
      const Money price = policy.price_at(r), after = next(seller, r, price);
      CHECK((after - policy.steady).value() == Approx(policy.mu * (r - policy.steady).value()).margin(1e-12 * r.value()).epsilon(0));
      if (r > policy.steady) CHECK((price <= r && price >= policy.steady));
      if (r < policy.steady) CHECK((price >= r && price <= policy.steady));
    }
  }
}

TEST_CASE("the steady price lies between the myopic and the static one, and moves as it should", "[optimal]") {
  std::mt19937_64 random(5);
  for (int i = 0; i < 500; ++i) {
    ReferenceSeller seller = random_seller(random, Effect::neutral, 0.99);
    seller.demand.gain = seller.demand.loss = seller.demand.gain + 0.01;
    const Money steady = linear_policy(seller).steady;
    CHECK((myopic_steady_price(seller) <= steady && steady <= static_price(seller)));
    ReferenceSeller stronger = seller, longer = seller, patient = seller;
    stronger.demand.gain = stronger.demand.loss = 1.1 * seller.demand.gain;
    longer.theta = 0.5 * (1 + seller.theta);
    patient.discount = 0.5 * (1 + seller.discount);
    CHECK(linear_policy(stronger).steady < steady);
    CHECK(linear_policy(longer).steady <= steady);
    CHECK(linear_policy(patient).steady > steady);
  }
}

TEST_CASE("at the ends of the parameters the policy is a known one", "[optimal]") {
  ReferenceSeller seller{{100, 2, 1.5, 1.5}, Money(7), 0.9, 0.4};
  SECTION("a seller who never looks ahead posts the best price of the period") {
    seller.discount = 0;
    const LinearPolicy policy = linear_policy(seller);
    CHECK(policy.price_at(Money(20)).value() == Approx((100 + 1.5 * 20 + 3.5 * 7) / (2 * 3.5)).epsilon(1e-14));
    CHECK(policy.steady == myopic_steady_price(seller));
  }
  SECTION("an infinitely patient one posts the static price") {
    seller.discount = 1 - 1e-9;
    CHECK(linear_policy(seller).steady.value() == Approx(static_price(seller).value()).epsilon(1e-8));
  }
  SECTION("customers who never learn are priced as if the reference price were a number") {
    seller.theta = 1 - 1e-9;
    CHECK(linear_policy(seller).price_at(Money(20)).value() == Approx((100 + 1.5 * 20 + 3.5 * 7) / (2 * 3.5)).epsilon(1e-7));
  }
}

TEST_CASE("without a reference effect the price is Eq. 7's to the last bit", "[optimal]") {
  std::mt19937_64 random(6);
  for (int i = 0; i < 2000; ++i) {
    const ReferenceSeller seller = random_seller(random, Effect::none, 0.999);
    const Money best = best_price({.alpha = seller.demand.a, .beta = seller.demand.b}, seller.cost);
    for (const double r : {0.0, 3.0, 1e6}) {
      CHECK(linear_policy(seller).price_at(Money(r)) == best);
      CHECK(finite_horizon_policy(seller, 3).price_at(Money(r), 1) == best);
    }
    CHECK(static_price(seller) == best);
  }
}

TEST_CASE("a price is kept at the choke price, and at the cost where nothing can be sold", "[optimal]") {
  const ReferenceSeller patient{{10, 0.1, 5, 5}, Money(30), 0.99, 0.5};
  const LinearPolicy policy = linear_policy(patient);
  CHECK_FALSE(policy.holds_at(Money(31)));
  CHECK(policy.holds_at(policy.steady));
  CHECK(policy.price_at(Money(31)) <= choke_price(patient.demand, Money(31)));
  CHECK(policy.price_at(Money(1)) == patient.cost);
  CHECK(demand_at(patient.demand, patient.cost, Money(1)) == 0);
}

TEST_CASE("with a last period, the prices solve the stacked quadratic program", "[optimal]") {
  std::mt19937_64 random(7);
  int solved = 0;
  for (int i = 0; i < 150; ++i) {
    ReferenceSeller seller = random_seller(random, Effect::neutral, 1);
    if (i % 5 == 0) seller.discount = 1;
    const std::size_t periods = 1 + static_cast<std::size_t>(i % 50);
    const FiniteHorizonPolicy policy = finite_horizon_policy(seller, static_cast<std::int64_t>(periods));
    const Money start = references_of(seller)[3];
    if (!policy.holds_at(start)) continue;
    ++solved;
    const std::vector<double> stacked = stacked_program(seller, start.value(), periods);
    Money reference = start;
    for (std::size_t t = 0; t < periods; ++t) {
      const Money price = policy.price_at(reference, t);
      CHECK(price.value() == Approx(stacked[t]).epsilon(1e-9));
      reference = next(seller, reference, price);
    }
    CHECK(policy.value_at(start) == Approx(discounted_profit(
                                               seller, start, [&](Money, std::size_t t) { return Money(stacked[t]); }, periods))
                                        .epsilon(1e-10));
  }
  CHECK(solved >= 100);
}

TEST_CASE("many periods before the end, prices are those without an end, and the last one is myopic", "[optimal]") {
  const FiniteHorizonPolicy policy = finite_horizon_policy(worked_example, 300);
  CHECK(policy.price_at(Money(6)).value() == Approx(linear_policy(worked_example).price_at(Money(6)).value()).epsilon(1e-12));
  CHECK(policy.value_at(Money(6)) == Approx(linear_policy(worked_example).value_at(Money(6))).epsilon(1e-12));
  CHECK(policy.price_at(Money(6), 299).value() == Approx((10.0 + 6) / 4).epsilon(1e-14));
}

TEST_CASE("what no seller can be is refused", "[optimal]") {
  const auto changed = [](auto change) {
    ReferenceSeller seller = worked_example;
    change(seller);
    return seller;
  };
  const double nan = std::nan("");
  CHECK_THROWS_AS(linear_policy(changed([](auto& s) { s.discount = 1; })), ModelError);
  CHECK_THROWS_AS(linear_policy(changed([](auto& s) { s.theta = 1; })), ModelError);
  CHECK_THROWS_AS(linear_policy(changed([](auto& s) { s.demand.loss = 2; })), ModelError);
  CHECK_THROWS_AS(linear_policy(changed([&](auto& s) { s.demand.a = nan; })), ModelError);
  CHECK_THROWS_AS(linear_policy(changed([&](auto& s) { s.discount = nan; })), ModelError);
  CHECK_THROWS_AS(riccati_policy(changed([](auto& s) { s.demand.b = 0; })), ModelError);
  CHECK_THROWS_AS(finite_horizon_policy(changed([](auto& s) { s.cost = Money(-1); }), 2), ModelError);
  CHECK_THROWS_AS(finite_horizon_policy(worked_example, 0), ModelError);
}
