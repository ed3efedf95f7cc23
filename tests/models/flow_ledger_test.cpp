// Does the ledger of flows agree with the closed forms of yields in a row, and with what a unit costs?
//
// Sums of a few dozen products in double precision: 1e-12 of them is rounding, and 1e-9 leaves room for the linear equations of recycling.

#include "models/cost/flow_ledger.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>

#include "models/error.hpp"

using namespace ccm;

namespace {

constexpr double rounding = 1e-9;

Approx about(double value) { return Approx(value).epsilon(0).margin(rounding * (1 + std::abs(value))); }
Approx about(Money value) { return about(value.value()); }

/// A part on a route, with what the plan pays for each operation.
struct Case {
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
Case by_hand(double recycled) {
  Case made;
  made.plant.machines = {{Kilowatts(3), hours(9)}, {Kilowatts(12), hours(9)}};
  made.plant.energy_price = MoneyPerKilowattHour(0.5);
  made.plant.waste_price = MoneyPerKilogram(0.25);
  made.part.material = {Kilograms(2), MoneyPerKilogram(3), recycled};
  made.route.operations = {{0, minutes(20), 0.8}, {1, minutes(15), 1}, {0, minutes(40), 0.5}};
  made.costs = {{Money(4), Money(0)}, {Money(8), Money(1)}, {Money(16), Money(0.5)}};
  return made;
}

Case random_case(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto draw = [&](double high) { return high * static_cast<double>(random() >> 11) * 0x1p-53; };
  Case made;
  made.plant.machines.resize(1 + random() % 4);
  for (Machine& machine : made.plant.machines) machine.power = Kilowatts(draw(20));
  made.plant.energy_price = MoneyPerKilowattHour(draw(1));
  made.plant.waste_price = MoneyPerKilogram(draw(2));
  const double recycled[] = {0, 0.5, 1, draw(1)};
  made.part.material = {Kilograms(seed % 10 == 0 ? 0 : draw(5)), MoneyPerKilogram(draw(10)), recycled[random() % 4]};
  for (std::size_t i = 0, count = 1 + random() % 6; i < count; ++i) {
    made.route.operations.push_back({random() % made.plant.machines.size(), minutes(draw(30)), random() % 3 == 0 ? 1 : 1 - draw(0.6)});
    made.costs.push_back({Money(draw(9)), Money(random() % 2 == 0 ? 0 : draw(3))});
  }
  return made;
}

/// What enters each operation with its cost, in one layer: T_i = own_i + y_(i-1) T_(i-1), and the first also gets the recycled share of all
/// losses,     T_0 = own_0 + rho sum_i (1 - y_i) T_i. Solved by T_i = a_i + b_i T_0.
std::vector<double> entering_costs(const Route& route, double recycled, const std::vector<double>& own) {
  std::vector<double> a{0}, b{1};
  for (std::size_t i = 1; i < own.size(); ++i) {
    a.push_back(own[i] + route.operations[i - 1].yield * a.back());
    b.push_back(route.operations[i - 1].yield * b.back());
  }
  double constant = own[0], factor = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const double lost = 1 - route.operations[i].yield;
    constant += recycled * lost * a[i];
    factor += recycled * lost * b[i];
  }
  std::vector<double> entering;
  for (std::size_t i = 0; i < own.size(); ++i) entering.push_back(a[i] + b[i] * constant / (1 - factor));
  return entering;
}

void check_layer(const Case& made, Money CostLayers::*layer, const std::vector<double>& own) {
  const auto flows = made.flows();
  const std::vector<double> entering = entering_costs(made.route, made.part.material.recycled, own);
  for (std::size_t i = 0; i < own.size(); ++i) {
    CAPTURE(i);
    const double yield = made.route.operations[i].yield;
    CHECK((flows[i].own.*layer).value() == about(own[i]));
    CHECK((flows[i].carried.*layer).value() == about(entering[i] - own[i]));
    CHECK((flows[i].product_cost.*layer).value() == about(yield * entering[i]));
    CHECK((flows[i].loss_cost.*layer).value() == about((1 - made.part.material.recycled) * (1 - yield) * entering[i]));
  }
}

template <class Function>
void for_each_case(Function function) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Case made = random_case(seed);
    INFO(fmt::format("case {}, {} operations, {} recycled", seed, made.route.operations.size(), made.part.material.recycled));
    function(made);
  }
}

