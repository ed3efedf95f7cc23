// Does the solver find what trying everything finds?

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "models/allocation/solver.hpp"
#include "scenarios/problems/problem.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/qamar_2023_table1.hpp"

namespace ccm {
namespace {

/// The cost of a unit on a route without movement, each operation done by the cheapest level that can.
double stay_cost(const Plant& plant, const Route& route) {
  double cost = 0;
  for (const Operation& operation : route.operations) {
    double wage = std::numeric_limits<double>::infinity();
    for (const Worker& worker : plant.workers)
      if (std::ranges::count(worker.operates, operation.machine) > 0) wage = std::min(wage, worker.wage.value());
    const double hours = in_hours(operation.time);
    cost += hours * (wage + plant.energy_price.value() * plant.machines[operation.machine].power.value());
  }
  return cost;
}

double moves(const Route& route, const Grouping& grouping) {
  std::set<std::size_t> visited;
  for (const Operation& operation : route.operations) visited.insert(grouping[operation.machine]);
  return static_cast<double>(visited.size() - 1);
}

/// Each part on its cheapest route, the groups being given and nothing being short.
double cost_with(const AllocationProblem& problem, const Grouping& grouping) {
  double cost = 0;
  for (const PartDemand& part : problem.parts) {
    double cheapest = std::numeric_limits<double>::infinity();
    const double batches = part.units / economic_order_quantity(part.part, part.units);
    for (const Route& route : part.part.routes)
      cheapest =
          std::min(cheapest, part.units * stay_cost(problem.plant, route) + batches * part.part.move_cost.value() * moves(route, grouping));
    cost += cheapest;
  }
  return cost;
}

bool keeps_bounds(const AllocationProblem& problem, const Grouping& grouping) {
  for (std::size_t g = 0; g < problem.groups.size(); ++g) {
    const auto size = static_cast<std::size_t>(std::ranges::count(grouping, g));
    if (size < problem.groups[g].at_least || size > problem.groups[g].at_most) return false;
  }
  return true;
}

/// The least cost over all groupings, of which the next one counts up in the number system of the groups.
double by_enumeration(const AllocationProblem& problem) {
  double least = std::numeric_limits<double>::infinity();
  Grouping grouping(problem.plant.machines.size(), 0);
  for (std::size_t digit = 0; digit < grouping.size();) {
    if (keeps_bounds(problem, grouping)) least = std::min(least, cost_with(problem, grouping));
    for (digit = 0; digit < grouping.size() && ++grouping[digit] == problem.groups.size(); ++digit) grouping[digit] = 0;
  }
  return least;
}

Check enumerated(const std::string& name, const std::vector<std::string>& settings) {
  const auto task = std::get<AllocationTask>(load_problem_text(qamar_2023_table1, "qamar_2023_table1.yaml", settings));
  const double least = by_enumeration(task.problem);
  return {name, least, solve(task.problem).cost.total().value(), floating_point(least), "enumeration"};
}

}  // namespace

std::vector<Check> allocation_checks(const Laboratory&) {
  return {enumerated("Table 1: least cost, two groups of 2 to 5 machines", {}),
          enumerated("Table 1: two groups of 3 and 4 machines", {"groups=[{at_least: 3, at_most: 3}, {at_least: 4, at_most: 4}]"}),
          enumerated("Table 1: three groups of at least 2 machines", {"groups=[{at_least: 2}, {at_least: 2}, {at_least: 2}]"}),
          enumerated("Table 1: moves ten times as dear", {"parts.P1.move_cost=12", "parts.P2.move_cost=12", "parts.P3.move_cost=12"})};
}

}  // namespace ccm
