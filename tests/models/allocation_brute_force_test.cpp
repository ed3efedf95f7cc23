// Does the solver find what trying everything finds?
//
// Both compute with sums of some hundred products, the enumeration in extended precision, the solver in double precision (1e-16): a cost
// may differ by 1e-9 of itself, and the same holds for what is unserved against all demand.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/brute_force.hpp"
#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/table1.hpp"
#include "tests/models/allocation/verify_plan.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double rounding = 1e-9;
constexpr std::uint64_t problems_per_regime = 100;

/// All combinations of 2 to 6 machines, 1 to 4 parts, 1 to 3 groups and 1 to 3 worker levels turn up.
ProblemSize size_of(std::uint64_t number) {
  return {.machines = 2 + number % 5, .parts = 1 + number / 2 % 4, .groups = 1 + number / 3 % 3, .levels = 1 + number / 5 % 3};
}

double weight_of_unserved(const AllocationProblem& problem, const Allocation& answer) {
  double weight = 0;
  for (std::size_t x = 0; x < std::min(problem.parts.size(), answer.parts.size()); ++x)
    weight += problem.parts[x].priority * (problem.parts[x].units - answer.parts[x].served);
  return weight;
}

void compare_with_enumeration(const AllocationProblem& problem) {
  const LeastCost expected = by_brute_force(problem);
  const Allocation answer = solve(problem);
  CHECK(answer.status == expected.status);
  CHECK(verify_plan(problem, answer) == std::vector<std::string>{});
  if (expected.status == AllocationStatus::infeasible) return;
  CHECK(weight_of_unserved(problem, answer) == Approx(expected.unserved).epsilon(0).margin(rounding * weight_of_all_demand(problem)));
  CHECK(answer.cost.total().value() == Approx(expected.cost).epsilon(rounding));
}

/// Calls the function with random problems under each pair of rules.
template <class Function>
void for_each_problem(Regime regime, std::uint64_t count, Function function) {
  for (std::uint64_t number = 0; number < count; ++number)
    for (const RouteRule routes : {RouteRule::single, RouteRule::split})
      for (const MoveRule moves : {MoveRule::distinct_groups, MoveRule::changes}) {
        AllocationProblem problem = random_problem(regime, size_of(number), number);
        problem.routes = routes;
        problem.moves = moves;
        INFO(fmt::format("{}, problem {}, {}, {}", name_of(regime), number, routes == RouteRule::single ? "single" : "split",
                         moves == MoveRule::changes ? "changes" : "distinct groups"));
        function(problem);
      }
}

void compare_with_enumeration(Regime regime) {
  for_each_problem(regime, problems_per_regime, [](const AllocationProblem& problem) { compare_with_enumeration(problem); });
}

AllocationProblem with_demand(AllocationProblem problem, std::size_t part, double units) {
  problem.parts[part].units = units;
  return problem;
}

/// dC/dD_x, unless the cost has a kink there.
struct Slope {
  bool all_is_made = true;  // also a little beyond the demand
  bool has_kink = false;
  double value = 0;
};

/// With a step of 1e-5 of the demand, the central difference of this smooth cost is off by less than 1e-9 (its third derivative) plus
/// 1e-16 / 1e-5 of the whole cost over that of one part (rounding). A kink shows as a difference between left and right.
Slope slope_by_difference(const AllocationProblem& problem, std::size_t part) {
  const double units = problem.parts[part].units, step = 1e-5 * units;
  const double here = by_brute_force(problem).cost, less = by_brute_force(with_demand(problem, part, units - step)).cost;
  const LeastCost more = by_brute_force(with_demand(problem, part, units + step));
  const double left = (here - less) / step, right = (more.cost - here) / step;
  return {more.status == AllocationStatus::optimal, std::abs(right - left) > 1e-3 * std::max(left, right), (left + right) / 2};
}

void compare_marginal_costs(const AllocationProblem& problem, int& compared) {
  const Allocation answer = solve(problem);
  if (by_brute_force(problem).status != AllocationStatus::optimal) return;
  for (std::size_t x = 0; x < problem.parts.size(); ++x) {
    CAPTURE(x);
    const Slope slope = slope_by_difference(problem, x);
    REQUIRE(answer.parts.size() == problem.parts.size());
    if (!slope.all_is_made) CHECK_FALSE(answer.parts[x].marginal);
    if (!slope.all_is_made || slope.has_kink) continue;
    CHECK(answer.parts[x].marginal.value_or(Money(0)).value() == Approx(slope.value).epsilon(1e-6));
    ++compared;
  }
}

