// What does a minifactory plan, charge and forecast, by hand?

#include "sim/planning.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models/error.hpp"
#include "sim/recipes.hpp"
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

PeriodPlan plan_for_units(const Scenario& market, double units) {
  AllocationCache cache;
  const FactoryModel factory = model_of(market);
  return plan_period(factory, {std::vector<double>(factory.services.size(), 1), units}, cache, nullptr);
}

PeriodPlan plan_for_share(const Scenario& market, double share, const PeriodPlan* before = nullptr) {
  AllocationCache cache;
  return plan_period(model_of(market), {{share}, std::nullopt}, cache, before);
}

double total(const std::vector<double>& weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); }

}  // namespace

TEST_CASE("the plan of a period has the costs of the cheapest route") {
  const PeriodPlan plan = plan_for_units(priced_market(), 20);
  // D = 40 parts; batch sqrt(2 * 40 * 20 / 4) = 20; one move per batch: 3 / 20 per part. Energy 0.5 (4 * 0.5 + 8 * 0.25), labour 10 * 0.5 +
  // 20 * 0.25.
  REQUIRE(plan.routes.size() == 1);
  REQUIRE(plan.routes[0].size() == 1);
  CHECK(plan.part_demand == std::vector{40.0});
  CHECK(plan.allocation->parts[0].batch == Approx(20));
  CHECK(plan.routes[0][0].unit_cost.energy.value() == Approx(2));
  CHECK(plan.routes[0][0].unit_cost.labour.value() == Approx(10));
  CHECK(plan.routes[0][0].unit_cost.movement.value() == Approx(0.15));
  CHECK(plan.services.at(0).unit_cost.value() == Approx(24.3));
  REQUIRE(plan.services[0].recipes.size() == 1);
  CHECK(plan.services[0].recipes[0].time.value() == Approx(2 * 45 * 60));
  CHECK(plan.services[0].recipes[0].cost.total().value() == Approx(24.3));
}

TEST_CASE("each type pays alpha / 2 beta + C / 2") {
  const PeriodPlan plan = plan_for_units(priced_market(), 20);
  REQUIRE(plan.services.at(0).prices.size() == 2);
  CHECK(plan.services[0].prices[0].value() == Approx(50 + 12.15));
  CHECK(plan.services[0].prices[1].value() == Approx(25 + 12.15));
}

TEST_CASE("segments of one type are priced together") {
  Scenario market = priced_market();
  market.customers[1].type = CustomerType::price_taker;
  const PeriodPlan plan = plan_for_units(market, 20);
  REQUIRE(plan.services.at(0).prices.size() == 1);
  CHECK(plan.services[0].prices[0].value() == Approx((40 + 40) / (2 * (0.4 + 0.8)) + 12.15));
}

TEST_CASE("prices, demand and cost agree, at the average cost or at the margin") {
  // Per unit of service: v = 24 and, at D units, two parts each moving for 3 / sqrt(2 * 2D * 20 / 4):  m = 2 * 3 / sqrt(20) per sqrt(D).
  const double v = 24, m = 6 / std::sqrt(20.0);
  for (const CostBasis basis : {CostBasis::average, CostBasis::marginal}) {
    Scenario market = priced_market();
    market.minifactories[0].pricing.cost = basis;
    const PeriodPlan plan = plan_for_share(market, 1);
    const double demand = plan.services[0].forecast;
    const double cost = v + m / std::sqrt(demand) * (basis == CostBasis::average ? 1 : 0.5);
    CHECK(plan.rounds.has_value());
    CHECK(plan.services[0].unit_cost.value() == Approx(cost).epsilon(1e-9));
    CHECK(demand == Approx(40 - 0.4 * (50 + cost / 2) + 40 - 0.8 * (25 + cost / 2)).epsilon(1e-8));
  }
}

TEST_CASE("a third party that pays for more than the cost leaves nothing to be paid, and no price below that") {
  Scenario market = priced_market();
  market.market.revenue.third_party = Money(1000);
  for (SegmentSpec& segment : market.customers) segment.reference_price = {.effect = 0.1, .start = Money(30)};
  market.minifactories[0].pricing.strategy = "cost_plus";
  CHECK(plan_for_share(market, 1).services.at(0).prices == std::vector{Money(0), Money(0)});
  for (const char* strategy : {"optimal_reference", "loss_averse", "common_reference", "dynamic_program"}) {
    market.minifactories[0].pricing.strategy = strategy;
    const PeriodPlan plan = plan_for_share(market, 1);
    for (const Money price : plan.services.at(0).prices) CHECK(price > Money(0));
  }
}

TEST_CASE("the plan before saves rounds and changes no plan") {
  const Scenario market = priced_market();
  const PeriodPlan first = plan_for_share(market, 0.7);
  const PeriodPlan fresh = plan_for_share(market, 0.8), again = plan_for_share(market, 0.8, &first);
  CHECK(*again.rounds < *fresh.rounds);
  CHECK(again.services[0].forecast == Approx(fresh.services[0].forecast).epsilon(1e-8));
}

TEST_CASE("a share of the demand in reach is expected, at first equally many for all who can serve it") {
  Scenario market = priced_market();
  CHECK(model_of(market).services.at(0).share == 1);
  market.minifactories.push_back(market.minifactories[0]);
  market.minifactories[1].name = "f2";
  CHECK(model_of(market, 1).services.at(0).share == Approx(0.5));
  market.minifactories[1].forecast.start = 7;
  CHECK(model_of(market, 1).first_forecast == 7);
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
  CHECK(model_of(market).problem.parts.at(0).part.routes.at(0).number == 1);
}

