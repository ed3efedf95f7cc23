#pragma once
/// Parts on routes with losses, for tests of material flow costs.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "models/cost/flow_ledger.hpp"
#include "tests/support/draws.hpp"

namespace ccm::test {

/// Sums of a few dozen products in double precision: 1e-12 of them is rounding, and 1e-9 leaves room for the linear equations of recycling.
[[nodiscard]] inline Approx about(double value) { return Approx(value).epsilon(0).margin(1e-9 * (1 + std::abs(value))); }
[[nodiscard]] inline Approx about(Money value) { return about(value.value()); }

/// A part on a route, with what the plan pays for each operation.
struct FlowCase {
  Plant plant;
  Part part;
  Route route;
  std::vector<OperationCost> costs;

  [[nodiscard]] std::vector<CentreFlow> flows() const { return unit_flow(plant, part, route, costs); }
  [[nodiscard]] Money energy(std::size_t i) const {  // of the units that operation i starts for a good one
    const Operation& operation = route.operations[i];
    return plant.energy_price * (plant.machines[operation.machine].power * operation.time * units_started(route)[i]);
  }
  [[nodiscard]] Money system(std::size_t i) const { return costs[i].labour + costs[i].movement; }
};

/// Three operations with yields of 0.8, 1 and 0.5 on 2 kg for 3 per kg: 2.5 units are started for a good one.
[[nodiscard]] inline FlowCase by_hand(double recycled) {
  FlowCase made;
  made.plant.machines = {{Kilowatts(3), hours(9)}, {Kilowatts(12), hours(9)}};
  made.plant.energy_price = MoneyPerKilowattHour(0.5);
  made.plant.waste_price = MoneyPerKilogram(0.25);
  made.part.material = {Kilograms(2), MoneyPerKilogram(3), recycled};
  made.route.operations = {{0, minutes(20), 0.8}, {1, minutes(15), 1}, {0, minutes(40), 0.5}};
  made.costs = {{Money(4), Money(0)}, {Money(8), Money(1)}, {Money(16), Money(0.5)}};
  return made;
}

[[nodiscard]] inline FlowCase random_case(std::uint64_t seed) {
  Draws draws(seed);
  FlowCase made;
  made.plant.machines.resize(1 + draws.index(4));
  for (Machine& machine : made.plant.machines) machine.power = Kilowatts(draws.up_to(20));
  made.plant.energy_price = MoneyPerKilowattHour(draws.up_to(1));
  made.plant.waste_price = MoneyPerKilogram(draws.up_to(2));
  const double recycled[] = {0, 0.5, 1, draws.up_to(1)};
  made.part.material = {Kilograms(seed % 10 == 0 ? 0 : draws.up_to(5)), MoneyPerKilogram(draws.up_to(10)), recycled[draws.index(4)]};
  for (std::size_t i = 0, count = 1 + draws.index(6); i < count; ++i) {
    made.route.operations.push_back(
        {draws.index(made.plant.machines.size()), minutes(draws.up_to(30)), draws.index(3) == 0 ? 1 : 1 - draws.up_to(0.6)});
    made.costs.push_back({Money(draws.up_to(9)), Money(draws.index(2) == 0 ? 0 : draws.up_to(3))});
  }
  return made;
}

template <class Function>
void for_each_case(Function function) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const FlowCase made = random_case(seed);
    INFO(fmt::format("case {}, {} operations, {} recycled", seed, made.route.operations.size(), made.part.material.recycled));
    function(made);
  }
}

[[nodiscard]] inline Money sum_of_own(const std::vector<CentreFlow>& flows) {
  Money sum{0};
  for (const CentreFlow& flow : flows) sum += flow.own.total();
  return sum;
}

[[nodiscard]] inline std::vector<double> numbers_of(const CentreFlow& flow) {
  std::vector<double> numbers{flow.in.value(), flow.product.value(), flow.loss.value()};
  for (const CostLayers& cost : {flow.carried, flow.own, flow.product_cost, flow.loss_cost})
    for (const Money money : {cost.material, cost.energy, cost.system, cost.waste}) numbers.push_back(money.value());
  return numbers;
}

}  // namespace ccm::test
