// Do orders get the recipes of the plan in its shares, and wait for what is down?

#include "sim/floor.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

namespace ccm::test {
namespace {

/// One service with recipes of these weights; recipe i takes i + 1 hours and needs machine i.
std::shared_ptr<const PeriodPlan> plan_with(const std::vector<double>& weights) {
  PeriodPlan plan;
  plan.routes.resize(1);
  ServicePlan& service = plan.services.emplace_back();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Seconds time = hours(static_cast<double>(i + 1));
    plan.routes[0].push_back({.route = i, .weight = weights[i], .time = time});
    service.recipes.push_back({.weight = weights[i], .routes = {i}, .time = time, .needs = {{i}, {i + 10}}});
  }
  return std::make_shared<const PeriodPlan>(plan);
}

FactoryModel one_service() {
  FactoryModel factory;
  factory.services = {{.parts = {{0, 1}}}};
  return factory;
}

struct OnFloor {
  FactoryModel factory = one_service();
  Floor floor{factory, 1, 2};  // worked half of the time

  std::size_t recipe_of_next(RequestId order) { return floor.join(order, {}, Seconds(0)).routes[0]; }
};

}  // namespace

TEST_CASE_METHOD(OnFloor, "recipes are given out in the shares of the plan") {
  floor.adopt(plan_with({0.5, 0.3, 0.2}));
  std::vector<int> given(3);
  for (RequestId order = 0; order < 100; ++order) {
    ++given[recipe_of_next(order)];
    for (std::size_t r = 0; r < 3; ++r) CHECK(std::abs(given[r] - std::vector{0.5, 0.3, 0.2}[r] * static_cast<double>(order + 1)) <= 1);
  }
  CHECK(given == std::vector{50, 30, 20});
}

TEST_CASE_METHOD(OnFloor, "an order takes its recipe's time, stretched, and ends in the ledger") {
  floor.adopt(plan_with({1}));
  floor.join(7, {.units = 2, .pace = 1.5}, Seconds(0));
  const auto job = floor.start_next(Seconds(0));
  CHECK(job->duration == hours(1 * 2 * 2 * 1.5));
  CHECK_FALSE(floor.start_next(Seconds(0)));
  CHECK(floor.finish(7, hours(6)).service == 0);
}

TEST_CASE_METHOD(OnFloor, "an order that needs what is down waits, and so do those behind it") {
  floor.adopt(plan_with({0.5, 0.5}));
  floor.fail(&Resources::machines, 0, Seconds(0));
  CHECK(floor.next_recipe(0)->routes[0] == 1);
  CHECK(recipe_of_next(1) == 1);
  floor.fail(&Resources::workers, 11, Seconds(0));
  CHECK(floor.next_recipe(0) == nullptr);
  CHECK_FALSE(floor.start_next(Seconds(0)));
  CHECK(recipe_of_next(2) == 0);  // nothing is up: by the shares
  floor.repair(&Resources::workers, 11, hours(1));
  CHECK(floor.start_next(hours(1))->id == 1);
  floor.finish(1, hours(5));
  CHECK_FALSE(floor.start_next(hours(5)));
  floor.repair(&Resources::machines, 0, hours(6));
  CHECK(floor.start_next(hours(6))->id == 2);
}

TEST_CASE_METHOD(OnFloor, "what is down for two reasons is up when both have ended") {
  floor.adopt(plan_with({1}));
  floor.fail(&Resources::machines, 0, Seconds(0));
  floor.fail(&Resources::machines, 0, Seconds(0));
  floor.repair(&Resources::machines, 0, hours(1));
  CHECK(floor.next_recipe(0) == nullptr);
  floor.repair(&Resources::machines, 0, hours(2));
  CHECK(floor.next_recipe(0) != nullptr);
  CHECK(floor.down().empty());
  CHECK_THROWS_AS(floor.repair(&Resources::machines, 0, hours(3)), ModelError);
}

TEST_CASE_METHOD(OnFloor, "waiting orders keep their recipe until they are rerouted") {
  floor.adopt(plan_with({1, 1e-9}));
  CHECK(recipe_of_next(1) == 0);
  floor.adopt(plan_with({1e-9, 1}));
  CHECK(floor.line().earliest_start(Seconds(0)) == hours(2));
  floor.reroute(Seconds(0));
  CHECK(floor.line().earliest_start(Seconds(0)) == hours(4));
  CHECK(floor.start_next(Seconds(0))->duration == hours(4));
}

TEST_CASE_METHOD(OnFloor, "a plan that cannot make a service leaves its orders to the last plan that could") {
  floor.adopt(plan_with({1}));
  CHECK(recipe_of_next(1) == 0);
  floor.adopt(plan_with({}));
  CHECK(floor.next_recipe(0) == nullptr);
  floor.reroute(Seconds(0));
  CHECK(recipe_of_next(2) == 0);
  CHECK(floor.start_next(Seconds(0))->id == 1);
}

TEST_CASE("an order for what no plan could make, or one that joins twice, is refused") {
  const FactoryModel factory = one_service();
  Floor floor(factory, 1, 1);
  floor.adopt(plan_with({}));
  CHECK_THROWS_AS(floor.join(1, {}, Seconds(0)), ModelError);
  floor.adopt(plan_with({1}));
  floor.join(1, {}, Seconds(0));
  CHECK_THROWS_AS(floor.join(1, {}, Seconds(0)), ModelError);
}

}  // namespace ccm::test
