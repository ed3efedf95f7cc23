// Is the answer a plan, and its bound true, when the node limit is hit?

#include <catch2/catch.hpp>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/brute_force.hpp"
#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/verified.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr std::array<std::int64_t, 6> limits{1, 10, 100, 1'000, 10'000, 100'000};

double weight_of_unserved(const AllocationProblem& problem, const Allocation& answer) {
  double weight = 0;
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    weight += problem.parts[x].priority * (problem.parts[x].units - answer.parts[x].served);
  return weight / std::max(1e-300, weight_of_all_demand(problem));
}

/// That plan a does not beat what b proves.
void check_not_beyond(const AllocationProblem& problem, const Allocation& a, const Allocation& b) {
  const double unserved_a = weight_of_unserved(problem, a), unserved_b = weight_of_unserved(problem, b);
  if (!b.most_is_served) return;
  CHECK(unserved_a >= unserved_b - rounding_of_costs);
  if (unserved_a <= unserved_b + rounding_of_costs)
    CHECK(a.cost.total().value() >= b.bound.value() * (1 - rounding_of_costs) - rounding_of_costs);
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
                        CHECK(weight_of_unserved(problem, answer) >= unserved - rounding_of_costs);
                        const bool serves_most = weight_of_unserved(problem, answer) <= unserved + rounding_of_costs;
                        if (answer.most_is_served) CHECK(serves_most);
                        if (answer.status != AllocationStatus::limit) CHECK(answer.status == least.status);
                        if (!serves_most) continue;
                        CHECK(answer.bound.value() <= least.cost * (1 + rounding_of_costs));
                        CHECK(answer.cost.total().value() >= least.cost * (1 - rounding_of_costs));
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
