// What is the answer to a problem with nothing in it, with huge and tiny numbers, or with numbers that make no sense?

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

#include "models/allocation/solver.hpp"
#include "models/error.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/verified.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// One part on two machines, each in its group.
AllocationProblem small_problem() {
  AllocationProblem problem;
  problem.plant.machines = {{Kilowatts(2), hours(10)}, {Kilowatts(3), hours(10)}};
  problem.plant.workers = {{MoneyPerHour(20), hours(20), {0, 1}}};
  problem.plant.energy_price = MoneyPerKilowattHour(0.5);
  problem.groups = {{1}, {1}};
  Part part{.routes = {{0, {{0, minutes(6)}, {1, minutes(6)}}}},
            .setup_cost = Money(5),
            .holding_cost = Money(1),
            .move_cost = Money(7),
            .material = {}};
  problem.parts = {{part, 10}};
  return problem;
}

using Change = std::function<void(AllocationProblem&)>;

AllocationProblem changed(const Change& change) {
  AllocationProblem problem = small_problem();
  change(problem);
  return problem;
}

Allocation solved(const Change& change) {
  const AllocationProblem problem = changed(change);
  const Allocation answer = solve(problem);
  CHECK(verify_plan(problem, answer) == std::vector<std::string>{});
  return answer;
}

bool is_refused(const Change& change) {
  try {
    static_cast<void>(solve(changed(change)));
    return false;
  } catch (const ModelError&) {
    return true;
  }
}

void check_amount_is_required(const std::function<void(AllocationProblem&, double)>& set) {
  for (const double wrong : {-1.0, -1e-300, infinity, -infinity, std::nan("")}) {
    CAPTURE(wrong);
    CHECK(is_refused([&](AllocationProblem& problem) { set(problem, wrong); }));
  }
  CHECK_FALSE(is_refused([&](AllocationProblem& problem) { set(problem, 0.5); }));
}

}  // namespace

TEST_CASE("no parts: nothing is made and nothing costs anything") {
  const Allocation plan = solved([](AllocationProblem& problem) { problem.parts.clear(); });
  CHECK(plan.status == AllocationStatus::optimal);
  CHECK(plan.cost.total() == Money(0));
  CHECK(plan.parts.empty());
  CHECK(plan.group_of_machine.size() == 2);
}

TEST_CASE("no machines: no part can be made, if groups may be empty") {
  const Change no_machines = [](AllocationProblem& problem) {
    problem.plant.machines.clear();
    problem.plant.workers[0].operates.clear();
    problem.parts[0].part.routes.clear();
  };
  CHECK(solved(no_machines).status == AllocationStatus::infeasible);
  const Allocation plan = solved([&](AllocationProblem& problem) {
    no_machines(problem);
    problem.groups = {{0, 0}, {0}};
  });
  CHECK(plan.status == AllocationStatus::shortage);
  CHECK(plan.unserved == 10);
}

TEST_CASE("no worker levels, or no capacity: nothing can be made") {
  for (const Change& change : std::vector<Change>{[](AllocationProblem& problem) { problem.plant.workers.clear(); },
                                                  [](AllocationProblem& problem) { problem.plant.workers[0].capacity = Seconds(0); },
                                                  [](AllocationProblem& problem) { problem.plant.machines[1].capacity = Seconds(0); },
                                                  [](AllocationProblem& problem) { problem.parts[0].part.routes.clear(); }}) {
    const Allocation plan = solved(change);
    CHECK(plan.status == AllocationStatus::shortage);
    CHECK(plan.unserved == 10);
    CHECK(plan.cost.total() == Money(0));
    CHECK(plan.parts.at(0).routes.empty());
    CHECK_FALSE(plan.parts.at(0).average);
    CHECK_FALSE(plan.parts.at(0).marginal);
  }
}

TEST_CASE("a part without routes leaves the others alone") {
  const Allocation alone = solve(small_problem());
  const Allocation plan = solved([](AllocationProblem& problem) {
    problem.parts.insert(problem.parts.begin(), problem.parts.front());
    problem.parts.front().part.routes.clear();
  });
  CHECK(plan.status == AllocationStatus::shortage);
  CHECK(plan.unserved == 10);
  CHECK(plan.cost.total() == alone.cost.total());
}

TEST_CASE("no demand at all: nothing is made, but a first unit has a price") {
  const Allocation plan = solved([](AllocationProblem& problem) { problem.parts[0].units = 0; });
  CHECK(plan.status == AllocationStatus::optimal);
  CHECK(plan.cost.total() == Money(0));
  REQUIRE(plan.parts.at(0).average);
  CHECK(plan.parts[0].average->value() == Approx(0.5 * 0.5 + 4));  // 0.5 kWh and 12 min
  CHECK(plan.parts[0].marginal == plan.parts[0].average);
}

TEST_CASE("operations that take no time cost nothing but their moves") {
  const Allocation plan = solved([](AllocationProblem& problem) {
    for (Operation& operation : problem.parts[0].part.routes[0].operations) operation.time = Seconds(0);
  });
  CHECK(plan.status == AllocationStatus::optimal);
  CHECK(plan.cost.total().value() == Approx(7));  // one batch of 10 moves once
  CHECK(plan.work.empty());
  CHECK(plan.full_machines.empty());
}

