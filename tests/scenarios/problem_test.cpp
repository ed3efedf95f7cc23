// Does a problem file say what its author meant?

#include "scenarios/problems/problem.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "scenarios/yaml.hpp"

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

template <class Question>
Question bargaining(const std::string& keys) {
  return std::get<Question>(std::get<BargainingTask>(load_problem_text("problem: bargaining\n" + keys, "b.yaml")).question);
}

/// A number that depends on every part of the answer.
double answer_to(const RubinsteinGame& game) { return proposed_price(game).value(); }
double answer_to(const NashBargain& bargain) { return nash_price(bargain).value_or(Money(0)).value(); }
double answer_to(const Negotiators& who) { return alternating_offers(who).offers.back().price.value(); }
double answer_to(const QuoteSearch& search) {
  const SearchPlan plan = sequential_search(search);
  return plan.expected_outlay.value() + plan.value_of_search.value();
}
double answer_to(const PostedPriceQuestion& question) {
  return profit_per_visitor(question.customers, best_posted_price(question.customers, question.cutoff)).value();
}
double answer_to(const BargainingTask& task) {
  return std::visit([](const auto& question) { return answer_to(question); }, task.question);
}
double answer_to(const MfcaTask& task) { return plant_costs(task.centres, task.carry).own.total().value(); }
template <class Other>
double answer_to(const Other&) {
  return 0;
}

/// The text with one to three letters changed.
std::string damaged(std::string text, std::mt19937_64& random) {
  const std::string letters = "0159.-e:,[]{} \n#&*'kgt%";
  for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) text[random() % text.size()] = letters[random() % letters.size()];
  return text;
}

MfcaTask mfca(const std::string& centres) { return std::get<MfcaTask>(load_problem_text("problem: mfca\ncentres:\n" + centres, "m.yaml")); }

auto pricing(const std::string& keys) { return std::get<PricingTask>(load_problem_text("problem: pricing\n" + keys, "p.yaml")).question; }

PricesOverTime over_time(const std::string& keys) { return std::get<PricesOverTime>(pricing(keys)); }

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

TEST_CASE("bargaining: rubinstein, with and without a last round") {
  const std::string keys = "kind: rubinstein\nvalue: 40 EUR\ncost: 10\ndiscount_seller: 0.9\ndiscount_buyer: 0.8\n";
  const auto endless = bargaining<RubinsteinGame>(keys);
  CHECK(endless.value == Money(40));
  CHECK(endless.cost == Money(10));
  CHECK(endless.seller_discount == 0.9);
  CHECK(endless.buyer_discount == 0.8);
  CHECK(endless.first == Party::seller);
  CHECK_FALSE(endless.rounds);
  CHECK_FALSE(bargaining<RubinsteinGame>(keys + "rounds: infinite\n").rounds);
  const auto short_game = bargaining<RubinsteinGame>(keys + "rounds: 7\nfirst: buyer\n");
  CHECK(short_game.rounds == 7);
  CHECK(short_game.first == Party::buyer);
}

TEST_CASE("bargaining: nash") {
  const auto bargain =
      bargaining<NashBargain>("kind: nash\nvalue: 40\ncost: 10\nseller_power: 60 %\nseller_outside: 4\nbuyer_outside: 12\n");
  CHECK(bargain.value == Money(40));
  CHECK(bargain.cost == Money(10));
  CHECK(bargain.seller_power == 0.6);
  CHECK(bargain.seller_outside == Money(4));
  CHECK(bargain.buyer_outside == Money(12));
}

TEST_CASE("bargaining: concession") {
  const auto who = bargaining<Negotiators>(
      "kind: concession\nfirst: buyer\nbuyer: {from: 10, to: 40, deadline: 9, kappa: 5 %, beta: 0.5, family: exponential}\n"
      "seller: {from: 50, to: 15, deadline: 12}\n");
  CHECK(who.first == Party::buyer);
  CHECK(who.buyer.party == Party::buyer);
  CHECK(who.buyer.position == Position{Money(10), Money(40)});
  CHECK(who.buyer.concession == Concession{0.05, 0.5, ConcessionFamily::exponential, 9});
  CHECK(who.seller.party == Party::seller);
  CHECK(who.seller.position == Position{Money(50), Money(15)});
  CHECK(who.seller.concession == Concession{.deadline = 12});
}

TEST_CASE("bargaining: search and posted prices") {
  const auto search = bargaining<QuoteSearch>("kind: search\nlow: 20\nhigh: 40\nquote_cost: 0.4\ndiscount: 0.95\nvalue: 50\n");
  CHECK(search.lowest == Money(20));
  CHECK(search.highest == Money(40));
  CHECK(search.quote_cost == Money(0.4));
  CHECK(search.discount == 0.95);
  CHECK(search.value == Money(50));
  const std::string keys = "kind: posted\nW: 100\ncost: 20\nshare_takers: 0.3\nseller_power: 0.6\n";
  const auto posted = bargaining<PostedPriceQuestion>(keys);
  CHECK(posted.customers.highest_value == Money(100));
  CHECK(posted.customers.cost == Money(20));
  CHECK(posted.customers.takers == 0.3);
  CHECK(posted.customers.seller_power == 0.6);
  CHECK(posted.cutoff == Cutoff::committed);
  CHECK(bargaining<PostedPriceQuestion>(keys + "cutoff: false\n").cutoff == Cutoff::at_cost);
}

