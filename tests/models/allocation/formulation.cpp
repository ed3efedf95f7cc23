// What are the numbers in the formulation of an allocation problem?

#include "tests/models/allocation/formulation.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace ccm::test {
namespace {

double in_units_started(const Route& route, std::size_t first) {
  double good = 1;
  for (std::size_t i = first; i < route.operations.size(); ++i) good *= route.operations[i].yield;
  return 1 / good;
}

RouteNumbers numbers_of(const Plant& plant, const Part& part, const Route& route) {
  RouteNumbers numbers{.unit_cost = {}, .hours = std::vector<double>(plant.machines.size())};
  double electricity = 0;
  for (std::size_t i = 0; i < route.operations.size(); ++i) {
    const Operation& operation = route.operations[i];
    const double hours = operation.time.value() / 3600 * in_units_started(route, i);
    numbers.hours[operation.machine] += hours;
    electricity += plant.machines[operation.machine].power.value() * hours;
  }
  const double lost = in_units_started(route, 0) - 1, replaced = lost * (1 - part.material.recycled);
  numbers.unit_cost.material = Money(part.material.price.value() * part.material.mass.value() * (1 + replaced));
  numbers.unit_cost.waste = Money(plant.waste_price.value() * part.material.mass.value() * replaced);
  numbers.unit_cost.energy = Money(plant.energy_price.value() * electricity);
  numbers.unit_cost.electricity = KilowattHours(electricity);
  return numbers;
}

double batch_of(const Part& part, double demand) {
  const double holding = part.holding_cost.value();
  return holding > 0 ? std::sqrt(2 * demand * part.setup_cost.value() / holding) : 0;
}

std::size_t distinct_groups(const Route& route, const std::vector<std::size_t>& group_of_machine) {
  std::set<std::size_t> visited;
  for (const Operation& operation : route.operations) visited.insert(group_of_machine[operation.machine]);
  return visited.size();
}

std::size_t changes_of_group(const Route& route, const std::vector<std::size_t>& group_of_machine) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < route.operations.size(); ++i)
    changes += group_of_machine[route.operations[i - 1].machine] != group_of_machine[route.operations[i].machine];
  return changes;
}

}  // namespace

std::vector<PartNumbers> numbers_of(const AllocationProblem& problem) {
  std::vector<PartNumbers> all;
  for (const PartDemand& demanded : problem.parts) {
    PartNumbers& numbers = all.emplace_back();
    numbers.batch = batch_of(demanded.part, demanded.units);
    if (numbers.batch > 0) numbers.cost_of_full_moves = demanded.part.move_cost.value() * demanded.units / numbers.batch;
    for (const Route& route : demanded.part.routes) numbers.routes.push_back(numbers_of(problem.plant, demanded.part, route));
  }
  return all;
}

std::size_t moves_on(const Route& route, const std::vector<std::size_t>& group_of_machine, MoveRule rule) {
  return rule == MoveRule::changes ? changes_of_group(route, group_of_machine) : distinct_groups(route, group_of_machine) - 1;
}

bool keeps_bounds(const AllocationProblem& problem, const std::vector<std::size_t>& group_of_machine) {
  for (std::size_t g = 0; g < problem.groups.size(); ++g) {
    const auto size = static_cast<std::size_t>(std::count(group_of_machine.begin(), group_of_machine.end(), g));
    if (size < problem.groups[g].at_least || size > problem.groups[g].at_most) return false;
  }
  return true;
}

bool operates(const Worker& worker, std::size_t machine) { return std::count(worker.operates.begin(), worker.operates.end(), machine) > 0; }

double weight_of_all_demand(const AllocationProblem& problem) {
  double weight = 0;
  for (const PartDemand& demanded : problem.parts) weight += demanded.priority * demanded.units;
  return weight;
}

}  // namespace ccm::test
