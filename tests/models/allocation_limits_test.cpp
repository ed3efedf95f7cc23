// Is the answer a plan, and its bound true, when the node limit is hit or the problem is absurd?
//
// Costs are sums of up to some thousand products in double precision; 1e-9 of them is rounding.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

#include "models/allocation/solver.hpp"
#include "models/error.hpp"
#include "tests/models/allocation/brute_force.hpp"
#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/table1.hpp"
#include "tests/models/allocation/verify_plan.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double rounding = 1e-9;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array<std::int64_t, 6> limits{1, 10, 100, 1'000, 10'000, 100'000};

double weight_of_unserved(const AllocationProblem& problem, const Allocation& answer) {
  double weight = 0;
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    weight += problem.parts[x].priority * (problem.parts[x].units - answer.parts[x].served);
  return weight / std::max(1e-300, weight_of_all_demand(problem));
}

Allocation verified(AllocationProblem problem, std::int64_t limit) {
  problem.node_limit = limit;
  const Allocation answer = solve(problem);
  CHECK(verify_plan(problem, answer) == std::vector<std::string>{});
  if (answer.status != AllocationStatus::limit) return answer;
  CHECK(answer.nodes >= limit);
  CHECK(answer.gap > 0);
  CHECK(answer.gap <= 1);
  return answer;
}

/// That plan a does not beat what b proves.
void check_not_beyond(const AllocationProblem& problem, const Allocation& a, const Allocation& b) {
  const double unserved_a = weight_of_unserved(problem, a), unserved_b = weight_of_unserved(problem, b);
  if (!b.most_is_served) return;
  CHECK(unserved_a >= unserved_b - rounding);
  if (unserved_a <= unserved_b + rounding) CHECK(a.cost.total().value() >= b.bound.value() * (1 - rounding) - rounding);
}

/// Answers for rising limits, each a valid plan, none beyond what another proves. Returns how many were cut short.
int check_all_limits(const AllocationProblem& problem) {
  std::vector<Allocation> answers;
  for (const std::int64_t limit : limits) answers.push_back(verified(problem, limit));
  int cut_short = 0;
  for (const Allocation& a : answers) {
    cut_short += a.status == AllocationStatus::limit;
    for (const Allocation& b : answers) check_not_beyond(problem, a, b);
  }
  return cut_short;
}

template <class Function>
void for_each_rule(AllocationProblem problem, Function function) {
  for (const RouteRule routes : {RouteRule::single, RouteRule::split})
    for (const MoveRule moves : {MoveRule::distinct_groups, MoveRule::changes}) {
      problem.routes = routes;
      problem.moves = moves;
      INFO(fmt::format("{}, {}", routes == RouteRule::single ? "single" : "split", moves == MoveRule::changes ? "changes" : "distinct"));
      function(problem);
    }
}

void check_all_limits(Regime regime, const ProblemSize& size, std::uint64_t count) {
  int cut_short = 0;
  for (std::uint64_t number = 0; number < count; ++number) {
    INFO(fmt::format("{}, {} machines, {} parts, problem {}", name_of(regime), size.machines, size.parts, number));
    for_each_rule(random_problem(regime, size, number), [&](const AllocationProblem& problem) { cut_short += check_all_limits(problem); });
  }
  CHECK(cut_short > 0);  // else nothing was tested
}

constexpr ProblemSize medium{.machines = 16, .parts = 30, .groups = 4, .levels = 4};
constexpr ProblemSize large{.machines = 40, .parts = 120, .groups = 5, .levels = 6};
constexpr ProblemSize many_parts{.machines = 20, .parts = 300, .groups = 3, .levels = 5};

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

TEST_CASE("any node limit gives a plan and a true bound: slack capacity") {
  check_all_limits(Regime::slack, medium, 4);
  check_all_limits(Regime::slack, large, 2);
}
TEST_CASE("any node limit gives a plan and a true bound: tight capacity") {
  check_all_limits(Regime::tight, medium, 4);
  check_all_limits(Regime::tight, large, 2);
}
TEST_CASE("any node limit gives a plan and a true bound: shortage of capacity") {
  check_all_limits(Regime::shortage, medium, 4);
  check_all_limits(Regime::shortage, large, 2);
}
TEST_CASE("any node limit gives a plan and a true bound: yields, priorities and many parts") {
  check_all_limits(Regime::yields, medium, 2);
  check_all_limits(Regime::priorities, medium, 2);
  check_all_limits(Regime::tight, many_parts, 1);
}

