// What does a minifactory plan, charge and forecast, by hand?

#include "sim/planning.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {
namespace {

/// Two types of customers, a part with a machine for each of two operations in two groups, and costs of every kind.
Scenario priced_market() {
  Scenario market = small_market();
  market.parts = {{.name = "P",
                   .routes = {{{"m", 30}, {"n", 15}}, {{"m", 90}}},
                   .setup_cost = Money(20),
                   .holding_cost = Money(4),
                   .move_cost = Money(3)}};
  market.services[0].parts = {{"P", 2}};
  market.customers = {market.customers[0], market.customers[0]};
  market.customers[1].name = "c2";
  market.customers[1].type = CustomerType::bargainer;
  market.customers[1].beta = 0.8;
  market.customers[1].lowest_value = Money(0);
  MinifactorySpec& minifactory = market.minifactories[0];
  minifactory.machines = {{.name = "m", .power = Kilowatts(4)}, {.name = "n", .power = Kilowatts(8)}};
  minifactory.workers = {{.name = "w", .wage = MoneyPerHour(10), .operates = {"m"}},
                         {.name = "v", .wage = MoneyPerHour(20), .operates = {"m", "n"}}};
  minifactory.groups = {{"m"}, {"n"}};
  minifactory.energy_price = MoneyPerKilowattHour(0.5);
  minifactory.pricing.strategy = "differential";
  return market;
}

FactoryModel model_of(const Scenario& market, std::size_t minifactory = 0) {
  return factory_model(market, market_of(market, Geography(market)), minifactory);
}

}  // namespace

TEST_CASE("the plan of a period has the costs of the cheapest route") {
  const PeriodPlan plan = plan_period(model_of(priced_market()), {20});
  // D = 40 parts; batch sqrt(2 * 40 * 20 / 4) = 20; one move per batch: 3 / 20 per part. Energy 0.5 (4 * 0.5 + 8 * 0.25), labour 10 * 0.5 +
  // 20 * 0.25.
  REQUIRE(plan.parts.size() == 1);
  CHECK(plan.part_demand == std::vector{40.0});
  CHECK(plan.parts[0].batch == Approx(20));
  CHECK(plan.parts[0].cost.energy.value() == Approx(2));
  CHECK(plan.parts[0].cost.labour.value() == Approx(10));
  CHECK(plan.parts[0].cost.movement.value() == Approx(0.15));
  CHECK(plan.services.at(0).unit_cost.total().value() == Approx(24.3));
  CHECK(plan.services.at(0).time.value() == Approx(2 * 45 * 60));
}

TEST_CASE("each type pays alpha / 2 beta + C / 2") {
  const PeriodPlan plan = plan_period(model_of(priced_market()), {20});
  REQUIRE(plan.services.at(0).prices.size() == 2);
  CHECK(plan.services[0].prices[0].value() == Approx(50 + 12.15));
  CHECK(plan.services[0].prices[1].value() == Approx(25 + 12.15));
}

TEST_CASE("segments of one type are priced together") {
  Scenario market = priced_market();
  market.customers[1].type = CustomerType::price_taker;
  const PeriodPlan plan = plan_period(model_of(market), {20});
  REQUIRE(plan.services.at(0).prices.size() == 1);
  CHECK(plan.services[0].prices[0].value() == Approx((40 + 40) / (2 * (0.4 + 0.8)) + 12.15));
}

TEST_CASE("the first forecast is the demand at the best price of a free product, shared among those who can serve it") {
  Scenario market = priced_market();
  CHECK(model_of(market).services.at(0).first_forecast == Approx(20 + 20));  // half of 40 would buy at 50, and half of 40 at 25
  market.minifactories.push_back(market.minifactories[0]);
  market.minifactories[1].name = "f2";
  CHECK(model_of(market, 1).services.at(0).first_forecast == Approx(10 + 10));
  market.minifactories[1].forecast.start = 7;
  CHECK(model_of(market, 1).services.at(0).first_forecast == 7);
}

TEST_CASE("a minifactory offers only what it can make and somebody in its reach wants") {
  Scenario market = priced_market();
  market.parts.push_back({.name = "Q", .routes = {{{"lathe", 5}}}});
  market.services.push_back({.name = "T", .parts = {{"Q", 1}}});
  market.services.push_back({.name = "unwanted", .parts = {{"P", 1}}});
  market.customers[1].service = "T";
  const FactoryModel factory = model_of(market);
  REQUIRE(factory.services.size() == 1);
  CHECK(factory.services[0].service == 0);
  CHECK(factory.parts.size() == 1);
  market.minifactories[0].reach = Kilometres(1);
  market.customers[0].at = GeoPoint{48, 11};
  CHECK(model_of(market).services.empty());
}

TEST_CASE("a route through a machine that the minifactory lacks is left out, and the others keep their numbers") {
  Scenario market = priced_market();
  market.parts[0].routes.insert(market.parts[0].routes.begin(), {{"lathe", 1}});
  const PeriodPlan plan = plan_period(model_of(market), {20});
  CHECK(plan.parts.at(0).route == 1);
}

TEST_CASE("the next forecast lies between the last one and what came") {
  CHECK(next_forecast(100, 40, 0.25) == Approx(85));
  CHECK(next_forecast(100, 40, 0) == 100);
  CHECK(next_forecast(100, 40, 1) == 40);
  CHECK_THROWS_AS(next_forecast(100, 40, 1.1), ModelError);
  CHECK_THROWS_AS(next_forecast(100, 40, -0.1), ModelError);
}

}  // namespace ccm::test