TEST_CASE("pricing: one seller over time") {
  const auto asked = over_time(
      "cost: 10 EUR\ndemand: {a: 100, b: 2, gain: 0.5, loss: 2}\nmemory: {kind: peak_end, theta: 0.25, extreme: highest}\n"
      "discount: 1\nhorizon: 12\nstart: {extreme: 30, last: 20}\ngrid: {from: 12, to: 40.1, step: 0.25}\nshow: 20\n");
  const PricingProgram& program = asked.program;
  CHECK(program.demand == ReferenceDemand{100, 2, 0.5, 2});
  CHECK(program.cost == Money(10));
  CHECK(program.memory == PriceMemory{MemoryKind::peak_end_highest, 0.25});
  CHECK(program.periods == 12);
  CHECK(asked.start == Remembered{Money(22.5), Money(30)});
  CHECK(program.prices == MoneyGrid{Money(12), Money(40), 113});
  CHECK_FALSE(asked.closed_form);
  CHECK(asked.shown == 12);
}

TEST_CASE("pricing: what is left out") {
  const std::string rest = "cost: 10\nmemory: {kind: exponential, theta: 0.5}\ndiscount: 0.9\n";
  const auto asked = over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\n");
  CHECK(asked.program.demand == ReferenceDemand{100, 2, 0.5, 0.5});
  CHECK_FALSE(asked.program.periods);
  CHECK(asked.start == Remembered{Money(30), Money(30)});
  CHECK(asked.closed_form);
  CHECK(over_time(rest + "demand: {alpha: 100, beta: 2.5, gamma: 0.5}\nhorizon: infinite\n").program.demand == asked.program.demand);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 1, loss: 0.5}\n").closed_form);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5, loss: 1}\nhorizon: 4\n").closed_form);
  CHECK(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\nhorizon: 4\n").closed_form);
  CHECK_FALSE(over_time(rest + "demand: {a: 100, b: 2, gain: 0.5}\nmethod: dynamic_program\n").closed_form);
}

TEST_CASE("pricing: a start below the grid has reference prices that reach it") {
  const auto asked = over_time(
      "cost: 10\ndemand: {a: 100, b: 2, gain: 2, loss: 1}\nmemory: {kind: exponential, theta: 0.5}\ndiscount: 0.9\n"
      "start: {reference: 9.3}\ngrid: {from: 10, to: 40, step: 0.5}\n");
  CHECK(asked.program.references.from == Money(9.3));
  CHECK(asked.program.references.to >= Money(40));
  CHECK(asked.program.references.step().value() == Approx(0.5));
}

TEST_CASE("pricing: several types, in one period and over time") {
  const std::string types = "cost: 6\ntypes: [{name: takers, alpha: 100, beta: 1.5}, {alpha: 80, beta: 2}]\n";
  const auto once = std::get<PricesOfTypes>(pricing(types + "strategy: eq13_joint\ngamma: 0.5\n"));
  CHECK(once.names == std::vector<std::string>{"takers", "type 2"});
  CHECK(once.types[1].alpha == 80);
  CHECK(once.eq13 == Eq13Reading::joint);
  CHECK(once.gamma == 0.5);
  const auto common = std::get<CommonReferencePrices>(pricing(
      "cost: 6\ntypes: [{alpha: 100, beta: 1.5, share: 3}, {alpha: 80, beta: 2, gamma: 0.5}]\nmemory: {kind: last_price}\ndiscount: 0.5\n"));
  CHECK(common.seller.types[0].weight == 0.75);
  CHECK(common.seller.types[1].gamma == 0.5);
  CHECK(common.seller.theta == 0);
  CHECK(common.start.value() == Approx(0.75 * (100 / 3.0 + 3) + 0.25 * 23));
}

TEST_CASE("a damaged pricing problem is refused or understood") {
  std::mt19937_64 random(12);
  for (const char* file : {"loss_aversion", "peak_end", "common_reference", "qamar_2023_table3"}) {
    const std::string right = read_file(std::string(CCM_SOURCE_DIR "/scenarios/problems/") + file + ".yaml");
    int understood = 0;
    for (int i = 0; i < 1000; ++i) try {
        const Problem problem = load_problem_text(damaged(right.substr(right.find("problem:")), random), "damaged.yaml");
        understood += std::holds_alternative<PricingTask>(problem) ? 1 : 0;
      } catch (const ScenarioError&) {}
    CHECK(understood > 5);  // most letters belong to a key
  }
}

TEST_CASE("a damaged problem file is refused or understood, and what is understood has an answer") {
  std::mt19937_64 random(11);
  for (const char* file : {"moulding_with_regrind", "rubinstein", "nash", "concession", "search", "posted_price"}) {
    const std::string right = read_file(CCM_SOURCE_DIR "/scenarios/problems/" + std::string(file) + ".yaml");
    int understood = 0;
    for (int i = 0; i < 2000; ++i) {
      try {
        const Problem problem = load_problem_text(damaged(right, random), "damaged.yaml");
        CHECK(std::isfinite(std::visit([](const auto& task) { return answer_to(task); }, problem)));
        ++understood;
      } catch (const ScenarioError&) {}
    }
    CHECK(understood > 60);
  }
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
