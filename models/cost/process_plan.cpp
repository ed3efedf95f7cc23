// Which route and which workers make a part at least cost?

#include "models/cost/process_plan.hpp"

#include <cmath>
#include <set>

#include "models/error.hpp"

namespace ccm {
namespace {

bool may_operate(const Worker& worker, std::size_t machine) {
  for (const std::size_t operated : worker.operates)
    if (operated == machine) return true;
  return false;
}

std::optional<std::size_t> cheapest_worker(const Plant& plant, std::size_t machine) {
  std::optional<std::size_t> best;
  for (std::size_t w = 0; w < plant.workers.size(); ++w)
    if (may_operate(plant.workers[w], machine) && (!best || plant.workers[w].wage < plant.workers[*best].wage)) best = w;
  return best;
}

std::size_t moves_of(const Plant& plant, const Route& route) {
  std::set<std::size_t> groups;
  for (const Operation& operation : route.operations) groups.insert(plant.machines.at(operation.machine).group);
  return groups.empty() ? 0 : groups.size() - 1;
}

double economic_order_quantity(const Part& part, double demand) {
  if (demand == 0 || part.holding_cost == Money(0)) return 0;
  return std::sqrt(2 * demand * (part.setup_cost / part.holding_cost));
}

Money movement_per_unit(const Part& part, std::size_t moves, double batch) {
  if (moves == 0 || batch == 0 || part.move_cost == Money(0)) return Money(0);
  return part.move_cost * static_cast<double>(moves) / batch;
}

std::optional<PartPlan> plan_route(const Plant& plant, const Part& part, const Route& route, double batch) {
  PartPlan plan{.route = route.number, .moves = moves_of(plant, route), .batch = batch};
  for (const Operation& operation : route.operations) {
    const auto worker = cheapest_worker(plant, operation.machine);
    if (!worker) return std::nullopt;
    const KilowattHours electricity = plant.machines[operation.machine].power * operation.time;
    plan.workers.push_back(*worker);
    plan.time += operation.time;
    plan.cost.electricity += electricity;
    plan.cost.energy += plant.energy_price * electricity;
    plan.cost.labour += plant.workers[*worker].wage * operation.time;
  }
  plan.cost.movement = movement_per_unit(part, plan.moves, batch);
  return plan;
}

}  // namespace

UnitCost& UnitCost::operator+=(const UnitCost& other) {
  energy += other.energy;
  labour += other.labour;
  movement += other.movement;
  electricity += other.electricity;
  return *this;
}

UnitCost operator*(UnitCost cost, double units) {
  return {cost.energy * units, cost.labour * units, cost.movement * units, cost.electricity * units};
}

std::optional<PartPlan> cheapest_plan(const Plant& plant, const Part& part, double demand) {
  require(demand >= 0, "process plan: demand must not be negative");
  require(part.holding_cost == Money(0) || part.move_cost == Money(0) || part.setup_cost > Money(0),
          "process plan: a holding cost with a move cost needs a setup cost");
  const double batch = economic_order_quantity(part, demand);
  std::optional<PartPlan> best;
  for (const Route& route : part.routes) {
    auto plan = plan_route(plant, part, route, batch);
    if (plan && (!best || plan->cost.total() < best->cost.total())) best = std::move(plan);
  }
  return best;
}

}  // namespace ccm