Money sum_of_own(const std::vector<CentreFlow>& flows) {
  Money sum{0};
  for (const CentreFlow& flow : flows) sum += flow.own.total();
  return sum;
}

std::vector<double> numbers_of(const CentreFlow& flow) {
  std::vector<double> numbers{flow.in.value(), flow.product.value(), flow.loss.value()};
  for (const CostLayers& cost : {flow.carried, flow.own, flow.product_cost, flow.loss_cost})
    for (const Money money : {cost.material, cost.energy, cost.system, cost.waste}) numbers.push_back(money.value());
  return numbers;
}

}  // namespace

TEST_CASE("masses and costs of three operations, computed by hand") {
  const auto flows = by_hand(0).flows();
  REQUIRE(flows.size() == 3);
  CHECK(flows[0].in.value() == about(5));
  CHECK(flows[0].product.value() == about(4));
  CHECK(flows[0].loss.value() == about(1));
  CHECK(flows[1].loss.value() == about(0));
  CHECK(flows[2].loss.value() == about(2));
  CHECK(flows[2].product.value() == about(2));
  CHECK(flows[0].own.material == Money(15));
  CHECK(flows[0].own.energy.value() == about(0.5 * 3 / 3 * 2.5));  // 1 kWh per unit
  CHECK(flows[1].own.energy.value() == about(0.5 * 3 * 2));
  CHECK(flows[2].own.energy.value() == about(0.5 * 2 * 2));
  CHECK(flows[0].own.system == Money(4));
  CHECK(flows[1].own.system == Money(9));
  CHECK(flows[0].own.waste.value() == about(0.25));
  CHECK(flows[2].own.waste.value() == about(0.5));
  CHECK(flows[0].loss_cost.material.value() == about(3));
  CHECK(flows[2].loss_cost.material.value() == about(6));
  CHECK(flows[2].product_cost.system.value() == about(0.5 * (0.8 * 4 + 9 + 16.5)));
}

TEST_CASE("a product costs M0 prod y + sum_i (E_i + S_i) prod_(j >= i) y_j, all else is loss") {
  for_each_case([](Case made) {
    made.part.material.recycled = 0;
    const auto flows = made.flows();
    const std::vector<double> started = units_started(made.route);
    const PartMaterial& material = made.part.material;
    double product = (material.price * material.mass).value(), own = product * started[0];
    for (std::size_t i = 0; i < started.size(); ++i) {
      product += (made.energy(i) + made.system(i)).value() / started[i];  // 1 / started = the product of the yields from i on
      own += (made.energy(i) + made.system(i)).value();
    }
    own += (made.plant.waste_price * material.mass).value() * (started[0] - 1);
    CHECK(flows.back().product_cost.total().value() == about(product));
    double loss = 0;
    for (const CentreFlow& flow : flows) loss += flow.loss_cost.total().value();
    CHECK(loss == about(own - product));
  });
}

TEST_CASE("every layer of every operation, with recycling, solves the equations of what enters") {
  for_each_case([](const Case& made) {
    const std::size_t count = made.route.operations.size();
    std::vector<double> material(count), energy, system;
    material[0] = cost_without_labour(made.plant, made.part, made.route).material.value();
    for (std::size_t i = 0; i < count; ++i) {
      energy.push_back(made.energy(i).value());
      system.push_back(made.system(i).value());
    }
    check_layer(made, &CostLayers::material, material);
    if (made.part.material.mass == Kilograms(0)) return;  // nothing goes round, so nothing carries its energy back
    check_layer(made, &CostLayers::energy, energy);
    check_layer(made, &CostLayers::system, system);
  });
}

TEST_CASE("waste management is paid for what is not recycled, and is all loss") {
  for_each_case([](const Case& made) {
    const std::vector<double> started = units_started(made.route);
    const auto flows = made.flows();
    for (std::size_t i = 0; i < flows.size(); ++i) {
      const double lost = made.part.material.mass.value() * started[i] * (1 - made.route.operations[i].yield);
      CHECK(flows[i].own.waste.value() == about(made.plant.waste_price.value() * lost * (1 - made.part.material.recycled)));
      CHECK(flows[i].loss_cost.waste == flows[i].own.waste);
      CHECK(flows[i].carried.waste + flows[i].product_cost.waste == Money(0));
    }
  });
}

