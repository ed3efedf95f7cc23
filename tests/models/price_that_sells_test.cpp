// Do sellers whose customers remember only what they paid ever come to sell, at the prices that are best by chance?

#include "models/pricing/optimal/price_that_sells.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/pricing/few_orders.hpp"
#include "models/pricing/type_demand.hpp"
#include "tests/models/random_demand.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

/// What a price brings that is posted until somebody buys, period by period: in each, nobody buys with probability q, and all is as before.
double worth_by_periods(const LossAversePolicy& policy, const OrderedDemand& demand, std::optional<double> remembered, double price) {
  const ReferenceSeller& seller = policy.falling.seller;
  const double units = std::max(0.0, demand.alpha - demand.beta * price), q = std::exp(-demand.orders_per_unit * units);
  const double after = remembered ? seller.theta * *remembered + (1 - seller.theta) * price : price;
  double worth = 0, weight = 1;  // delta^t q^t
  for (int t = 0; t < 20'000 && weight > 1e-18; ++t, weight *= seller.discount * q)
    worth += weight * ((price - seller.cost.value()) * units + seller.discount * (1 - q) * policy.value_at(Money(after)));
  return worth;
}

/// Customers who remember nothing, or a price far below cost, so that the closed forms would post the price at which nobody buys.
TypeDemand hard_case(bool remembers) {
  TypeDemand type = remembers ? type_of({100, 2, 2.7, 2.7}, 1.8) : type_of({100, 2, 2, 2});
  type.memory.theta = remembers ? 0 : 0.9;
  return type;
}

}  // namespace

TEST_CASE("no price on a fine grid is worth more than the one that sells, summed period by period", "[optimal]") {
  std::mt19937_64 random(21);
  for (int i = 0; i < 60; ++i) {
    const ReferenceSeller seller = random_seller(random, i % 2 == 0 ? Effect::neutral : Effect::loss_averse, 0.97);
    const LossAversePolicy policy = loss_averse_policy(seller);
    const bool remembers = i % 3 == 0;
    const double r = 0.5 * policy.low().value(), orders = draw(random, 0.01, 2);
    const auto& [a, b, gain, loss] = seller.demand;
    const OrderedDemand demand = remembers ? OrderedDemand{a + loss * r, b + loss, orders} : OrderedDemand{a, b, orders};
    const auto remembered = remembers ? std::optional(r) : std::nullopt;
    const Money price = price_that_sells(policy, demand, remembers ? std::optional(Money(r)) : std::nullopt);
    const double from = std::max(seller.cost.value(), remembers ? r : 0), to = demand.alpha / demand.beta;
    if (to <= from) continue;
    CHECK((price.value() >= from && price.value() <= to));
    const double best = worth_by_periods(policy, demand, remembered, price.value());
    for (int k = 0; k <= 1000; ++k)
      REQUIRE(best >= worth_by_periods(policy, demand, remembered, from + (to - from) * k / 1000) * (1 - 1e-12));
  }
}

TEST_CASE("a first price is one at which somebody buys, and so is the price to those who remember one far below cost") {
  for (const bool remembers : {false, true})
    for (const char* strategy : {"optimal_reference", "loss_averse", "common_reference", "dynamic_program"}) {
      CAPTURE(remembers, strategy);
      const TypeDemand type = hard_case(remembers);
      const double cost = remembers ? 16.9 : 10, price = price_of(strategy, type, cost, {.discount = 0.9, .grid_prices = 400});
      CHECK(price > cost);
      CHECK(expected_units(type, Money(price)) > 2);  // nobody buys with a chance below e^-2
    }
}

TEST_CASE("the dynamic program's price by chance is that of the closed form, but for its grid") {
  for (const bool remembers : {false, true}) {
    const TypeDemand type = hard_case(remembers);
    const double cost = remembers ? 16.9 : 10, step = (50 - cost) / 399;
    const PricingOptions options{.discount = 0.9, .grid_prices = 400};
    CHECK(price_of("dynamic_program", type, cost, options) == Approx(price_of("optimal_reference", type, cost, options)).margin(2 * step));
  }
}

TEST_CASE("the larger the orders, the lower the price at which it is sure enough that somebody buys") {
  TypeDemand type = hard_case(false);
  double before = 50;
  for (const double units : {1.0, 4.0, 16.0, 64.0}) {
    type.order_units = units;
    const double price = price_of("optimal_reference", type, 10, {.discount = 0.9});
    CHECK(price < before);
    before = price;
  }
}

TEST_CASE("hardly any is less than a tenth of what sells at the myopic price") {
  const TypeDemand type = type_of({100, 2, 0, 0});  // 40 at the price of 30
  CHECK_FALSE(sells_hardly_any(type, Money(47.9), Money(10)));
  CHECK(sells_hardly_any(type, Money(48.1), Money(10)));
  CHECK_FALSE(sells_hardly_any(type, Money(60), Money(60)));  // nothing could be sold at all
}

TEST_CASE("a price that sells needs a demand") {
  const LossAversePolicy policy = loss_averse_policy({{100, 2, 1, 1}, Money(10), 0.9, 0.5});
  CHECK_THROWS_AS(price_that_sells(policy, {0, 1, 1}, std::nullopt), ModelError);
  CHECK_THROWS_AS(price_that_sells(policy, {100, 2, 0}, std::nullopt), ModelError);
  CHECK(price_that_sells(policy, {100, 20, 1}, std::nullopt) == Money(10));  // nobody pays the cost
}
