// Do the closed-form prices for takers and bargainers earn most, and what they are said to earn?

#include "models/market/negotiation/posted_price.hpp"

#include <boost/math/tools/minima.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"
#include "models/market/negotiation/haggling_gain.hpp"
#include "models/random.hpp"
#include "tests/models/monte_carlo.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double highest = 100, cost = 20;
// A maximum is found to about the square root of the machine precision, some 1e-8 of the range.
constexpr double search_error = 1e-5;

MixedCustomers customers(double takers, double power, double unit_cost = cost) { return {takers, power, Money(highest), Money(unit_cost)}; }

template <class Profit>
double maximiser(Profit profit, double low, double high) {
  return boost::math::tools::brent_find_minima([&](double x) { return -profit(x).value(); }, low, high, 40).first;
}

template <class Check>
void for_mixtures(Check check) {
  for (const double takers : {0.0, 0.3, 0.7, 1.0})
    for (const double power : {0.2, 0.6, 1.0}) check(customers(takers, power));
}

/// One visitor: what it brings the seller, and whether it buys.
struct Visit {
  double profit = 0, sold = 0;
};
Visit visit(const MixedCustomers& mixed, const PostedPrice& price, RandomStream& chance) {
  const bool takes = chance.uniform(0, 1) < mixed.takers;
  const Money value(chance.uniform(0, highest));
  if (value < (takes ? price.posted : price.cutoff)) return {};
  const Money haggled = (1 - mixed.seller_power) * price.cutoff + mixed.seller_power * std::min(value, price.posted);
  return {((takes ? price.posted : haggled) - mixed.cost).value(), 1};
}

}  // namespace

TEST_CASE("the posted price and the cut-off price by hand") {
  // phi = s = 1/2: P = (0.5 120 + 0.25 100) / (1 + 0.25) = 68, z = (20 + 50) / 1.5
  const PostedPrice price = best_posted_price(customers(0.5, 0.5), Cutoff::committed);
  CHECK(price.posted.value() == Approx(68));
  CHECK(price.cutoff.value() == Approx(140.0 / 3));
  CHECK(best_posted_price(customers(0.5, 0.5), Cutoff::at_cost).cutoff == Money(cost));
  CHECK(best_posted_price(customers(1, 0.5), Cutoff::committed).posted.value() == Approx(60));  // takers only: (W + c)/2
}

TEST_CASE("no other posted price and no other cut-off price earn more") {
  for_mixtures([](const MixedCustomers& mixed) {
    const PostedPrice best = best_posted_price(mixed, Cutoff::committed);
    const auto by_posted = [&](double p) { return profit_per_visitor(mixed, {Money(p), best.cutoff}); };
    const auto by_cutoff = [&](double z) { return profit_per_visitor(mixed, {best.posted, Money(z)}); };
    CHECK(maximiser(by_posted, best.cutoff.value(), highest) == Approx(best.posted.value()).margin(search_error).epsilon(0));
    if (mixed.takers < 1)
      CHECK(maximiser(by_cutoff, 0, best.posted.value()) == Approx(best.cutoff.value()).margin(search_error).epsilon(0));
  });
}

TEST_CASE("a seller without a cut-off price posts the same price and earns no more") {
  for_mixtures([](const MixedCustomers& mixed) {
    const PostedPrice committed = best_posted_price(mixed, Cutoff::committed), at_cost = best_posted_price(mixed, Cutoff::at_cost);
    CHECK(committed.posted == at_cost.posted);
    CHECK(profit_per_visitor(mixed, committed) >= profit_per_visitor(mixed, at_cost));
    const auto by_posted = [&](double p) { return profit_per_visitor(mixed, {Money(p), mixed.cost}); };
    CHECK(maximiser(by_posted, cost, highest) == Approx(at_cost.posted.value()).margin(search_error).epsilon(0));
  });
}

TEST_CASE("more bargainers raise the posted price, stronger ones the cut-off price") {
  for (double takers = 0; takers < 0.95; takers += 0.1)
    CHECK(best_posted_price(customers(takers, 0.6), Cutoff::committed).posted >
          best_posted_price(customers(takers + 0.1, 0.6), Cutoff::committed).posted);
  for (double power = 0; power < 0.95; power += 0.1)
    CHECK(best_posted_price(customers(0.5, power), Cutoff::committed).cutoff >
          best_posted_price(customers(0.5, power + 0.1), Cutoff::committed).cutoff);
}