TEST_CASE("all new cost of a unit is its cost without labour, its labour and its movement") {
  for_each_case([](const Case& made) {
    const CostByKind cost = cost_without_labour(made.plant, made.part, made.route);
    Money system{0};
    for (const OperationCost& operation : made.costs) system += operation.labour + operation.movement;
    CostLayers own;
    for (const CentreFlow& flow : made.flows()) own += flow.own;
    CHECK(own.material.value() == about(cost.material));
    CHECK(own.energy.value() == about(cost.energy));
    CHECK(own.waste.value() == about(cost.waste));
    CHECK(own.system.value() == about(system));
  });
}

TEST_CASE("what is new leaves as product or as loss, in mass and in cost") {
  for_each_case([](const Case& made) {
    const auto flows = made.flows();
    Money loss{0};
    for (const CentreFlow& flow : flows) {
      CHECK(flow.in.value() == about((flow.product + flow.loss).value()));
      loss += flow.loss_cost.total();
    }
    CHECK((flows.back().product_cost.total() + loss).value() == about(sum_of_own(flows)));
    CHECK(flows.back().product.value() == about(made.part.material.mass.value()));
    for (std::size_t i = 1; i < flows.size(); ++i) {
      CHECK(flows[i].carried.total().value() == about(flows[i - 1].product_cost.total()));
      CHECK(flows[i].in.value() == about(flows[i - 1].product.value()));
    }
  });
}

TEST_CASE("recycled whole, a loss costs nothing, and by half, half of each loss goes back with its cost") {
  const auto none = by_hand(0).flows(), half = by_hand(0.5).flows(), all = by_hand(1).flows();
  Money loss_of_all{0};
  for (const CentreFlow& flow : all) loss_of_all += flow.loss_cost.total();
  CHECK(loss_of_all.value() == about(0));
  CHECK(all.back().product_cost.total().value() == about(sum_of_own(all)));
  CHECK(all.front().own.material.value() == about(6));         // new material for the good unit alone
  CHECK(half.front().own.material.value() == about(3 * 3.5));  // 2 kg and half of 3 kg lost
  CHECK(half.front().carried.material.value() == about(3 * 1.5));
  CHECK(half.front().carried.energy > Money(0));
  CHECK(none.front().carried.total() == Money(0));
  for (std::size_t i = 0; i < 3; ++i) CHECK(half[i].in.value() == about(none[i].in.value()));
}

TEST_CASE("without losses everything becomes product") {
  Case made = by_hand(0.5);
  for (Operation& operation : made.route.operations) operation.yield = 1;
  const auto flows = made.flows();
  for (const CentreFlow& flow : flows) CHECK(flow.loss_cost.total().value() == about(0));
  CHECK(flows.back().product_cost.total().value() == about(sum_of_own(flows)));
}

TEST_CASE("a part without mass has costs of energy and labour all the same") {
  for (const double recycled : {0.0, 0.5, 1.0}) {
    Case made = by_hand(recycled);
    made.part.material.mass = Kilograms(0);
    const auto flows = made.flows();
    CHECK(flows.back().product_cost.material == Money(0));
    CHECK(flows.back().product_cost.energy.value() == about(0.5 * (1 + 3 + 2)));
    CHECK(flows.back().product_cost.system.value() == about(0.5 * (0.8 * 4 + 9 + 16.5)));
    CHECK(sum_of_own(flows).value() == about(0.5 * (1 * 2.5 + 3 * 2 + 2 * 2) + 4 + 9 + 16.5));
  }
}

TEST_CASE("a machine that a route visits twice has the flows of both visits") {
  const Case made = by_hand(0.5);
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
    const Case a = random_case(2 * seed), b = random_case(2 * seed + 1);
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
  Case made = by_hand(0.5);
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
    const Case made = by_hand(recycled);
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
  for_each_case([](const Case& made) {
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
  Case made = by_hand(0);
  made.costs.pop_back();
  CHECK_THROWS_AS(made.flows(), ModelError);
  made.costs.clear();
  made.route.operations.clear();
  CHECK_THROWS_AS(made.flows(), ModelError);
  const Case good = by_hand(0);
  FlowLedger small(1);
  CHECK_THROWS_AS(small.post(good.route, good.flows(), 1), std::out_of_range);
}
