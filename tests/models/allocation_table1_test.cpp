// Is the cheapest allocation of the paper's Table 1 the known one, whatever energy costs?
//
// The known numbers were found by trying all groupings and routes by hand of a separate program; they are printed to 5 or 6 digits, which
// is the tolerance.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/table1.hpp"
#include "tests/models/allocation/verify_plan.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double sets = 100;                                             // one set: one of each part
constexpr std::array prices_per_kw_min{0.0, 0.001, 0.0335, 0.5, 100.0};  // models up to where labour hardly matters

AllocationProblem table1_at(double price_per_kw_min, std::vector<GroupBounds> groups) {
  AllocationProblem problem = table1();
  problem.plant.energy_price = MoneyPerKilowattHour(price_per_kw_min * 60);
  problem.groups = std::move(groups);
  return problem;
}

/// Solves it for each energy price, checks that capacity does not bind, and hands plan and price on.
template <class Function>
void for_each_price(const std::vector<GroupBounds>& groups, Function check) {
  for (const double price : prices_per_kw_min) {
    INFO(fmt::format("{} per kW min", price));
    const AllocationProblem problem = table1_at(price, groups);
    const Allocation plan = solve(problem);
    REQUIRE(plan.status == AllocationStatus::optimal);
    CHECK(verify_plan(problem, plan) == std::vector<std::string>{});
    CHECK(plan.full_machines.empty());
    CHECK(plan.full_workers.empty());
    check(plan, price);
  }
}

double movement_per_set(const Allocation& plan) { return plan.cost.movement.value() / sets; }

/// The machines, from 1, that stand with machine 1, and the others.
std::set<std::set<std::size_t>> sets_of(const Grouping& grouping) {
  std::map<std::size_t, std::set<std::size_t>> by_group;
  for (std::size_t y = 0; y < grouping.size(); ++y) by_group[grouping[y]].insert(y + 1);
  std::set<std::set<std::size_t>> machines_together;
  for (const auto& [group, machines] : by_group) machines_together.insert(machines);
  return machines_together;
}

std::vector<std::size_t> routes_of(const Allocation& plan) {
  std::vector<std::size_t> routes;
  for (const PartAllocation& part : plan.parts) {
    REQUIRE(part.routes.size() == 1);
    routes.push_back(part.routes.front().route);
  }
  return routes;
}

constexpr double six_digits = 5e-7;

}  // namespace

TEST_CASE("Table 1: routes P1 r1, P2 r1, P3 r2, with 34 min, 235 kW min and 11.57778 of labour per set") {
  for (const std::vector<GroupBounds>& groups : {std::vector<GroupBounds>(1), {{2, 5}, {2, 5}}, {{2, 7}, {2, 7}, {2, 7}}})
    for_each_price(groups, [](const Allocation& plan, double price) {
      CHECK(routes_of(plan) == std::vector<std::size_t>{0, 0, 1});
      Seconds time{0};
      for (const Work& work : plan.work) time += work.time;
      CHECK(in_minutes(time) / sets == Approx(34));
      CHECK(plan.cost.electricity.value() * 60 / sets == Approx(235));
      CHECK(plan.cost.energy.value() / sets == Approx(235 * price));
      CHECK(plan.cost.labour.value() / sets == Approx(11.57778).margin(5e-6));
      CHECK(plan.cost.material + plan.cost.waste == Money(0));
    });
}

TEST_CASE("Table 1: workers m1:1, m2:3, m3:2, m4:1, m5:2, m6:3, m7:2, and worker 4 is idle") {
  const std::map<std::size_t, std::size_t> known{{1, 1}, {2, 3}, {3, 2}, {4, 1}, {5, 2}, {6, 3}, {7, 2}};
  for_each_price({{2, 5}, {2, 5}}, [&](const Allocation& plan, double) {
    std::map<std::size_t, std::size_t> found;
    for (const Work& work : plan.work) {
      found.emplace(work.machine + 1, work.worker + 1);
      CHECK(work.worker + 1 == known.at(work.machine + 1));
    }
    CHECK(found == known);
  });
}

TEST_CASE("Table 1: sqrt(10), sqrt(5) and sqrt(10) batches per period") {
  const Allocation plan = solve(table1());
  REQUIRE(plan.parts.size() == 3);
  CHECK(sets / plan.parts[0].batch == Approx(std::sqrt(10)));
  CHECK(sets / plan.parts[1].batch == Approx(std::sqrt(5)));
  CHECK(sets / plan.parts[2].batch == Approx(std::sqrt(10)));
}

TEST_CASE("Table 1 in one group moves nothing") {
  for_each_price({{}}, [](const Allocation& plan, double) { CHECK(plan.cost.movement == Money(0)); });
}

TEST_CASE("Table 1 in two groups of at least two: {1,6} and {2,3,4,5,7}, with 0.037947 of movement per set") {
  for (const std::vector<GroupBounds>& groups : {std::vector<GroupBounds>{{2, 5}, {2, 5}}, {{2}, {2}}, {{2, 2}, {5, 5}}})
    for_each_price(groups, [](const Allocation& plan, double) {
      CHECK(movement_per_set(plan) == Approx(0.037947).margin(six_digits));
      CHECK(movement_per_set(plan) == Approx(1.2 * std::sqrt(10) / sets));  // part 1 moves once
      CHECK(sets_of(plan.group_of_machine) == std::set<std::set<std::size_t>>{{1, 6}, {2, 3, 4, 5, 7}});
    });
}

TEST_CASE("Table 1: every other pair of groups of at least two costs more") {
  AllocationProblem problem = table1();
  problem.groups = {{2}, {2}};
  int as_cheap = 0, groupings = 0;
  for (std::size_t bits = 0; bits < 64; ++bits) {  // machine 7 stays in group 0
    Grouping grouping(7, 0);
    for (std::size_t y = 0; y < 6; ++y) grouping[y] = bits >> y & 1;
    problem.grouping = grouping;
    const Allocation plan = solve(problem);
    if (plan.status == AllocationStatus::infeasible) continue;
    ++groupings;
    CHECK(movement_per_set(plan) > 0.037947 - six_digits);
    as_cheap += movement_per_set(plan) < 0.037947 + six_digits;
  }
  CHECK(groupings == 64 - 1 - 7);  // all in one group, or one machine alone
  CHECK(as_cheap == 1);
}

TEST_CASE("Table 1 in groups of 4 and 3: 0.064780 of movement per set, in six ways") {
  for_each_price({{4, 4}, {3, 3}},
                 [](const Allocation& plan, double) { CHECK(movement_per_set(plan) == Approx(0.064780).margin(six_digits)); });
  AllocationProblem problem = table1();
  problem.groups = {{4, 4}, {3, 3}};
  int ties = 0;
  for (std::size_t bits = 0; bits < 128; ++bits) {
    Grouping grouping(7, 0);
    for (std::size_t y = 0; y < 7; ++y) grouping[y] = bits >> y & 1;
    problem.grouping = grouping;
    const Allocation plan = solve(problem);
    if (plan.status == AllocationStatus::infeasible) continue;
    CHECK(movement_per_set(plan) > 0.064780 - six_digits);
    ties += movement_per_set(plan) < 0.064780 + six_digits;
  }
  CHECK(ties == 6);
}

TEST_CASE("Table 1 in three groups of at least two: 0.102727 of movement per set") {
  for_each_price({{2}, {2}, {2}},
                 [](const Allocation& plan, double) { CHECK(movement_per_set(plan) == Approx(0.102727).margin(six_digits)); });
}
