// Is this a problem that can be solved?

#include "models/allocation/problem.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr std::size_t most_groups = 64;

bool amount(double value) { return std::isfinite(value) && value >= 0; }
template <class Q>
bool amount(Q value) {
  return amount(value.value());
}

void require_valid(const Plant& plant) {
  require(amount(plant.energy_price) && amount(plant.waste_price), "allocation: prices must be finite and not negative");
  for (const Machine& machine : plant.machines)
    require(amount(machine.power) && amount(machine.capacity), "allocation: power and capacity must be finite and not negative");
  for (const Worker& worker : plant.workers) {
    require(amount(worker.wage) && amount(worker.capacity), "allocation: wage and capacity must be finite and not negative");
    for (const std::size_t machine : worker.operates)
      require(machine < plant.machines.size(), "allocation: a worker level operates a machine that is not there");
  }
}

void require_valid(const Route& route, std::size_t machines) {
  require(!route.operations.empty(), "allocation: a route needs an operation");
  for (const Operation& operation : route.operations) {
    require(operation.machine < machines, "allocation: a route visits a machine that is not there");
    require(amount(operation.time), "allocation: a time must be finite and not negative");
    require(operation.yield > 0 && operation.yield <= 1, "allocation: a yield must lie above 0 and at most at 1");
  }
}

void require_valid(const PartDemand& demand, std::size_t machines) {
  const Part& part = demand.part;
  require(amount(demand.units), "allocation: demand must be finite and not negative");
  require(std::isfinite(demand.priority) && demand.priority > 0, "allocation: a priority must be finite and above 0");
  require(amount(part.setup_cost) && amount(part.holding_cost) && amount(part.move_cost) && amount(part.material.price) &&
              amount(part.material.mass),
          "allocation: costs must be finite and not negative");
  require(part.material.recycled >= 0 && part.material.recycled <= 1, "allocation: the share recycled must lie from 0 to 1");
  require(part.holding_cost == Money(0) || part.move_cost == Money(0) || part.setup_cost > Money(0),
          "allocation: a holding cost with a move cost needs a setup cost, or batches would shrink to nothing");
  for (const Route& route : part.routes) require_valid(route, machines);
}

}  // namespace

std::string_view name_of(AllocationStatus status) {
  static constexpr std::array<std::string_view, 4> names{"optimal", "short", "infeasible", "limit"};
  return names.at(static_cast<std::size_t>(status));
}

void require_valid(const AllocationProblem& problem) {
  const std::size_t machines = problem.plant.machines.size();
  require_valid(problem.plant);
  require(!problem.groups.empty() && problem.groups.size() <= most_groups, "allocation: there must be 1 to 64 machine groups");
  require(problem.node_limit >= 1, "allocation: the node limit must be at least 1");
  for (const PartDemand& demand : problem.parts) require_valid(demand, machines);
  if (!problem.grouping) return;
  require(problem.grouping->size() == machines, "allocation: a given grouping needs one entry per machine");
  for (const std::size_t group : *problem.grouping) require(group < problem.groups.size(), "allocation: a machine stands in no group");
}

}  // namespace ccm
