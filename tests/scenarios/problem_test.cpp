// Does a problem file say what its author meant, in allocations and in material flows?

#include "scenarios/problems/problem.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

namespace {

const std::string small_allocation = R"(
problem: allocation
currency: CHF
routes: split
moves: changes
energy_price: 0.0335
waste_price: 0.2
node_limit: 1000
machines:
  saw: {power: 12, capacity: 23400}
  Fräse: {power: 500 W, capacity: 390 h}
workers:
  helper: {wage: 0.5, capacity: 100, operates: [saw]}
  master: {wage: 150 CHF/shift, capacity: 2 d, operates: [saw, Fräse]}
groups: [{at_least: 0, at_most: 1}, {}]
parts:
  leg:
    demand: 100
    priority: 2
    holding_cost: 4
    setup_cost: 20 CHF
    move_cost: 1.2
    material: {mass: 2500 g, price: 4, recycled: 50 %}
    routes: [[[saw, 2], [Fräse, 90 s, 0.9]], [[Fräse, 3]]]
)";

AllocationTask allocation(const std::string& text, const std::vector<std::string>& settings = {}) {
  return std::get<AllocationTask>(load_problem_text(text, "problem.yaml", settings));
}

MfcaTask mfca(const std::string& centres) { return std::get<MfcaTask>(load_problem_text("problem: mfca\ncentres:\n" + centres, "m.yaml")); }

}  // namespace

TEST_CASE("allocation: bare numbers have the units of the contract, and texts their own") {
  const AllocationTask task = allocation(small_allocation);
  const Plant& plant = task.problem.plant;
  CHECK(task.currency == "CHF");
  CHECK(plant.energy_price.value() == Approx(0.0335 * 60));
  CHECK(plant.waste_price == MoneyPerKilogram(0.2));
  CHECK(plant.machines[0].power == Kilowatts(12));
  CHECK(plant.machines[0].capacity == minutes(23400));
  CHECK(plant.machines[1].power == Kilowatts(0.5));
  CHECK(plant.machines[1].capacity == hours(390));
  CHECK(plant.workers[0].wage == MoneyPerHour(30));
  CHECK(plant.workers[1].wage == MoneyPerHour(20));
  CHECK(plant.workers[1].capacity == days(2));
  CHECK(plant.workers[1].operates == std::vector<std::size_t>{0, 1});
}

TEST_CASE("allocation: parts, routes and groups") {
  const AllocationTask task = allocation(small_allocation);
  CHECK(task.machines == std::vector<std::string>{"saw", "Fräse"});
  CHECK(task.parts == std::vector<std::string>{"leg"});
  const PartDemand& leg = task.problem.parts.at(0);
  CHECK(leg.units == 100);
  CHECK(leg.priority == 2);
  CHECK(leg.part.setup_cost == Money(20));
  CHECK(leg.part.material.mass.value() == Approx(2.5));
  CHECK(leg.part.material.recycled == 0.5);
  CHECK(leg.part.routes.at(1).number == 1);
  const Operation& milling = leg.part.routes.at(0).operations.at(1);
  CHECK(milling.machine == 1);
  CHECK(milling.time == Seconds(90));
  CHECK(milling.yield == 0.9);
  CHECK(task.problem.groups.at(0).at_least == 0);
  CHECK(task.problem.groups.at(0).at_most == 1);
  CHECK(task.problem.groups.at(1).at_least == GroupBounds{}.at_least);
  CHECK(task.problem.groups.at(1).at_most == GroupBounds{}.at_most);
  CHECK(task.problem.routes == RouteRule::split);
  CHECK(task.problem.moves == MoveRule::changes);
  CHECK(task.problem.node_limit == 1000);
  CHECK_FALSE(task.problem.grouping);
}

TEST_CASE("allocation: without groups all machines stand together, and a grouping can be given") {
  const std::string without = [] {
    std::string text = small_allocation;
    return text.erase(text.find("groups:"), text.find("parts:") - text.find("groups:"));
  }();
  CHECK(allocation(without).problem.groups.size() == 1);
  CHECK(allocation(without).problem.groups[0].at_least == 0);
  const AllocationTask given = allocation(without, {"grouping=[[Fräse], [saw]]"});
  CHECK(given.problem.grouping == std::vector<std::size_t>{1, 0});
  CHECK(given.problem.groups.size() == 2);
  CHECK(allocation(small_allocation, {"grouping=[[], [saw, Fräse]]"}).problem.grouping == std::vector<std::size_t>{1, 1});
}

TEST_CASE("allocation: bounds that no grouping keeps are for the solver to tell") {
  CHECK(allocation(small_allocation, {"groups=[{at_least: 5}]"}).problem.groups[0].at_least == 5);
}

TEST_CASE("allocation: a template may hold what parts share") {
  const AllocationTask task =
      allocation(small_allocation + "  top: {like: board}\ntemplates:\n  board: {demand: 7, routes: [[[saw, 1]]]}\n");
  CHECK(task.problem.parts.at(1).units == 7);
}

TEST_CASE("mfca: masses, costs and the way of the products") {
  const MfcaTask task = mfca(
      "  - {name: a, materials: {steel: {price: 1000 EUR/t, product: 8, loss: 2 kg}, oil: {price: 2, product: 0, loss: 1, auxiliary: true}}}\n"
      "  - {name: b, from: [], energy: 3, system: {labour: 4, rent: 5 EUR}, waste_management: 6, share: 66.3 %}\n"
      "  - {name: c, from: [b, a], carried_loss: 1 kg, recycled: {to: a, mass: 500 g}}\n");
  CHECK(task.carry == CarryRule::qc_mass);
  CHECK(task.centres[0].materials[0].price == MoneyPerKilogram(1));
  CHECK(task.centres[0].materials[0].loss == Kilograms(2));
  CHECK(task.centres[0].materials[1].auxiliary);
  CHECK_FALSE(task.centres[0].from);
  CHECK(task.centres[1].from->empty());
  CHECK(task.centres[1].system == Money(9));
  CHECK(task.centres[1].waste_management == Money(6));
  CHECK(*task.centres[1].share == Approx(0.663));
  CHECK(*task.centres[2].from == std::vector<std::size_t>{1, 0});
  CHECK(task.centres[2].recycled->to == 0);
  CHECK(task.centres[2].recycled->mass == Kilograms(0.5));
}

TEST_CASE("every kind of problem has described keys, and a shipped file is told from a scenario") {
  for (const ProblemKind& kind : problem_kinds()) {
    std::vector<KeyDoc> keys;
    kind.type().list_keys("", keys);
    CHECK(keys.size() > 5);
    for (const KeyDoc& key : keys) {
      INFO(key.path);
      CHECK(key.meaning.ends_with("."));
    }
  }
  CHECK(is_problem_file(CCM_SOURCE_DIR "/scenarios/problems/steel_cutting.yaml"));
  CHECK_FALSE(is_problem_file(CCM_SOURCE_DIR "/scenarios/01_first_order.yaml"));
  CHECK_FALSE(is_problem_file("/nowhere.yaml"));
}