TEST_CASE("capacity is the working time of the lines unless it is given") {
  Scenario market = priced_market();
  market.minifactories[0].lines = 3;
  market.minifactories[0].working_time = hours(8);
  market.minifactories[0].machines[1].capacity = hours(5);
  market.minifactories[0].workers[1].capacity = hours(7);
  const Plant plant = model_of(market).problem.plant;
  CHECK(plant.machines[0].capacity == hours(3 * 8 * 10));
  CHECK(plant.machines[1].capacity == hours(5));
  CHECK(plant.workers[0].capacity == hours(3 * 8 * 10));
  CHECK(plant.workers[1].capacity == hours(7));
}

TEST_CASE("when capacity binds, demand is shared over routes, and orders by recipes in the same shares") {
  Scenario market = priced_market();
  market.minifactories[0].machines[1].capacity = hours(5);  // 20 of 40 parts take a quarter of an hour on n
  const PeriodPlan plan = plan_for_units(market, 20);
  REQUIRE(plan.routes[0].size() == 2);
  CHECK(plan.routes[0][0].weight == Approx(0.5));
  const auto& recipes = plan.services[0].recipes;
  REQUIRE(recipes.size() == 2);
  CHECK(recipes[0].weight == Approx(0.5));
  CHECK(recipes[0].needs.machines == std::vector<std::size_t>{0, 1});
  CHECK(recipes[1].needs.machines == std::vector<std::size_t>{0});
  CHECK(recipes[1].time.value() == Approx(2 * 90 * 60));
  market.minifactories[0].planning.routes = RouteRule::single;
  CHECK(plan_for_units(market, 20).routes[0].size() == 1);
}

TEST_CASE("when capacity does not suffice, whole services are made, and those that cannot be made are left out") {
  Scenario market = priced_market();
  market.minifactories[0].planning.routes = RouteRule::split;
  market.parts.push_back({.name = "Q", .routes = {{{"m", 10}}}});
  market.services[0].parts = {{"P", 1}, {"Q", 3}};
  market.minifactories[0].machines[0].capacity = hours(10);  // 30 + 3 * 10 min a set: 10 sets
  const PeriodPlan plan = plan_for_units(market, 40);
  CHECK(plan.allocation->parts[0].served == Approx(10).epsilon(0.005));
  CHECK(plan.allocation->parts[0].served <= 10 * (1 + 1e-9));
  CHECK(plan.allocation->parts[1].served == Approx(3 * plan.allocation->parts[0].served));
  CHECK(plan.unserved_parts() == Approx(4 * (40 - plan.allocation->parts[0].served)));
  CHECK(plan.services[0].recipes.size() == 1);
  market.services.push_back({.name = "T", .parts = {{"Q", 1}}});
  market.customers[1].service = "T";
  market.minifactories[0].machines[1].capacity = Seconds(0);
  market.parts[0].routes = {{{"n", 15}}};
  const PeriodPlan without_n = plan_for_units(market, 40);
  CHECK(without_n.services[0].recipes.empty());
  CHECK(without_n.services[0].prices.empty());
  CHECK(without_n.allocation->parts[1].served == Approx(40));
}

TEST_CASE("without a machine that is down, the plan takes another route, and the prices stay") {
  AllocationCache cache;
  const Scenario market = priced_market();
  const FactoryModel factory = model_of(market);
  const PeriodPlan plan = plan_period(factory, {{1.0}, 20.0}, cache, nullptr);
  const PeriodPlan again = replan(factory, plan, {.machines = {1}}, cache);
  CHECK(again.routes[0].at(0).route == 1);
  CHECK(again.services[0].prices == plan.services[0].prices);
  CHECK(replan(factory, plan, {.machines = {0}}, cache).services[0].recipes.empty());
  CHECK(replan(factory, plan, {.workers = {1}}, cache).routes[0].at(0).route == 1);
}

TEST_CASE("recipes keep the shares of every part") {
  const auto route = [](double weight, double cost) {
    PlannedRoute planned{.weight = weight, .time = minutes(cost)};
    planned.unit_cost.labour = Money(cost);
    return planned;
  };
  const ServiceModel service{.parts = {{0, 1}, {1, 2}}};
  const std::vector<std::vector<PlannedRoute>> routes{{route(0.25, 1), route(0.75, 2)}, {route(0.5, 10), route(0.3, 20), route(0.2, 30)}};
  const auto recipes = recipes_of(service, routes);
  CHECK(recipes.size() == 4);
  std::vector<double> first(2), second(3), all;
  double cost = 0;
  for (const Recipe& recipe : recipes) {
    first[recipe.routes[0]] += recipe.weight;
    second[recipe.routes[1]] += recipe.weight;
    all.push_back(recipe.weight);
    cost += recipe.weight * recipe.cost.total().value();
  }
  CHECK(total(all) == Approx(1));
  for (std::size_t r = 0; r < 2; ++r) CHECK(first[r] == Approx(routes[0][r].weight));
  for (std::size_t r = 0; r < 3; ++r) CHECK(second[r] == Approx(routes[1][r].weight));
  CHECK(cost == Approx(0.25 * 1 + 0.75 * 2 + 2 * (0.5 * 10 + 0.3 * 20 + 0.2 * 30)));
  CHECK(recipes_of(service, {{route(1, 1)}, {}}).empty());
}

TEST_CASE("the smoothed value lies between the last one and what came") {
  CHECK(smoothed(100, 40, 0.25) == Approx(85));
  CHECK(smoothed(100, 40, 0) == 100);
  CHECK(smoothed(100, 40, 1) == 40);
  CHECK_THROWS_AS(smoothed(100, 40, 1.1), ModelError);
  CHECK_THROWS_AS(smoothed(100, 40, -0.1), ModelError);
}

}  // namespace ccm::test
