// Is the cheapest plan of the paper's Table 1 the known one?

#include "models/cost/process_plan.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

namespace {

constexpr double shift_hours = 7.5;

Operation on(std::size_t machine, double time_min) { return {machine - 1, minutes(time_min)}; }

/// Table 1 of [QamarAziz2023] with the given machine groups (numbered from 1 in the table, from 0 here).
Plant table1_plant(const std::vector<std::size_t>& group_of_machine) {
  const double powers[] = {12, 7, 4, 6, 12, 6, 8};
  Plant plant{.energy_price = MoneyPerKilowattHour(0.0335 * 60)};
  for (std::size_t m = 0; m < 7; ++m) plant.machines.push_back({Kilowatts(powers[m]), group_of_machine[m]});
  const auto wage = [](double per_shift) { return MoneyPerHour(per_shift / shift_hours); };
  plant.workers = {{wage(130), {0, 3}}, {wage(150), {2, 4, 6}}, {wage(180), {1, 5}}, {wage(200), {1, 2, 4, 5, 6}}};
  return plant;
}

const Part p1{
    {{0, {on(1, 2), on(2, 2), on(4, 3), on(6, 4)}}, {1, {on(2, 3), on(3, 4), on(5, 5), on(7, 4)}}}, Money(20), Money(4), Money(1.2)};
const Part p2{{{0, {on(3, 4), on(4, 3), on(5, 3), on(7, 3)}}, {1, {on(2, 2), on(3, 2), on(4, 4), on(5, 2), on(7, 4)}}},
              Money(30),
              Money(3),
              Money(1.2)};
const Part p3{
    {{0, {on(1, 4), on(2, 2), on(4, 3), on(5, 2), on(6, 2)}}, {1, {on(2, 3), on(3, 4), on(7, 3)}}}, Money(25), Money(5), Money(1.2)};

const std::vector<std::size_t> together(7, 0);
const std::vector<std::size_t> best_pair{0, 1, 1, 1, 1, 0, 1};  // {1,6} and {2,3,4,5,7}

}  // namespace

TEST_CASE("Table 1: routes P1 r1, P2 r1, P3 r2, with 34 min, 235 kW min and 11.57778 of labour per set") {
  const Plant plant = table1_plant(together);
  const PartPlan a = *cheapest_plan(plant, p1, 100), b = *cheapest_plan(plant, p2, 100), c = *cheapest_plan(plant, p3, 100);
  CHECK(a.route == 0);
  CHECK(b.route == 0);
  CHECK(c.route == 1);
  UnitCost set = a.cost;
  set += b.cost;
  set += c.cost;
  CHECK(in_minutes(a.time + b.time + c.time) == Approx(34));
  CHECK(set.electricity.value() * 60 == Approx(235));
  CHECK(set.energy.value() == Approx(235 * 0.0335));
  CHECK(set.labour.value() == Approx(11.57778).margin(5e-6));
  CHECK(set.movement.value() == 0);
}

TEST_CASE("Table 1: every machine has its cheapest eligible worker") {
  const Plant plant = table1_plant(together);
  CHECK(cheapest_plan(plant, p1, 100)->workers == std::vector<std::size_t>{0, 2, 0, 2});
  CHECK(cheapest_plan(plant, p2, 100)->workers == std::vector<std::size_t>{1, 0, 1, 1});
  CHECK(cheapest_plan(plant, p3, 100)->workers == std::vector<std::size_t>{2, 1, 1});
}

TEST_CASE("Table 1 in the groups {1,6} and {2,3,4,5,7}: 0.037947 of movement per set at D = 100") {
  const Plant plant = table1_plant(best_pair);
  const PartPlan a = *cheapest_plan(plant, p1, 100), b = *cheapest_plan(plant, p2, 100), c = *cheapest_plan(plant, p3, 100);
  CHECK(a.moves == 1);
  CHECK(b.moves + c.moves == 0);
  CHECK((a.cost.movement + b.cost.movement + c.cost.movement).value() == Approx(0.037947).margin(5e-7));
  CHECK(100 / a.batch == Approx(std::sqrt(10)));  // batches per period
  CHECK(100 / b.batch == Approx(std::sqrt(5)));
  CHECK(100 / c.batch == Approx(std::sqrt(10)));
}

TEST_CASE("a route that visits fewer groups wins when moving is dear") {
  Plant plant{.machines = {{Kilowatts(1), 0}, {Kilowatts(1), 1}}, .workers = {{MoneyPerHour(60), {0, 1}}}};
  const std::vector<Route> routes{{0, {on(1, 1), on(2, 1)}}, {1, {on(1, 3)}}};
  CHECK(cheapest_plan(plant, {routes, Money(10), Money(2), Money(0)}, 50)->route == 0);
  CHECK(cheapest_plan(plant, {routes, Money(10), Money(2), Money(100)}, 50)->route == 1);
}

TEST_CASE("demand of nothing, or nothing held, moves nothing") {
  const Plant plant = table1_plant(best_pair);
  CHECK(cheapest_plan(plant, p1, 0)->cost.movement == Money(0));
  Part free_to_hold = p1;
  free_to_hold.holding_cost = Money(0);
  CHECK(cheapest_plan(plant, free_to_hold, 100)->cost.movement == Money(0));
  CHECK(cheapest_plan(plant, free_to_hold, 100)->batch == 0);
}

TEST_CASE("without a worker for a machine there is no plan, and contradictions are refused") {
  Plant plant = table1_plant(together);
  plant.workers = {{MoneyPerHour(10), {0}}};
  CHECK_FALSE(cheapest_plan(plant, p1, 100));
  CHECK_THROWS_AS(cheapest_plan(table1_plant(together), p1, -1), ModelError);
  Part no_setup = p1;
  no_setup.setup_cost = Money(0);
  CHECK_THROWS_AS(cheapest_plan(table1_plant(together), no_setup, 1), ModelError);
}