TEST_CASE("simulated visitors buy and bring as much as expected") {
  RandomStream chance(3, 1, "posted price test", "visitors");
  for_mixtures([&](const MixedCustomers& mixed) {
    for (const PostedPrice& price : {best_posted_price(mixed, Cutoff::committed), PostedPrice{Money(80), Money(10)}}) {
      std::vector<double> profits, sales;
      for (int i = 0; i < 10'000; ++i) {
        const Visit one = visit(mixed, price, chance);
        profits.push_back(one.profit);
        sales.push_back(one.sold);
      }
      check_mean(profits, profit_per_visitor(mixed, price).value());
      check_mean(sales, sales_per_visitor(mixed, price));
    }
  });
}

TEST_CASE("no other wholesale price earns the provider more, and the best one is (W + c)/2 whatever the customers") {
  for_mixtures([](const MixedCustomers& mixed) {
    for (const Cutoff cutoff : {Cutoff::committed, Cutoff::at_cost}) {
      const auto providers_profit = [&](double wholesale) {
        const MixedCustomers of_broker = customers(mixed.takers, mixed.seller_power, wholesale);
        return Money(wholesale - cost) * sales_per_visitor(of_broker, best_posted_price(of_broker, cutoff));
      };
      const WholesalePrices best = best_wholesale_price(mixed, cutoff);
      CHECK(best.wholesale == Money(60));
      CHECK(best.retail.posted == best_posted_price(customers(mixed.takers, mixed.seller_power, 60), cutoff).posted);
      if (mixed.takers > 0 || cutoff == Cutoff::committed)
        CHECK(maximiser(providers_profit, cost, highest) == Approx(60).margin(search_error).epsilon(0));
    }
  });
}

TEST_CASE("haggling pays if it saves more than it costs") {
  const PostedPrice price{Money(60), Money(40)};
  CHECK(expected_discount(Money(80), price, 0.6).value() == Approx(8));  // 0.4 (60 - 40)
  CHECK(expected_discount(Money(50), price, 0.6).value() == Approx(4));
  CHECK(expected_discount(Money(30), price, 0.6) == Money(0));
  CHECK(haggles(Money(80), price, 0.6, Money(7.9)));
  CHECK_FALSE(haggles(Money(80), price, 0.6, Money(8.1)));
  CHECK_FALSE(haggles(Money(30), price, 0.6, Money(0)));
  CHECK_THROWS_AS(expected_discount(Money(1), price, 1.1), ModelError);
}

TEST_CASE("prices stay in order however the numbers round, also where nothing is to be gained") {
  RandomStream chance(3, 1, "posted price test", "edges");
  for (int i = 0; i < 2000; ++i) {
    const Money most(chance.uniform(1e-3, 1e6));
    const double takers = i % 5 == 0 ? 1e-300 : chance.uniform(0, 1), power = i % 7 == 0 ? 1e-17 : chance.uniform(0, 1);
    for (const Money unit_cost : {most, Money(std::nextafter(most.value(), 0.0)), Money(0)}) {
      const MixedCustomers mixed{takers, power, most, unit_cost};
      for (const Cutoff cutoff : {Cutoff::committed, Cutoff::at_cost}) {
        const PostedPrice best = best_posted_price(mixed, cutoff);
        CHECK((Money(0) <= best.cutoff && best.cutoff <= best.posted && best.posted <= most));
        if (unit_cost == most) CHECK(best.posted == most);
      }
    }
  }
}

TEST_CASE("impossible customers and prices are refused") {
  CHECK_THROWS_AS(best_posted_price(customers(1.1, 0.5), Cutoff::committed), ModelError);
  CHECK_THROWS_AS(best_posted_price(customers(0.5, -0.1), Cutoff::committed), ModelError);
  CHECK_THROWS_AS(best_posted_price(customers(0, 0), Cutoff::committed), ModelError);
  CHECK_THROWS_AS(best_posted_price(customers(0.5, 0.5, 101), Cutoff::committed), ModelError);
  CHECK_THROWS_AS(profit_per_visitor(customers(0.5, 0.5), {Money(50), Money(60)}), ModelError);
}
