// Do prices of rivals, of Eq. 13 and of falling unit costs satisfy what defines them?

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/optimal/bertrand.hpp"
#include "models/pricing/optimal/eq13.hpp"
#include "models/pricing/optimal/scale_price.hpp"
#include "models/pricing/price_and_cost.hpp"
#include "tests/models/random_seller.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

// Table 2 of [QamarAziz2023] with the inferred alpha and C; expected numbers to 3 decimals from the paper's Table 3 and its correction.
const std::vector<Eq13Type> table2{{100, 1.5}, {100, 2}, {100, 2.5}};
const Money inferred_cost{6.5194935};

std::vector<double> profits(Eq13Reading reading, double gamma = 0.5) {
  const std::vector<Money> prices = eq13_prices(table2, inferred_cost, gamma, reading);
  std::vector<double> profits = eq13_demands(table2, gamma, prices);
  for (std::size_t t = 0; t < profits.size(); ++t) profits[t] *= (prices[t] - inferred_cost).value();
  return profits;
}

double total(const std::vector<double>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), 0.0); }

}  // namespace

TEST_CASE("Eq. 13 in three readings, and as printed", "[optimal]") {
  const double digit = 5e-4;
  const auto plugged = profits(Eq13Reading::plugged), sequential = profits(Eq13Reading::sequential), joint = profits(Eq13Reading::joint);
  CHECK(plugged[0] == Approx(1356.631).margin(digit).epsilon(0));
  CHECK(plugged[1] == Approx(1343.049).margin(digit).epsilon(0));
  CHECK(plugged[2] == Approx(937.128).margin(digit).epsilon(0));
  CHECK(total(plugged) == Approx(3636.807).margin(2 * digit).epsilon(0));
  CHECK(total(sequential) == Approx(3743.891).margin(2 * digit).epsilon(0));
  CHECK(total(joint) == Approx(3792.004).margin(2 * digit).epsilon(0));
  const auto prices = eq13_prices(table2, inferred_cost, 0.5, Eq13Reading::joint);
  CHECK(prices[0].value() == Approx(41.5049).margin(5e-5).epsilon(0));
  CHECK(prices[1].value() == Approx(35.9903).margin(5e-5).epsilon(0));
  CHECK(prices[2].value() == Approx(26.8588).margin(5e-5).epsilon(0));
  const auto printed = eq13_as_printed(table2, inferred_cost, 0.5);
  CHECK(printed[1] == Approx(1745.804).margin(digit).epsilon(0));
  CHECK(printed[2] == Approx(1302.092).margin(digit).epsilon(0));
  CHECK(total(printed) == Approx(4404.527).margin(2 * digit).epsilon(0));
}

TEST_CASE("no price of the joint reading can be changed for more profit, and without an effect all readings are Eq. 7", "[optimal]") {
  const auto best = eq13_prices(table2, inferred_cost, 0.5, Eq13Reading::joint);
  const auto profit_of = [](const std::vector<Money>& prices) {
    const auto demands = eq13_demands(table2, 0.5, prices);
    double profit = 0;
    for (std::size_t t = 0; t < 3; ++t) profit += (prices[t] - inferred_cost).value() * demands[t];
    return profit;
  };
  for (std::size_t t = 0; t < 3; ++t)
    for (const double move : {-1e-3, 1e-3}) {
      auto moved = best;
      moved[t] += Money(move);
      CHECK(profit_of(moved) < profit_of(best));
    }
  for (const auto reading : {Eq13Reading::plugged, Eq13Reading::sequential, Eq13Reading::joint}) {
    const auto prices = eq13_prices(table2, inferred_cost, 0, reading);
    for (std::size_t t = 0; t < 3; ++t)
      CHECK(prices[t].value() == Approx(best_price({.alpha = 100, .beta = table2[t].beta}, inferred_cost).value()).epsilon(1e-15));
  }
  CHECK_THROWS_AS(eq13_prices(table2, inferred_cost, 1.5, Eq13Reading::joint), ModelError);
}

