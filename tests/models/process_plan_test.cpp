// What does a unit ask of a route, how large are batches, and what does a unit cost without the people?

#include "models/cost/process_plan.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

namespace {

Route route_of(std::vector<Operation> operations) { return {0, std::move(operations)}; }

/// Two machines of 3 kW and 12 kW; a kWh costs 0.5, a kg of waste 0.25.
Plant plant() {
  Plant plant;
  plant.machines = {{Kilowatts(3), hours(1)}, {Kilowatts(12), hours(1)}};
  plant.energy_price = MoneyPerKilowattHour(0.5);
  plant.waste_price = MoneyPerKilogram(0.25);
  return plant;
}

/// 20 min at 3 kW, of which 4 in 5 units come out good, then 15 min at 12 kW, of which half do: 2.5 units are started for a good one.
const Route lossy = route_of({{0, minutes(20), 0.8}, {1, minutes(15), 0.5}});

Part part_of(double recycled) {
  Part part;
  part.material = {Kilograms(2), MoneyPerKilogram(3), recycled};
  return part;
}

}  // namespace

TEST_CASE("an operation starts 1 / (product of the yields from there on) units for a good one at the end") {
  CHECK(units_started(lossy) == std::vector<double>{2.5, 2});
  CHECK(units_started(route_of({{0, minutes(1)}, {1, minutes(1)}, {0, minutes(1)}})) == std::vector<double>{1, 1, 1});
  CHECK(units_started(route_of({{0, minutes(1), 0.25}, {0, minutes(1), 1}})) == std::vector<double>{4, 1});
  CHECK(units_started(route_of({})).empty());
}

TEST_CASE("a yield of 0, or above 1, is refused") {
  for (const double yield : {0.0, -0.5, 1.0000001, std::nan(""), HUGE_VAL}) {
    CAPTURE(yield);
    const Route wrong = route_of({{0, minutes(1), 1}, {1, minutes(1), yield}});
    CHECK_THROWS_AS(units_started(wrong), ModelError);
    CHECK_THROWS_AS(cost_without_labour(plant(), part_of(0), wrong), ModelError);
  }
}

TEST_CASE("a machine that the plant does not have is refused") {
  CHECK_THROWS_AS(cost_without_labour(plant(), part_of(0), route_of({{2, minutes(1)}})), std::out_of_range);
}

TEST_CASE("the economic order quantity is sqrt(2 D SC / HC)") {
  Part part;
  part.setup_cost = Money(20);
  part.holding_cost = Money(4);
  CHECK(economic_order_quantity(part, 100) == Approx(std::sqrt(1000)));
  CHECK(economic_order_quantity(part, 400) == Approx(2 * std::sqrt(1000)));
}

TEST_CASE("the economic order quantity is where setting up costs as much as holding, which is where both are least") {
  Part part;
  part.setup_cost = Money(30);
  part.holding_cost = Money(3);
  const double demand = 70, batch = economic_order_quantity(part, demand);
  const auto cost = [&](double units) { return (part.setup_cost * (demand / units) + part.holding_cost * (units / 2)).value(); };
  CHECK(part.setup_cost.value() * demand / batch == Approx(part.holding_cost.value() * batch / 2));
  CHECK(cost(batch) < cost(batch * 1.01));
  CHECK(cost(batch) < cost(batch * 0.99));
}

TEST_CASE("nothing made, or nothing held, has no batches") {
  Part part;
  part.setup_cost = Money(20);
  CHECK(economic_order_quantity(part, 100) == 0);
  part.holding_cost = Money(4);
  CHECK(economic_order_quantity(part, 0) == 0);
}

TEST_CASE("without losses a unit costs its material and the energy of its operations") {
  const CostByKind cost = cost_without_labour(plant(), part_of(0.5), route_of({{0, minutes(20)}, {1, minutes(15)}, {0, minutes(20)}}));
  CHECK(cost.electricity.value() == Approx(1 + 3 + 1));
  CHECK(cost.energy.value() == Approx(2.5));
  CHECK(cost.material.value() == Approx(6));
  CHECK(cost.waste == Money(0));
  CHECK(cost.labour + cost.movement == Money(0));
  CHECK(cost.total().value() == Approx(8.5));
}

TEST_CASE("with losses, each operation runs for all units that it starts, and more material goes in than comes out") {
  const CostByKind cost = cost_without_labour(plant(), part_of(0), lossy);
  CHECK(cost.electricity.value() == Approx(2.5 * 1 + 2 * 3));
  CHECK(cost.energy.value() == Approx(4.25));
  CHECK(cost.material.value() == Approx(3 * 2 * 2.5));  // 5 kg
  CHECK(cost.waste.value() == Approx(0.25 * 2 * 1.5));  // 3 kg
}

TEST_CASE("what is recycled is neither bought nor waste, and takes the same energy") {
  const CostByKind none = cost_without_labour(plant(), part_of(0), lossy), all = cost_without_labour(plant(), part_of(1), lossy);
  const CostByKind third = cost_without_labour(plant(), part_of(1.0 / 3), lossy);
  CHECK(all.material.value() == Approx(6));
  CHECK(all.waste == Money(0));
  CHECK(third.material.value() == Approx(3 * (5 - 1)));  // of 3 kg lost, 1 kg comes back
  CHECK(third.waste.value() == Approx(0.25 * 2));
  CHECK(all.energy == none.energy);
}

TEST_CASE("costs by kind add and scale kind by kind, and the total leaves electricity out") {
  const CostByKind one{Money(1), Money(2), Money(4), Money(8), Money(16), KilowattHours(1000)};
  CHECK(one.total() == Money(31));
  CostByKind sum = one * 2;
  sum += one;
  CHECK(sum.material == Money(3));
  CHECK(sum.energy == Money(6));
  CHECK(sum.labour == Money(12));
  CHECK(sum.movement == Money(24));
  CHECK(sum.waste == Money(48));
  CHECK(sum.electricity == KilowattHours(3000));
}
