// What does a route ask of the plant, and what does a unit on it cost without the people?

#include "models/cost/process_plan.hpp"

#include <cmath>

#include "models/error.hpp"

namespace ccm {

CostByKind& CostByKind::operator+=(const CostByKind& other) {
  material += other.material;
  energy += other.energy;
  labour += other.labour;
  movement += other.movement;
  waste += other.waste;
  electricity += other.electricity;
  return *this;
}

CostByKind operator*(CostByKind cost, double units) {
  return {cost.material * units, cost.energy * units, cost.labour * units,
          cost.movement * units, cost.waste * units,  cost.electricity * units};
}

std::vector<double> units_started(const Route& route) {
  std::vector<double> started(route.operations.size());
  double units = 1;
  for (std::size_t i = route.operations.size(); i-- > 0;) {
    const double yield = route.operations[i].yield;
    require(yield > 0 && yield <= 1, "process plan: a yield must lie above 0 and at most at 1");
    started[i] = units /= yield;
  }
  return started;
}

double economic_order_quantity(const Part& part, double demand) {
  if (demand == 0 || part.holding_cost == Money(0)) return 0;
  return std::sqrt(2 * demand * (part.setup_cost / part.holding_cost));
}

CostByKind cost_without_labour(const Plant& plant, const Part& part, const Route& route) {
  CostByKind cost;
  const std::vector<double> started = units_started(route);
  for (std::size_t i = 0; i < route.operations.size(); ++i) {
    const Operation& operation = route.operations[i];
    cost.electricity += plant.machines.at(operation.machine).power * operation.time * started[i];
  }
  cost.energy = plant.energy_price * cost.electricity;
  const double lost = started.empty() ? 0 : started.front() - 1;
  const PartMaterial& material = part.material;
  cost.material = material.price * (material.mass * (1 + lost * (1 - material.recycled)));
  cost.waste = plant.waste_price * (material.mass * (lost * (1 - material.recycled)));
  return cost;
}

}  // namespace ccm
