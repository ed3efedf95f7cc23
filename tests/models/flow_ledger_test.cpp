// Does the ledger add up flows by machine, and are flows that differ from the plan accounted for?

#include "models/cost/flow_ledger.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "tests/models/flow_cases.hpp"

using namespace ccm;
using namespace ccm::test;

TEST_CASE("a machine that a route visits twice has the flows of both visits") {
  const FlowCase made = by_hand(0.5);
  const auto unit = made.flows();
  FlowLedger ledger(3);
  ledger.post(made.route, unit, 1);
  CentreFlow both = unit[0];
  both += unit[2];
  CHECK(numbers_of(ledger.by_machine()[0]) == numbers_of(both));
  CHECK(numbers_of(ledger.by_machine()[1]) == numbers_of(unit[1]));
  CHECK(numbers_of(ledger.by_machine()[2]) == numbers_of({}));
}

TEST_CASE("posting is linear: in the units, and over parts") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const FlowCase a = random_case(2 * seed), b = random_case(2 * seed + 1);
    FlowLedger once(4), apart(4), of_a(4), of_b(4);
    once.post(a.route, a.flows(), 7.5);
    once.post(b.route, b.flows(), 40);
    for (const double units : {2.5, 0.0, 5.0}) apart.post(a.route, a.flows(), units);
    for (int i = 0; i < 4; ++i) apart.post(b.route, b.flows(), 10);
    of_a.post(a.route, a.flows(), 1);
    of_b.post(b.route, b.flows(), 1);
    for (std::size_t y = 0; y < 4; ++y) {
      const auto whole = numbers_of(once.by_machine()[y]), parts = numbers_of(apart.by_machine()[y]),
                 one_a = numbers_of(of_a.by_machine()[y]), one_b = numbers_of(of_b.by_machine()[y]);
      for (std::size_t n = 0; n < whole.size(); ++n) {
        CHECK(whole[n] == about(parts[n]));
        CHECK(whole[n] == about(7.5 * one_a[n] + 40 * one_b[n]));
      }
    }
  }
}

TEST_CASE("what really flowed: ten units, of which eight and then none are good, by hand") {
  FlowCase made = by_hand(0.5);
  // 2 kg a unit for 3 per kg: 2 units are lost at the first operation and 8 at the second; half of the 20 kg comes back.
  const std::vector<OperationFlow> flowed{{10, 0.8, KilowattHours(6), {Money(7), Money(0)}},
                                          {8, 0, KilowattHours(2), {Money(5), Money(1)}}};
  const CostByKind cost = cost_of(made.plant, made.part, flowed);
  CHECK(cost.material.value() == about(3 * (20 - 10)));
  CHECK(cost.electricity == KilowattHours(8));
  CHECK(cost.energy.value() == about(0.5 * 8));
  CHECK(cost.labour == Money(12));
  CHECK(cost.movement == Money(1));
  CHECK(cost.waste.value() == about(0.25 * 10));
  const auto flows = material_flow(made.plant, made.part, flowed);
  CHECK(flows[0].in.value() == about(20));
  CHECK(flows[0].product.value() == about(16));
  CHECK(flows[1].in.value() == about(16));
  CHECK(flows[1].loss.value() == about(16));
  CHECK(flows[1].product_cost.total().value() == about(0));
  Money loss{0};
  for (const CentreFlow& flow : flows) loss += flow.loss_cost.total();
  CHECK(sum_of_own(flows).value() == about(cost.total()));
  CHECK(loss.value() == about(cost.total()));
}

TEST_CASE("all is lost at the first operation, the others did nothing, and recycled whole it costs no material") {
  for (const double recycled : {0.0, 0.5, 1.0}) {
    const FlowCase made = by_hand(recycled);
    const std::vector<OperationFlow> flowed{{4, 0, KilowattHours(1), {Money(3), Money(0)}}, {}, {}};
    const CostByKind cost = cost_of(made.plant, made.part, flowed);
    CHECK(cost.material.value() == about(3 * 8 * (1 - recycled)));
    CHECK(cost.waste.value() == about(0.25 * 8 * (1 - recycled)));
    const auto flows = material_flow(made.plant, made.part, flowed);
    CHECK(flows[0].loss.value() == about(8));
    CHECK(sum_of_own(flows).value() == about(cost.total()));
    CHECK(flows[1].in + flows[2].in + flows[2].product == Kilograms(0));
    CHECK(flows[0].loss_cost.total().value() == about(cost.total()));
  }
}

TEST_CASE("what really flowed as planned is what the plan says, and nothing costs nothing") {
  for_each_case([](const FlowCase& made) {
    constexpr double units = 12;
    const std::vector<double> started = units_started(made.route);
    std::vector<OperationFlow> flowed;
    for (std::size_t i = 0; i < started.size(); ++i) {
      const Operation& operation = made.route.operations[i];
      const OperationCost cost{made.costs[i].labour * units, made.costs[i].movement * units};
      flowed.push_back(
          {started[i] * units, operation.yield, made.plant.machines[operation.machine].power * operation.time * started[i] * units, cost});
    }
    const auto flows = material_flow(made.plant, made.part, flowed), unit = made.flows();
    for (std::size_t i = 0; i < flows.size(); ++i) {
      const auto whole = numbers_of(flows[i]), one = numbers_of(unit[i]);
      for (std::size_t n = 0; n < whole.size(); ++n) CHECK(whole[n] == about(units * one[n]));
    }
    CHECK(cost_of(made.plant, made.part, flowed).total().value() == about(sum_of_own(flows)));
  });
  CHECK(cost_of({}, {}, {}).total() == Money(0));
}

TEST_CASE("one cost per operation, a route with operations, and machines that are there") {
  FlowCase made = by_hand(0);
  made.costs.pop_back();
  CHECK_THROWS_AS(made.flows(), ModelError);
  made.costs.clear();
  made.route.operations.clear();
  CHECK_THROWS_AS(made.flows(), ModelError);
  const FlowCase good = by_hand(0);
  FlowLedger small(1);
  CHECK_THROWS_AS(small.post(good.route, good.flows(), 1), std::out_of_range);
}