TEST_CASE("where the optimum is known, no bound exceeds it and no plan beats it") {
  int cut_short = 0;
  for (const Regime regime : {Regime::slack, Regime::tight, Regime::shortage, Regime::ties})
    for (std::uint64_t number = 0; number < 25; ++number) {
      INFO(fmt::format("{}, problem {}", name_of(regime), number));
      for_each_rule(random_problem(regime, {.machines = 6, .parts = 4, .groups = 3, .levels = 3}, number),
                    [&](const AllocationProblem& problem) {
                      const LeastCost least = by_brute_force(problem);
                      const double unserved = least.unserved / weight_of_all_demand(problem);
                      for (const std::int64_t limit : {1, 5, 20, 100}) {
                        CAPTURE(limit);
                        const Allocation answer = verified(problem, limit);
                        cut_short += answer.status == AllocationStatus::limit;
                        CHECK(weight_of_unserved(problem, answer) >= unserved - rounding);
                        const bool serves_most = weight_of_unserved(problem, answer) <= unserved + rounding;
                        if (answer.most_is_served) CHECK(serves_most);
                        if (answer.status != AllocationStatus::limit) CHECK(answer.status == least.status);
                        if (!serves_most) continue;
                        CHECK(answer.bound.value() <= least.cost * (1 + rounding));
                        CHECK(answer.cost.total().value() >= least.cost * (1 - rounding));
                      }
                    });
    }
  CHECK(cut_short > 100);
}

TEST_CASE("with a limit that is not hit, a larger one changes nothing") {
  for_each_rule(random_problem(Regime::tight, {.machines = 6, .parts = 4, .groups = 2, .levels = 3}, 7),
                [](const AllocationProblem& problem) {
                  const Allocation a = verified(problem, 5'000'000), b = verified(problem, 50'000'000);
                  CHECK(a.status != AllocationStatus::limit);
                  CHECK(a.cost.total() == b.cost.total());
                  CHECK(a.nodes == b.nodes);
                  CHECK(a.group_of_machine == b.group_of_machine);
                });
}

TEST_CASE("a linear program too large for the limit still gives a plan") {
  AllocationProblem problem =
      random_problem(Regime::shortage, {.machines = 50, .parts = 400, .groups = 4, .levels = 8, .most_routes = 15}, 1);
  for_each_rule(problem, [](const AllocationProblem& hard) {
    const Allocation answer = verified(hard, 1);
    CHECK(answer.status == AllocationStatus::limit);
    CHECK(answer.cost.total() > Money(0));
    CHECK(answer.nodes < 10'000'000);  // it must not hang: an unlimited program of this size takes more
  });
}

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

TEST_CASE("64 groups of one machine each: every change of machine is a move") {
  AllocationProblem problem = random_problem(Regime::slack, {.machines = 64, .parts = 20, .groups = 1, .levels = 4}, 1);
  problem.groups.assign(64, {1, 1});
  const Allocation plan = verified(problem, 100'000);
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    for (const RouteUse& use : plan.parts[x].routes)
      CHECK(use.moves + 1 == problem.parts[x].part.routes[use.route].operations.size());  // none comes back to a machine
}

TEST_CASE("64 groups that may be empty put everything into one") {
  AllocationProblem problem = random_problem(Regime::slack, {.machines = 30, .parts = 20, .groups = 1, .levels = 4}, 1);
  problem.groups.assign(64, {0});
  const Allocation plan = verified(problem, 5'000'000);
  CHECK(plan.status == AllocationStatus::optimal);
  CHECK(plan.cost.movement == Money(0));
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
        CHECK(solve(in_money).cost.total().value() == Approx(plan.cost.total().value() * scale).epsilon(rounding));
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
        CHECK(slow.cost.total().value() == Approx(plan.cost.total().value()).epsilon(rounding));
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
        for (std::size_t x = 0; x < hostile.parts.size(); ++x) CHECK(plan.parts[x].served <= hostile.parts[x].units * (1 + rounding));
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