TEST_CASE("huge and tiny numbers scale the answer and nothing else") {
  for (const double scale : {1e-9, 1e12}) {
    CAPTURE(scale);
    for (const Regime regime : {Regime::slack, Regime::tight, Regime::shortage})
      for (std::uint64_t number = 0; number < 10; ++number) {
        INFO(fmt::format("{}, problem {}", name_of(regime), number));
        AllocationProblem problem = random_problem(regime, {.machines = 5, .parts = 4, .groups = 2, .levels = 3}, number);
        if (number % 2 == 0) problem.routes = RouteRule::split;
        const Allocation plan = solve(problem);
        AllocationProblem in_money = problem;
        in_money.plant.energy_price = in_money.plant.energy_price * scale;
        for (Worker& worker : in_money.plant.workers) worker.wage = worker.wage * scale;
        for (PartDemand& part : in_money.parts) part.part.move_cost = part.part.move_cost * scale;
        CHECK(solve(in_money).cost.total().value() == Approx(plan.cost.total().value() * scale).epsilon(rounding_of_costs));
        AllocationProblem in_time = problem;
        for (Machine& machine : in_time.plant.machines) machine = {machine.power * (1 / scale), machine.capacity * scale};
        for (Worker& worker : in_time.plant.workers) {
          worker.wage = worker.wage * (1 / scale);
          worker.capacity = worker.capacity * scale;
        }
        for (PartDemand& part : in_time.parts)
          for (Route& route : part.part.routes)
            for (Operation& operation : route.operations) operation.time = operation.time * scale;
        const Allocation slow = solve(in_time);
        CHECK(slow.cost.total().value() == Approx(plan.cost.total().value()).epsilon(rounding_of_costs));
        CHECK(slow.status == plan.status);
      }
  }
}

TEST_CASE("numbers of very different sizes in one problem still give a plan") {
  for (const double large_number : {1e6, 1e9, 1e12})
    for (std::uint64_t number = 0; number < 12; ++number) {
      AllocationProblem problem = random_problem(all_regimes[number % 3], {.machines = 5, .parts = 4, .groups = 2, .levels = 3}, number);
      CAPTURE(large_number, number);
      problem.parts[0].units *= large_number;
      problem.parts[1].units *= 1e-9;
      problem.plant.workers[0].wage = MoneyPerHour(1e-9);
      problem.parts[2].part.routes[0].operations[0].time = minutes(large_number);
      problem.parts[3].part.move_cost = Money(large_number);
      for_each_rule(problem, [](const AllocationProblem& hostile) {
        const Allocation plan = solve(hostile);
        CHECK(std::isfinite(plan.cost.total().value()));
        for (std::size_t x = 0; x < hostile.parts.size(); ++x)
          CHECK(plan.parts[x].served <= hostile.parts[x].units * (1 + rounding_of_costs));
      });
    }
}

TEST_CASE("amounts must be finite and not negative") {
  using P = AllocationProblem;
  check_amount_is_required([](P& p, double value) { p.plant.energy_price = MoneyPerKilowattHour(value); });
  check_amount_is_required([](P& p, double value) { p.plant.waste_price = MoneyPerKilogram(value); });
  check_amount_is_required([](P& p, double value) { p.plant.machines[1].power = Kilowatts(value); });
  check_amount_is_required([](P& p, double value) { p.plant.machines[1].capacity = Seconds(value); });
  check_amount_is_required([](P& p, double value) { p.plant.workers[0].wage = MoneyPerHour(value); });
  check_amount_is_required([](P& p, double value) { p.plant.workers[0].capacity = Seconds(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].units = value; });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.setup_cost = Money(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.holding_cost = Money(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.move_cost = Money(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.material.mass = Kilograms(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.material.price = MoneyPerKilogram(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.material.recycled = value; });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.routes[0].operations[1].time = Seconds(value); });
  check_amount_is_required([](P& p, double value) { p.parts[0].part.routes[0].operations[1].yield = value; });
  check_amount_is_required([](P& p, double value) { p.parts[0].priority = value; });
}

TEST_CASE("a problem that makes no sense is refused") {
  using P = AllocationProblem;
  CHECK_FALSE(is_refused([](P&) {}));
  CHECK(is_refused([](P& p) { p.groups.clear(); }));
  CHECK(is_refused([](P& p) { p.groups.assign(65, {0}); }));
  CHECK(is_refused([](P& p) { p.node_limit = 0; }));
  CHECK(is_refused([](P& p) { p.node_limit = -1; }));
  CHECK(is_refused([](P& p) { p.plant.workers[0].operates[1] = 2; }));
  CHECK(is_refused([](P& p) { p.parts[0].part.routes[0].operations.clear(); }));
  CHECK(is_refused([](P& p) { p.parts[0].part.routes[0].operations[0].machine = 2; }));
  CHECK(is_refused([](P& p) { p.parts[0].part.routes[0].operations[0].yield = 0; }));
  CHECK(is_refused([](P& p) { p.parts[0].part.routes[0].operations[0].yield = 1.01; }));
  CHECK(is_refused([](P& p) { p.parts[0].part.material.recycled = 1.01; }));
  CHECK(is_refused([](P& p) { p.parts[0].priority = 0; }));
  CHECK(is_refused([](P& p) { p.parts[0].part.setup_cost = Money(0); }));
  CHECK(is_refused([](P& p) { p.grouping = Grouping{0}; }));
  CHECK(is_refused([](P& p) { p.grouping = Grouping{0, 1, 1}; }));
  CHECK(is_refused([](P& p) { p.grouping = Grouping{0, 2}; }));
}

TEST_CASE("a setup that costs nothing is fine where nothing is held, or nothing is paid for a move") {
  CHECK_FALSE(is_refused([](AllocationProblem& problem) {
    problem.parts[0].part.setup_cost = Money(0);
    problem.parts[0].part.holding_cost = Money(0);
  }));
  const Allocation plan = solved([](AllocationProblem& problem) {
    problem.parts[0].part.setup_cost = Money(0);
    problem.parts[0].part.move_cost = Money(0);
  });
  CHECK(plan.cost.movement == Money(0));
  CHECK(std::isfinite(plan.cost.total().value()));
}
