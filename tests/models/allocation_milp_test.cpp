// Does the solver find what a solver of mixed-integer programs finds, where there is too much to try everything?
//
// Cbc accepts constraints that are violated by 1e-9, and its second program may leave 1e-12 of all demand more unserved than the first.
// One unserved unit can be worth a hundred times the average cost of a unit, if it takes a detour to serve it. That is less than 1e-6 of
// the cost.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/brute_force.hpp"
#include "tests/models/allocation/cbc.hpp"
#include "tests/models/allocation/formulation.hpp"
#include "tests/models/allocation/random_problem.hpp"
#include "tests/models/allocation/verify_plan.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

void check_same(const AllocationProblem& problem, const LeastCost& found, const LeastCost& expected) {
  CHECK(found.status == expected.status);
  CHECK(found.unserved == Approx(expected.unserved).epsilon(0).margin(1e-9 * weight_of_all_demand(problem)));
  CHECK(found.cost == Approx(expected.cost).epsilon(1e-6).margin(1e-6));
}

LeastCost by_solver(const AllocationProblem& problem) {
  const Allocation answer = solve(problem);
  CHECK(verify_plan(problem, answer) == std::vector<std::string>{});
  REQUIRE(answer.parts.size() == problem.parts.size());
  double unserved = 0;
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    unserved += problem.parts[x].priority * (problem.parts[x].units - answer.parts[x].served);
  return {answer.status, unserved, answer.cost.total().value()};
}

/// The four pairs of rules by turns.
AllocationProblem problem_with_rules(Regime regime, const ProblemSize& size, std::uint64_t number) {
  AllocationProblem problem = random_problem(regime, size, number);
  problem.routes = number % 2 == 0 ? RouteRule::split : RouteRule::single;
  problem.moves = number / 2 % 2 == 0 ? MoveRule::distinct_groups : MoveRule::changes;
  return problem;
}

void compare_with_cbc(Regime regime, const ProblemSize& size, std::uint64_t count) {
  for (std::uint64_t number = 0; number < count; ++number) {
    const AllocationProblem problem = problem_with_rules(regime, size, number);
    INFO(fmt::format("{}, problem {}", name_of(regime), number));
    check_same(problem, by_solver(problem), by_cbc(problem));
  }
}

constexpr ProblemSize wide{.machines = 7, .parts = 12, .groups = 2, .levels = 3};
constexpr ProblemSize deep{.machines = 9, .parts = 6, .groups = 3, .levels = 4};

}  // namespace

TEST_CASE("Cbc and enumeration agree on small problems of every regime") {
  for (const Regime regime : all_regimes)
    for (std::uint64_t number = 0; number < 4; ++number) {
      const AllocationProblem problem =
          problem_with_rules(regime, {.machines = 4 + number % 2, .parts = 3, .groups = 2, .levels = 2}, number);
      INFO(fmt::format("{}, problem {}", name_of(regime), number));
      check_same(problem, by_cbc(problem), by_brute_force(problem));
    }
}

TEST_CASE("the solver agrees with Cbc: many parts, slack capacity") { compare_with_cbc(Regime::slack, wide, 8); }
TEST_CASE("the solver agrees with Cbc: many parts, tight capacity") { compare_with_cbc(Regime::tight, wide, 8); }
TEST_CASE("the solver agrees with Cbc: many parts, shortage of capacity") { compare_with_cbc(Regime::shortage, wide, 8); }
TEST_CASE("the solver agrees with Cbc: many machines, slack capacity") { compare_with_cbc(Regime::slack, deep, 8); }
TEST_CASE("the solver agrees with Cbc: many machines, tight capacity") { compare_with_cbc(Regime::tight, deep, 8); }
TEST_CASE("the solver agrees with Cbc: many machines, shortage of capacity") { compare_with_cbc(Regime::shortage, deep, 8); }
TEST_CASE("the solver agrees with Cbc: priorities") { compare_with_cbc(Regime::priorities, wide, 4); }
TEST_CASE("the solver agrees with Cbc: yields and material") { compare_with_cbc(Regime::yields, deep, 4); }