TEST_CASE("at the Nash price nobody gains by moving alone, and answers converge to it", "[optimal]") {
  std::mt19937_64 random(21);
  for (int i = 0; i < 100; ++i) {
    BertrandSeller seller{draw(random, 1, 100), draw(random, 0.1, 5), 0, Money(draw(random, 0, 10))};
    seller.epsilon = draw(random, 0, 1.9) * seller.beta;
    const Money nash = nash_price(seller), start = 3.0 * nash;
    CHECK(best_response(seller, nash).value() == Approx(nash.value()).epsilon(1e-13));
    CHECK((best_response(seller, start) - nash) / (start - nash) == Approx(seller.epsilon / (2 * seller.beta)).margin(1e-12).epsilon(0));
    const auto profit = [&](Money own) {
      return (own - seller.cost).value() * (seller.alpha - seller.beta * own.value() + seller.epsilon * nash.value());
    };
    CHECK(profit(nash) > profit(1.01 * nash));
    CHECK(profit(nash) > profit(0.99 * nash));
  }
  CHECK_THROWS_AS(nash_price({1, 1, 2, Money(0)}), ModelError);
}

TEST_CASE("prices at scale are those to which going round between price and cost leads", "[optimal]") {
  std::mt19937_64 random(22);
  int nothing = 0, some_leave = 0;
  for (int i = 0; i < 400; ++i) {
    std::vector<ScaleType> types;
    std::vector<TypeDemand> demands;
    for (int k = 0; k < 3; ++k) types.push_back({draw(random, 20, 200), draw(random, 0.5, 4)});
    for (const ScaleType& type : types) demands.push_back({.alpha = type.alpha, .beta = type.beta});
    const ScaleCost cost{draw(random, 0, 20), draw(random, 0, 400)};
    for (const auto rule : {CostOfUnit::marginal, CostOfUnit::average}) {
      const double part = rule == CostOfUnit::marginal ? 0.5 : 1;
      const std::vector<ServiceDemand> service{{demands}};
      const auto unit_cost = [&](const std::vector<double>& d) {
        return std::vector<Money>{Money(d[0] > 0 ? cost.v + part * cost.m / std::sqrt(d[0]) : 1e9)};
      };
      const SettledPrices settled = settle_prices(service, {&pricing_strategy("differential")}, {300}, unit_cost);
      const auto solved = scale_prices(types, cost, rule);
      if (!solved) {
        ++nothing;
        continue;
      }
      const auto profit_at = [&](double demand, const std::vector<Money>& prices) {
        double profit = -cost.v * demand - cost.m * std::sqrt(demand);
        for (std::size_t k = 0; k < 3; ++k) profit += prices[k].value() * std::max(0.0, types[k].alpha - types[k].beta * prices[k].value());
        return profit;
      };
      CHECK(solved->unit_cost.value() == Approx(unit_cost({solved->demand})[0].value()).epsilon(1e-9));
      CHECK(profit_at(solved->demand, solved->prices) >= -1e-9);
      for (std::size_t k = 0; k < 3; ++k)
        if (types[k].alpha < types[k].beta * solved->unit_cost.value()) ++some_leave;
      if (!settled.settled || settled.demand[0] <= 0) continue;
      if (solved->demand == Approx(settled.demand[0]).epsilon(1e-6))
        CHECK(std::max(solved->prices[0], solved->unit_cost).value() == Approx(settled.prices[0][0].value()).epsilon(1e-8));
      else
        CHECK(profit_at(solved->demand, solved->prices) >= profit_at(settled.demand[0], settled.prices[0]));
    }
  }
  CHECK((nothing > 0 && some_leave > 0));
}

TEST_CASE("the marginal cost is the right cost for prices: no common change of them earns more", "[optimal]") {
  const std::vector<ScaleType> types{{100, 1.5}, {100, 2}, {100, 2.5}};
  const ScaleCost cost{5.5, 12};
  const auto profit = [&](std::vector<Money> prices, double move) {
    double revenue = 0, demand = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const double p = prices[k].value() + move, d = types[k].alpha - types[k].beta * p;
      revenue += p * d;
      demand += d;
    }
    return revenue - cost.v * demand - cost.m * std::sqrt(demand);
  };
  const auto marginal = scale_prices(types, cost, CostOfUnit::marginal)->prices;
  CHECK(profit(marginal, 0) > profit(marginal, 0.01));
  CHECK(profit(marginal, 0) > profit(marginal, -0.01));
  CHECK(profit(marginal, 0) > profit(scale_prices(types, cost, CostOfUnit::average)->prices, 0));
  CHECK_FALSE(scale_prices(types, {70, 12}, CostOfUnit::marginal).has_value());
  CHECK_THROWS_AS(scale_prices(types, {-1, 12}, CostOfUnit::marginal), ModelError);
}
