// Is the second choice what the best plan without the first one costs, and a relief what an hour more brings?
//
// Costs are sums of some hundred products in double precision; 1e-9 of them is rounding.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <set>

#include "models/allocation/alternatives.hpp"
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

/// 10 units, 6 min each, on machine 0 for 20 per hour, machine 1 for 30 or machine 2 for 40; each machine has its level. Enough for all.
AllocationProblem three_ways(double hours_of_first) {
  AllocationProblem problem;
  Part part;
  for (std::size_t y = 0; y < 3; ++y) {
    problem.plant.machines.push_back({Kilowatts(0), hours(y == 0 ? hours_of_first : 9)});
    problem.plant.workers.push_back({MoneyPerHour(20 + 10 * static_cast<double>(y)), hours(9), {y}});
    part.routes.push_back({y, {{y, minutes(6)}}});
  }
  problem.groups = {{}};
  problem.parts = {{part, 10}};
  return problem;
}

double weight_of_unserved(const AllocationProblem& problem, const Allocation& answer) {
  double weight = 0;
  for (std::size_t x = 0; x < problem.parts.size(); ++x)
    weight += problem.parts[x].priority * (problem.parts[x].units - answer.parts[x].served);
  return weight;
}

/// Whether a plan serves less, or as much at a higher cost, but for rounding.
bool is_worse(const AllocationProblem& problem, const Allocation& a, const Allocation& b) {
  const double difference = weight_of_unserved(problem, a) - weight_of_unserved(problem, b);
  const double margin = rounding * (weight_of_all_demand(problem) + 1);
  if (std::abs(difference) > margin) return difference > 0;
  return a.cost.total().value() > b.cost.total().value() * (1 + rounding) + rounding;
}

template <class Function>
void for_each_problem(Function function) {
  for (const Regime regime : {Regime::slack, Regime::tight, Regime::shortage, Regime::yields, Regime::idle_machines, Regime::priorities})
    for (std::uint64_t number = 0; number < 30; ++number) {
      AllocationProblem problem =
          random_problem(regime, {.machines = 3 + number % 3, .parts = 1 + number % 4, .groups = 1 + number % 2, .levels = 2}, number);
      problem.routes = number % 4 < 2 ? RouteRule::single : RouteRule::split;
      INFO(fmt::format("{}, problem {}", name_of(regime), number));
      function(problem, solve(problem));
    }
}

}  // namespace

TEST_CASE("without its route, a part takes the next cheapest, by the number that it has in the problem") {
  const AllocationProblem problem = three_ways(9);
  const auto found = alternatives(problem, solve(problem));
  REQUIRE(found.size() == 1);
  CHECK(found[0].part == 0);
  CHECK(found[0].without == 0);
  CHECK(found[0].plan.cost.total().value() == Approx(30));
  REQUIRE(found[0].plan.parts[0].routes.size() == 1);
  CHECK(found[0].plan.parts[0].routes[0].route == 1);
  CHECK(verify_plan(problem, found[0].plan) == std::vector<std::string>{});
}

TEST_CASE("a part that shares its demand has an alternative for each of its routes") {
  AllocationProblem problem = three_ways(0.25);  // for 2.5 of 10 units
  problem.routes = RouteRule::split;
  const Allocation optimum = solve(problem);
  CHECK(optimum.cost.total().value() == Approx(0.25 * 20 + 0.75 * 30));
  const auto found = alternatives(problem, optimum);
  REQUIRE(found.size() == 2);
  CHECK(found[0].without == 0);
  CHECK(found[0].plan.cost.total().value() == Approx(30));
  CHECK(found[1].without == 1);
  CHECK(found[1].plan.cost.total().value() == Approx(0.25 * 20 + 0.75 * 40));
  std::vector<std::size_t> routes;
  for (const RouteUse& use : found[1].plan.parts[0].routes) routes.push_back(use.route);
  CHECK(routes == std::vector<std::size_t>{0, 2});
  for (const Work& work : found[1].plan.work) CHECK(work.route == work.machine);  // here the numbers are the same
}

TEST_CASE("a part with one route, or without demand, has no alternative") {
  AllocationProblem problem = three_ways(9);
  problem.parts[0].units = 0;
  CHECK(alternatives(problem, solve(problem)).empty());
  problem = three_ways(9);
  problem.parts[0].part.routes.resize(1);
  CHECK(alternatives(problem, solve(problem)).empty());
}

