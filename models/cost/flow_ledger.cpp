// What flowed through each machine, and what of it became product or loss?

#include "models/cost/flow_ledger.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

using Operations = std::vector<OperationFlow>;

Kilograms lost_at(const OperationFlow& operation, const PartMaterial& material) {
  return material.mass * operation.started * (1 - operation.yield);
}

Kilograms recycled_mass(const Operations& operations, const PartMaterial& material) {
  Kilograms sum{0};
  for (const OperationFlow& operation : operations) sum += lost_at(operation, material) * material.recycled;
  return sum;
}

/// Where nothing comes out good, no product could bear the cost of what goes round; what comes back is free then.
bool has_product(const Operations& operations) {
  return std::ranges::none_of(operations, [](const auto& one) { return one.yield == 0; });
}

Kilograms fresh_mass(const Operations& operations, const PartMaterial& material) {
  return std::max(Kilograms(0), material.mass * operations.front().started - recycled_mass(operations, material));
}

/// What enters the first operation: new material, and what comes back.
void enter(QuantityCentre& first, const Operations& operations, const PartMaterial& material) {
  const double yield = operations.front().yield;
  const Kilograms back = recycled_mass(operations, material), fresh = fresh_mass(operations, material);
  first.materials = {{.price = material.price, .product = fresh * yield, .loss = fresh * (1 - yield)}};
  if (has_product(operations))
    first.carried_loss = back * (1 - yield);
  else
    first.materials.push_back({.price = MoneyPerKilogram(0), .product = back * yield, .loss = back * (1 - yield)});
  first.from = std::vector<std::size_t>{};
}

Money waste_management(const Plant& plant, const OperationFlow& operation, const PartMaterial& material) {
  return plant.waste_price * (lost_at(operation, material) * (1 - material.recycled));
}

std::vector<QuantityCentre> centres_of(const Plant& plant, const PartMaterial& material, const Operations& operations) {
  std::vector<QuantityCentre> centres(operations.size());
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const OperationFlow& operation = operations[i];
    const Kilograms lost = lost_at(operation, material);
    QuantityCentre& centre = centres[i];
    centre.energy = plant.energy_price * operation.electricity;
    centre.system = operation.cost.labour + operation.cost.movement;
    centre.waste_management = waste_management(plant, operation, material);
    centre.share = operation.yield;
    if (has_product(operations) && lost * material.recycled > Kilograms(0)) centre.recycled = Recycling{0, lost * material.recycled};
    if (i > 0) centre.carried_loss = lost;
  }
  enter(centres.front(), operations, material);
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

std::vector<CentreFlow> material_flow(const Plant& plant, const Part& part, const std::vector<OperationFlow>& operations) {
  require(!operations.empty(), "flow ledger: a route needs an operation");
  std::vector<CentreFlow> flows;
  for (const CentreCosts& centre : plant_costs(centres_of(plant, part.material, operations)).centres) flows.push_back(flow_of(centre));
  return flows;
}

CostByKind cost_of(const Plant& plant, const Part& part, const std::vector<OperationFlow>& operations) {
  CostByKind cost;
  if (operations.empty()) return cost;
  cost.material = part.material.price * fresh_mass(operations, part.material);
  for (const OperationFlow& operation : operations) {
    cost.electricity += operation.electricity;
    cost.energy += plant.energy_price * operation.electricity;
    cost.labour += operation.cost.labour;
    cost.movement += operation.cost.movement;
    cost.waste += waste_management(plant, operation, part.material);
  }
  return cost;
}

std::vector<CentreFlow> unit_flow(const Plant& plant, const Part& part, const Route& route, const std::vector<OperationCost>& costs) {
  require(costs.size() == route.operations.size(), "flow ledger: one cost per operation is needed");
  const std::vector<double> started = units_started(route);
  std::vector<OperationFlow> operations;
  for (std::size_t i = 0; i < route.operations.size(); ++i) {
    const Operation& operation = route.operations[i];
    const KilowattHours electricity = plant.machines.at(operation.machine).power * operation.time * started[i];
    operations.push_back({started[i], operation.yield, electricity, costs[i]});
  }
  return material_flow(plant, part, operations);
}

void FlowLedger::post(const Route& route, const std::vector<CentreFlow>& unit, double units) {
  for (std::size_t i = 0; i < route.operations.size(); ++i) flows_.at(route.operations[i].machine) += unit[i] * units;
}

}  // namespace ccm
