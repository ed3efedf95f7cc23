// Do the strategies set the prices of the paper's Table 3, and the right ones beside them?

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "models/pricing/strategy.hpp"
#include "tests/support/draws.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

// Table 2 of [QamarAziz2023]; alpha and C are inferred from Table 3 (2419.165), where they are not published.
const std::vector<TypeDemand> table2{
    {CustomerType::price_taker, 100, 1.5}, {CustomerType::negotiator, 100, 2}, {CustomerType::bargainer, 100, 2.5}};
const Money inferred_cost{6.5194935};

std::vector<Money> prices(const char* strategy, const std::vector<TypeDemand>& types, Money cost, double markup = 0) {
  return pricing_strategy(strategy).prices({types, cost, {.markup = markup}});
}

double profit(const std::vector<TypeDemand>& types, const std::vector<Money>& charged, Money cost) {
  double total = 0;
  for (std::size_t t = 0; t < types.size(); ++t)
    total += (charged[t] - cost).value() * std::max(0.0, types[t].alpha - types[t].beta * charged[t].value());
  return total;
}

double profit_from(const TypeDemand& type, Money price, Money cost) {
  return profit(std::vector<TypeDemand>{type}, std::vector<Money>{price}, cost);
}

}  // namespace

TEST_CASE("differential prices give the first column of Table 3 to every printed digit") {
  const auto charged = prices("differential", table2, inferred_cost);
  CHECK(charged[0].value() == Approx(36.5931).margin(5e-5));
  CHECK(charged[1].value() == Approx(28.2597).margin(5e-5));
  CHECK(charged[2].value() == Approx(23.2597).margin(5e-5));
  CHECK(profit_from(table2[0], charged[0], inferred_cost) == Approx(1356.6).margin(0.05));
  CHECK(profit_from(table2[1], charged[1], inferred_cost) == Approx(945.3).margin(0.05));
  CHECK(profit_from(table2[2], charged[2], inferred_cost) == Approx(700.6).margin(0.05));
  CHECK(profit(table2, charged, inferred_cost) == Approx(3002.5).margin(0.05));
}

TEST_CASE("fixed_first gives the third column of Table 3, which the paper calls fixed pricing") {
  const auto charged = prices("fixed_first", table2, inferred_cost);
  CHECK(profit_from(table2[0], charged[0], inferred_cost) == Approx(1356.6).margin(0.05));
  CHECK(profit_from(table2[1], charged[1], inferred_cost) == Approx(806.4).margin(0.05));
  CHECK(profit_from(table2[2], charged[2], inferred_cost) == Approx(256.1).margin(0.05));
  CHECK(profit(table2, charged, inferred_cost) == Approx(2419.165).margin(0.0005));
}

TEST_CASE("uniform is the best single price, which the paper does not show") {
  const auto charged = prices("uniform", table2, inferred_cost);
  CHECK(charged[0].value() == Approx(28.2597).margin(5e-5));
  CHECK(charged[0] == charged[2]);
  CHECK(profit(table2, charged, inferred_cost) == Approx(2835.832).margin(0.0005));
}

TEST_CASE("uniform leaves a type unserved where serving it would cost more than it brings") {
  const std::vector<TypeDemand> types{{CustomerType::price_taker, 100, 1}, {CustomerType::bargainer, 10, 1}};
  const auto charged = prices("uniform", types, Money(0));
  CHECK(charged[0].value() == Approx(50));  // serving both would be P = 27.5 and earn 1512.5 instead of 2500
}

TEST_CASE("no single price on a fine grid beats uniform") {
  Draws draws(7);
  for (int instance = 0; instance < 200; ++instance) {
    std::vector<TypeDemand> types;
    for (int t = 0; t < 3; ++t) types.push_back({CustomerType::price_taker, draws.between(1, 200), draws.between(0.5, 5)});
    const Money cost(draws.between(0, 60));
    const double best = profit(types, prices("uniform", types, cost), cost);
    for (double price = 0; price < 250; price += 0.25) CHECK(profit(types, std::vector<Money>(3, Money(price)), cost) <= best + 1e-9);
  }
}

TEST_CASE("cost_plus adds the markup to the unit cost") {
  CHECK(prices("cost_plus", table2, Money(20), 0.25) == std::vector<Money>(3, Money(25)));
}

TEST_CASE("discrimination gains sum alpha^2/(4 beta) - (sum alpha)^2/(4 sum beta), whatever the cost") {
  for (const double cost : {0.0, 5.0, 15.0}) {
    const double gain = profit(table2, prices("differential", table2, Money(cost)), Money(cost)) -
                        profit(table2, prices("uniform", table2, Money(cost)), Money(cost));
    CHECK(gain == Approx(1e4 / 6 + 1e4 / 8 + 1e4 / 10 - 9e4 / 24));
  }
}

TEST_CASE("an unknown strategy is refused") { CHECK_THROWS_AS(pricing_strategy("guess"), ModelError); }