TEST_CASE("an hour more of a full machine saves what it replaces") {
  AllocationProblem problem = three_ways(0.25);
  problem.routes = RouteRule::split;
  const Allocation optimum = solve(problem);
  CHECK(optimum.full_machines == std::vector<std::size_t>{0});
  const auto found = reliefs(problem, optimum);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].of_worker);
  CHECK(found[0].index == 0);
  CHECK(found[0].plan.cost.total().value() == Approx(20));  // all 10 units fit into 1.25 h
}

TEST_CASE("an hour more of a full worker level serves what could not be served") {
  AllocationProblem problem = three_ways(9);
  problem.parts[0].part.routes.resize(1);
  problem.plant.workers[0].capacity = hours(0.5);
  const Allocation optimum = solve(problem);
  CHECK(optimum.unserved == Approx(5));
  const auto found = reliefs(problem, optimum);
  REQUIRE(found.size() == 1);
  CHECK(found[0].of_worker);
  CHECK(found[0].index == 0);
  CHECK(found[0].plan.unserved == 0);
  CHECK(found[0].plan.status == AllocationStatus::optimal);
}

TEST_CASE("nothing is full: nothing can be relieved") { CHECK(reliefs(table1(), solve(table1())).empty()); }

TEST_CASE("Table 1: each part's other route costs more, and the plan has its number") {
  const Allocation optimum = solve(table1());
  const auto found = alternatives(table1(), optimum);
  REQUIRE(found.size() == 3);
  const std::vector<std::size_t> others{1, 1, 0};
  for (std::size_t x = 0; x < 3; ++x) {
    CHECK(found[x].part == x);
    CHECK(found[x].without == 1 - others[x]);
    CHECK(found[x].plan.parts[x].routes.at(0).route == others[x]);
    CHECK(found[x].plan.cost.total() > optimum.cost.total());
    CHECK(verify_plan(table1(), found[x].plan) == std::vector<std::string>{});
  }
}

TEST_CASE("an alternative is the best plan without the route, and no better than the optimum") {
  int compared = 0;
  for_each_problem([&](const AllocationProblem& problem, const Allocation& optimum) {
    for (const Alternative& alternative : alternatives(problem, optimum)) {
      CHECK(verify_plan(problem, alternative.plan) == std::vector<std::string>{});
      CHECK_FALSE(is_worse(problem, optimum, alternative.plan));
      for (const RouteUse& use : alternative.plan.parts[alternative.part].routes) CHECK(use.route != alternative.without);
      AllocationProblem without = problem;
      auto& routes = without.parts[alternative.part].part.routes;
      routes.erase(routes.begin() + static_cast<std::ptrdiff_t>(alternative.without));
      const LeastCost expected = by_brute_force(without);
      CHECK(alternative.plan.status == expected.status);
      CHECK(alternative.plan.cost.total().value() == Approx(expected.cost).epsilon(rounding));
      ++compared;
    }
  });
  CHECK(compared > 200);
}

TEST_CASE("a relief is the best plan with an hour more, and no worse than the optimum") {
  int compared = 0;
  for_each_problem([&](const AllocationProblem& problem, const Allocation& optimum) {
    const auto found = reliefs(problem, optimum);
    CHECK(found.size() == optimum.full_machines.size() + optimum.full_workers.size());
    for (const Relief& relief : found) {
      AllocationProblem relieved = problem;
      (relief.of_worker ? relieved.plant.workers[relief.index].capacity : relieved.plant.machines[relief.index].capacity) += hours(1);
      CHECK(verify_plan(relieved, relief.plan) == std::vector<std::string>{});
      CHECK_FALSE(is_worse(problem, relief.plan, optimum));
      const LeastCost expected = by_brute_force(relieved);
      CHECK(relief.plan.status == expected.status);
      CHECK(relief.plan.cost.total().value() == Approx(expected.cost).epsilon(rounding));
      ++compared;
    }
  });
  CHECK(compared > 200);
}

TEST_CASE("the node limit is shared out over all questions") {
  AllocationProblem problem = random_problem(Regime::slack, {.machines = 12, .parts = 10, .groups = 3, .levels = 3}, 1);
  const Allocation optimum = solve(problem);
  problem.node_limit = 1000;
  const auto found = alternatives(problem, optimum);
  REQUIRE(found.size() >= 4);
  for (const Alternative& alternative : found) {
    CHECK(alternative.plan.status == AllocationStatus::limit);
    CHECK(alternative.plan.nodes < 1000);
    CHECK(verify_plan(problem, alternative.plan) == std::vector<std::string>{});
  }
}