void compare_marginal_costs(Regime regime) {
  int compared = 0;
  for_each_problem(regime, 15, [&](const AllocationProblem& problem) { compare_marginal_costs(problem, compared); });
  CHECK(compared > 60);
}

/// Two machines in two groups; 10 units take 6 min on each, and 6 min of a level cost 2. All 10 units are one batch, and moving it costs 7.
AllocationProblem by_hand() {
  AllocationProblem problem;
  problem.plant.machines = {{Kilowatts(0), hours(1)}, {Kilowatts(0), hours(9)}};
  problem.plant.workers = {{MoneyPerHour(20), hours(9), {0, 1}}, {MoneyPerHour(99), hours(9), {0}}};
  problem.groups = {{1, 1}, {1, 1}};
  const Part part{{{0, {{0, minutes(6)}, {1, minutes(6)}}}}, Money(5), Money(1), Money(7), {}};
  problem.parts = {{part, 10}};
  return problem;
}

Allocation plan_by_hand() {
  const CostByKind unit{.labour = Money(4), .movement = Money(0.7)};
  Allocation plan;
  plan.cost = unit * 10;
  plan.bound = plan.cost.total();
  plan.parts = {{.served = 10, .batch = 10, .routes = {{0, 10, 1, unit}}, .cost = plan.cost, .average = Money(4.7), .marginal = {}}};
  plan.group_of_machine = {0, 1};
  plan.work = {{0, 0, 0, 0, hours(1)}, {0, 0, 1, 0, hours(1)}};
  plan.full_machines = {0};
  return plan;
}

/// Whether the verifier finds fault with the plan after the change.
template <class Change>
bool is_refused(Change change) {
  Allocation plan = plan_by_hand();
  change(plan);
  return !verify_plan(by_hand(), plan).empty();
}

}  // namespace

TEST_CASE("the enumeration knows a case computed by hand") {
  const LeastCost found = by_brute_force(by_hand());
  CHECK(found.status == AllocationStatus::optimal);
  CHECK(found.cost == Approx(47));
  const LeastCost half = by_brute_force(with_demand(by_hand(), 0, 20));
  CHECK(half.status == AllocationStatus::shortage);
  CHECK(half.unserved == Approx(10));
  CHECK(half.cost == Approx(40 + 7 * std::sqrt(2) / 2));  // half of sqrt(2) batches
}

TEST_CASE("Table 1: enumeration and solver find 235 kW min, 11.57778 of labour and 0.037947 of movement per set") {
  CHECK(by_brute_force(table1()).cost == Approx(100 * (235 * 0.0335 + 11.57778 + 0.037947)).epsilon(1e-6));
  const Allocation answer = solve(table1());
  CHECK(verify_plan(table1(), answer) == std::vector<std::string>{});
  CHECK(answer.cost.total().value() == Approx(by_brute_force(table1()).cost).epsilon(rounding));
  const bool mirrored = !answer.group_of_machine.empty() && answer.group_of_machine.front() == 1;
  CHECK(answer.group_of_machine ==
        (mirrored ? std::vector<std::size_t>{1, 0, 0, 0, 0, 1, 0} : std::vector<std::size_t>{0, 1, 1, 1, 1, 0, 1}));
}

