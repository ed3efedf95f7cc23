// What flowed through each machine, and what of it became product or loss?

#include "models/cost/flow_ledger.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

/// The masses of one good unit's way.
struct UnitMasses {
  std::vector<double> started;  // units at each operation
  Kilograms unit;
  double recycled = 0;

  [[nodiscard]] Kilograms in(std::size_t i) const { return unit * started[i]; }
  [[nodiscard]] Kilograms lost(std::size_t i, double yield) const { return in(i) * (1 - yield); }
};

Kilograms recycled_mass(const UnitMasses& masses, const Route& route) {
  Kilograms sum{0};
  for (std::size_t i = 0; i < route.operations.size(); ++i) sum += masses.lost(i, route.operations[i].yield) * masses.recycled;
  return sum;
}

/// What enters the first operation: new material, and what comes back.
void enter(QuantityCentre& first, const UnitMasses& masses, const Route& route, MoneyPerKilogram price) {
  const double yield = route.operations.front().yield;
  const Kilograms back = recycled_mass(masses, route), fresh = masses.in(0) - back;
  first.materials = {{.price = price, .product = fresh * yield, .loss = fresh * (1 - yield)}};
  first.carried_loss = back * (1 - yield);
  first.from = std::vector<std::size_t>{};
}

std::vector<QuantityCentre> centres_of(const Plant& plant, const Part& part, const Route& route, const std::vector<OperationCost>& costs) {
  const UnitMasses masses{units_started(route), part.material.mass, part.material.recycled};
  std::vector<QuantityCentre> centres(route.operations.size());
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const Operation& operation = route.operations[i];
    const Kilograms lost = masses.lost(i, operation.yield);
    QuantityCentre& centre = centres[i];
    centre.energy = plant.energy_price * (plant.machines.at(operation.machine).power * operation.time * masses.started[i]);
    centre.system = costs[i].labour + costs[i].movement;
    centre.waste_management = plant.waste_price * (lost * (1 - masses.recycled));
    centre.share = operation.yield;
    if (lost * masses.recycled > Kilograms(0)) centre.recycled = Recycling{0, lost * masses.recycled};
    if (i > 0) centre.carried_loss = lost;
  }
  enter(centres.front(), masses, route, part.material.price);
  return centres;
}

CentreFlow flow_of(const CentreCosts& centre) {
  return {centre.masses.own + centre.masses.carried,
          centre.masses.product,
          centre.masses.loss,
          centre.carried,
          centre.own,
          centre.product,
          centre.final_loss(),
          centre.recycled};
}

}  // namespace

CentreFlow& CentreFlow::operator+=(const CentreFlow& other) {
  in += other.in;
  product += other.product;
  loss += other.loss;
  carried += other.carried;
  own += other.own;
  product_cost += other.product_cost;
  loss_cost += other.loss_cost;
  recycled_cost += other.recycled_cost;
  return *this;
}

CentreFlow operator*(CentreFlow flow, double units) {
  return {flow.in * units,  flow.product * units,      flow.loss * units,      flow.carried * units,
          flow.own * units, flow.product_cost * units, flow.loss_cost * units, flow.recycled_cost * units};
}

std::vector<CentreFlow> unit_flow(const Plant& plant, const Part& part, const Route& route, const std::vector<OperationCost>& costs) {
  require(!route.operations.empty() && costs.size() == route.operations.size(), "flow ledger: one cost per operation is needed");
  std::vector<CentreFlow> flows;
  for (const CentreCosts& centre : plant_costs(centres_of(plant, part, route, costs)).centres) flows.push_back(flow_of(centre));
  return flows;
}

void FlowLedger::post(const Route& route, const std::vector<CentreFlow>& unit, double units) {
  for (std::size_t i = 0; i < route.operations.size(); ++i) flows_.at(route.operations[i].machine) += unit[i] * units;
}

}  // namespace ccm
