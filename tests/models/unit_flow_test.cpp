// Do the flows of one good unit agree with the closed forms of yields in a row, and with what a unit costs?

#include <catch2/catch.hpp>

#include "tests/models/flow_cases.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

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

void check_layer(const FlowCase& made, Money CostLayers::*layer, const std::vector<double>& own) {
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
  for_each_case([](FlowCase made) {
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
  for_each_case([](const FlowCase& made) {
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
  for_each_case([](const FlowCase& made) {
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
  for_each_case([](const FlowCase& made) {
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
  for_each_case([](const FlowCase& made) {
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
  FlowCase made = by_hand(0.5);
  for (Operation& operation : made.route.operations) operation.yield = 1;
  const auto flows = made.flows();
  for (const CentreFlow& flow : flows) CHECK(flow.loss_cost.total().value() == about(0));
  CHECK(flows.back().product_cost.total().value() == about(sum_of_own(flows)));
}

TEST_CASE("a part without mass has costs of energy and labour all the same") {
  for (const double recycled : {0.0, 0.5, 1.0}) {
    FlowCase made = by_hand(recycled);
    made.part.material.mass = Kilograms(0);
    const auto flows = made.flows();
    CHECK(flows.back().product_cost.material == Money(0));
    CHECK(flows.back().product_cost.energy.value() == about(0.5 * (1 + 3 + 2)));
    CHECK(flows.back().product_cost.system.value() == about(0.5 * (0.8 * 4 + 9 + 16.5)));
    CHECK(sum_of_own(flows).value() == about(0.5 * (1 * 2.5 + 3 * 2 + 2 * 2) + 4 + 9 + 16.5));
  }
}