TEST_CASE("the verifier accepts a plan and refuses what is wrong with it") {
  CHECK(verify_plan(by_hand(), plan_by_hand()) == std::vector<std::string>{});
  CHECK(is_refused([](Allocation& plan) { plan.group_of_machine = {0, 0}; }));
  CHECK(is_refused([](Allocation& plan) { plan.group_of_machine = {0}; }));
  CHECK(is_refused([](Allocation& plan) { plan.work[1].worker = 1; }));
  CHECK(is_refused([](Allocation& plan) { plan.work[0].worker = 1; }));
  CHECK(is_refused([](Allocation& plan) { plan.work[1].time = hours(2); }));
  CHECK(is_refused([](Allocation& plan) { std::swap(plan.work[0], plan.work[1]); }));
  CHECK(is_refused([](Allocation& plan) { plan.work.pop_back(); }));
  CHECK(is_refused([](Allocation& plan) { plan.parts[0].routes[0].moves = 0; }));
  CHECK(is_refused([](Allocation& plan) { plan.parts[0].routes[0].units = 9; }));
  CHECK(is_refused([](Allocation& plan) { plan.parts[0].routes[0].unit_cost.labour = Money(3); }));
  CHECK(is_refused([](Allocation& plan) { plan.parts[0].average = Money(5); }));
  CHECK(is_refused([](Allocation& plan) { plan.parts[0].batch = 5; }));
  CHECK(is_refused([](Allocation& plan) { plan.cost.energy = Money(1); }));
  CHECK(is_refused([](Allocation& plan) { plan.unserved = 1; }));
  CHECK(is_refused([](Allocation& plan) { plan.status = AllocationStatus::shortage; }));
  CHECK(is_refused([](Allocation& plan) { plan.bound = Money(48); }));
  CHECK(is_refused([](Allocation& plan) { plan.gap = 0.1; }));
  CHECK(is_refused([](Allocation& plan) { plan.full_machines.clear(); }));
  CHECK(is_refused([](Allocation& plan) { plan.full_workers = {0}; }));
}

TEST_CASE("the solver agrees with enumeration: slack capacity") { compare_with_enumeration(Regime::slack); }
TEST_CASE("the solver agrees with enumeration: tight capacity") { compare_with_enumeration(Regime::tight); }
TEST_CASE("the solver agrees with enumeration: shortage of capacity") { compare_with_enumeration(Regime::shortage); }
TEST_CASE("the solver agrees with enumeration: machines that nobody operates") { compare_with_enumeration(Regime::idle_machines); }
TEST_CASE("the solver agrees with enumeration: parts without demand") { compare_with_enumeration(Regime::no_demand); }
TEST_CASE("the solver agrees with enumeration: no grouping within the bounds") { compare_with_enumeration(Regime::no_partition); }
TEST_CASE("the solver agrees with enumeration: a given grouping") { compare_with_enumeration(Regime::given_grouping); }
TEST_CASE("the solver agrees with enumeration: ties") { compare_with_enumeration(Regime::ties); }
TEST_CASE("the solver agrees with enumeration: routes that come back to a machine") { compare_with_enumeration(Regime::returning_routes); }
TEST_CASE("the solver agrees with enumeration: moves that cost nothing") { compare_with_enumeration(Regime::free_moves); }
TEST_CASE("the solver agrees with enumeration: yields and material") { compare_with_enumeration(Regime::yields); }
TEST_CASE("the solver agrees with enumeration: priorities") { compare_with_enumeration(Regime::priorities); }
TEST_CASE("the solver agrees with enumeration: empty groups") { compare_with_enumeration(Regime::empty_groups); }
TEST_CASE("the solver agrees with enumeration: one machine") { compare_with_enumeration(Regime::one_machine); }

TEST_CASE("marginal costs are the slopes of the least cost: slack capacity") { compare_marginal_costs(Regime::slack); }
TEST_CASE("marginal costs are the slopes of the least cost: tight capacity") { compare_marginal_costs(Regime::tight); }

TEST_CASE("a part without demand costs on average what its cheapest route costs without movement") {
  int compared = 0;
  for_each_problem(Regime::slack, problems_per_regime, [&](const AllocationProblem& drawn) {
    const AllocationProblem problem = with_demand(drawn, 0, 0);
    AllocationProblem alone = with_demand(drawn, 0, 1e-3);
    alone.parts.resize(1);
    alone.parts[0].part.move_cost = Money(0);
    const Allocation answer = solve(problem);
    REQUIRE(answer.parts.size() == problem.parts.size());
    REQUIRE(answer.parts[0].average);
    CHECK(answer.parts[0].average->value() == Approx(by_brute_force(alone).cost / 1e-3).epsilon(rounding));
    CHECK(answer.parts[0].routes.size() == 1);
    ++compared;
  });
  CHECK(compared == 4 * problems_per_regime);
}
