// Do orders on lines get the recipes of the plan in its shares, and wait for what is down?

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "sim/floor/line_floor.hpp"
#include "tests/support/bare_clock.hpp"

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
    service.recipes.push_back({.weight = weights[i], .routes = {i}, .time = time, .cost = {.labour = Money(5)}, .needs = {{i}, {i + 10}}});
  }
  return std::make_shared<const PeriodPlan>(plan);
}

FactoryModel one_service() {
  FactoryModel factory;
  factory.services = {{.parts = {{0, 1}}}};
  return factory;
}

constexpr Resources::Kind machines = &Resources::machines, workers = &Resources::workers;

/// What started and was made when, in hours.
struct OnLines {
  using Notes = std::vector<std::pair<RequestId, double>>;
  BareClock clock;
  FactoryModel factory = one_service();
  Notes started, finished;
  LineFloor floor{clock,
                  factory,
                  {1, 2},  // worked half of the time
                  Pace(MinifactorySpec{}, RandomStream(1, 1, "f", "processing")),
                  {[this](RequestId order) { started.emplace_back(order, in_hours(clock.now())); },
                   [this](RequestId order, const CostByKind& cost) {
                     finished.emplace_back(order, in_hours(clock.now()));
                     CHECK(cost.labour == Money(5));
                   }}};

  void join(RequestId order, double units = 1) { floor.join(order, {.units = units}); }
};

}  // namespace

TEST_CASE("recipes are given out in the shares of the plan") {
  RecipeBook book;
  book.adopt(plan_with({0.5, 0.3, 0.2}));
  std::vector<int> given(3);
  for (int order = 1; order <= 100; ++order) {
    const std::size_t next = book.next(0)->recipe;
    const ChosenRecipe chosen = book.give(0, 1);
    CHECK(chosen.recipe == next);
    ++given[chosen.recipe];
    for (std::size_t r = 0; r < 3; ++r) CHECK(std::abs(given[r] - std::vector{0.5, 0.3, 0.2}[r] * order) <= 1);
  }
  CHECK(given == std::vector{50, 30, 20});
}

TEST_CASE("a recipe that was chosen before counts when it is taken, if the plan still stands") {
  RecipeBook book;
  book.adopt(plan_with({0.5, 0.5}));
  const ChosenRecipe first = *book.next(0);
  CHECK(book.next(0)->recipe == first.recipe);
  book.take(first, 1);
  CHECK(book.next(0)->recipe != first.recipe);
  book.adopt(plan_with({0.5, 0.5}));
  book.take(first, 1);
  CHECK(book.next(0)->recipe == first.recipe);
}

TEST_CASE_METHOD(OnLines, "an order takes its recipe's time, stretched, and ends in the flows") {
  floor.adopt(plan_with({1}));
  CHECK(floor.promise(7, {.units = 3}, hours(1)) == hours(1 + 6));
  join(7, 3);
  join(8);
  CHECK(floor.load() == hours(8));
  CHECK(floor.expected(7) == hours(6));
  CHECK(floor.expected(8) == hours(8));
  CHECK(floor.promise(9, {}, hours(1)) == hours(8 + 2));
  CHECK(floor.can_still_make(0, hours(20)) == 6);
  CHECK_THROWS_AS(join(8), ModelError);
  clock.run_until(hours(10));
  CHECK(started == Notes{{7, 0}, {8, 6}});
  CHECK(finished == Notes{{7, 6}, {8, 8}});
  const FloorUse use = floor.close_period(1, {});
  CHECK(use.utilisation == Approx(0.8).epsilon(1e-12));
  CHECK(use.queue_mean == Approx(0.6).epsilon(1e-12));
  CHECK(floor.load() == Seconds(0));
}

TEST_CASE_METHOD(OnLines, "an order that needs what is down waits, and so do those behind it") {
  floor.adopt(plan_with({0.5, 0.5}));
  floor.fail(machines, 0);
  floor.fail(workers, 11);
  CHECK_FALSE(floor.can_make(0));
  CHECK_FALSE(floor.promise(1, {}, Seconds(0)));
  join(1);  // nothing is up: by the shares, so on machine 0
  join(2);
  CHECK(floor.needs(1, machines, 0));
  CHECK(floor.needs(2, workers, 11));
  clock.run_until(hours(1));
  CHECK(started.empty());
  floor.repair(workers, 11);
  floor.go_on();
  CHECK(started.empty());
  floor.repair(machines, 0);
  floor.go_on();
  clock.run();
  CHECK(started == Notes{{1, 1}, {2, 3}});
  CHECK(finished == Notes{{1, 3}, {2, 7}});
}

TEST_CASE_METHOD(OnLines, "what is down for two reasons is up when both have ended") {
  floor.adopt(plan_with({1}));
  floor.fail(machines, 0);
  floor.fail(machines, 0);
  floor.repair(machines, 0);
  CHECK_FALSE(floor.can_make(0));
  floor.repair(machines, 0);
  CHECK(floor.can_make(0));
  CHECK(floor.down().empty());
  CHECK_THROWS_AS(floor.repair(machines, 0), ModelError);
}

TEST_CASE_METHOD(OnLines, "waiting orders keep their recipe until they are rerouted") {
  floor.adopt(plan_with({1, 1e-9}));
  join(1);
  join(2);
  floor.adopt(plan_with({1e-9, 1}));
  CHECK(floor.expected(2) == hours(4));
  floor.reroute();
  CHECK(floor.expected(2) == hours(6));
  CHECK(floor.load() == hours(6));
  clock.run();
  CHECK(finished == Notes{{1, 2}, {2, 6}});
}

TEST_CASE_METHOD(OnLines, "a plan that cannot make a service leaves its orders to the last plan that could") {
  floor.adopt(plan_with({1}));
  join(1);
  floor.adopt(plan_with({}));
  CHECK_FALSE(floor.can_make(0));
  CHECK(floor.can_still_make(0, hours(9)) == 0);
  floor.reroute();
  join(2);
  clock.run();
  CHECK(finished == Notes{{1, 2}, {2, 4}});
}

TEST_CASE_METHOD(OnLines, "an order that waits is given up at no cost, one that runs is made") {
  floor.adopt(plan_with({1}));
  join(1);
  join(2);
  join(3);
  clock.run_until(hours(1));
  CHECK_FALSE(floor.abandon(1));
  CHECK_FALSE(floor.abandon(9));
  CHECK(floor.abandon(2)->total() == Money(0));
  CHECK(floor.expected(3) == hours(4));
  CHECK(floor.load() == hours(4));
  clock.run();
  CHECK(finished == Notes{{1, 2}, {3, 4}});
}

TEST_CASE_METHOD(OnLines, "an order for what no plan could make is refused") {
  floor.adopt(plan_with({}));
  CHECK_THROWS_AS(join(1), ModelError);
}

}  // namespace ccm::test
