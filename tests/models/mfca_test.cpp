// Does material flow cost accounting give the published examples, and lose no cost in any plant?

#include "models/cost/mfca.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "models/cost/contradiction.hpp"
#include "models/cost/cost_links.hpp"
#include "models/error.hpp"
#include "tests/models/random_plant.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

CentreMaterial material(double price, double product, double loss) {
  return {MoneyPerKilogram(price), Kilograms(product), Kilograms(loss)};
}

CentreMaterial auxiliary(double price, double loss) { return {MoneyPerKilogram(price), Kilograms(0), Kilograms(loss), true}; }

/// Steel cutting after ISO 14053, Table A.5.
QuantityCentre steel_cutting() {
  return {.name = "cutting",
          .materials = {material(13, 896, 311), material(8, 223, 377), material(30, 88, 32), material(20, 455, 147), material(36, 135, 45),
                        auxiliary(2, 28)},
          .energy = Money(1660),
          .system = Money(45000 + 58000 + 15000),
          .waste_management = Money(365)};
}

Approx to(double value) { return Approx(value).epsilon(1e-9); }

void check_layers(const CostLayers& left, const CostLayers& right, double scale) {
  for (const NamedLayer& layer : cost_layers) {
    INFO(layer.name);
    CHECK(std::abs((left.*layer.cost - right.*layer.cost).value()) <= 1e-9 * scale);
  }
}

/// In every layer, what enters a centre leaves it.
void check_links(const std::vector<QuantityCentre>& plant, const PlantCosts& costs, double scale) {
  std::map<std::pair<std::string, std::string_view>, double> mass, cost;
  for (const CostLink& link : cost_links(plant, costs)) {
    cost[{link.target, link.layer}] += link.cost.value();
    cost[{link.source, link.layer}] -= link.cost.value();
    mass[{link.target, link.layer}] += link.mass.value();
    mass[{link.source, link.layer}] -= link.mass.value();
  }
  for (const QuantityCentre& centre : plant)
    for (const NamedLayer& layer : cost_layers) {
      CHECK(std::abs(cost[{centre.name, layer.name}]) <= 1e-9 * scale);
      CHECK(std::abs(mass[{centre.name, layer.name}]) <= 1e-6);
    }
}

void check_invariants(const std::vector<QuantityCentre>& plant, CarryRule rule) {
  const PlantCosts costs = plant_costs(plant, rule);
  const double scale = costs.own.total().value();
  check_layers(costs.own, costs.product + costs.loss, scale);
  for (const CentreCosts& centre : costs.centres) {
    const CentreMasses& masses = centre.masses;
    CHECK((masses.own + masses.carried).value() == to((masses.product + masses.loss).value()));
    check_layers(centre.carried + centre.own, centre.product + centre.loss, scale);
    CHECK(centre.product.waste == Money(0));
  }
  check_links(plant, costs, scale);
}

/// Mass that is handed on through centres with these yields, each with costs of its own.
std::vector<QuantityCentre> series(const std::vector<double>& yields) {
  std::vector<QuantityCentre> chain;
  double mass = 100;
  for (std::size_t i = 0; i < yields.size(); ++i) {
    QuantityCentre centre{.name = "q" + std::to_string(i), .energy = Money(10), .waste_management = Money(3)};
    centre.system = Money(20 * mass);
    if (i == 0)
      centre.materials = {material(5, mass * yields[0], mass * (1 - yields[0]))};
    else
      centre.carried_loss = Kilograms(mass * (1 - yields[i]));
    mass *= yields[i];
    chain.push_back(centre);
  }
  return chain;
}

std::vector<Contradiction::Kind> kinds(const std::vector<QuantityCentre>& plant) {
  std::vector<Contradiction::Kind> all;
  for (const Contradiction& contradiction : contradictions(plant)) all.push_back(contradiction.kind);
  return all;
}

}  // namespace

TEST_CASE("mfca: steel cutting with the published share of 0.663") {
  QuantityCentre centre = steel_cutting();
  centre.share = 0.663;
  const CentreCosts costs = plant_costs({centre}).centres[0];
  CHECK(costs.product.material == Money(30032));
  CHECK(costs.loss.material == Money(12579 + 56));
  CHECK(costs.own.material == Money(42667));
  CHECK(costs.product.energy.value() == to(1100.58));
  CHECK(costs.loss.energy.value() == to(559.42));
  CHECK(costs.product.system.value() == to(78234));
  CHECK(costs.loss.system.value() == to(39766));
  CHECK(costs.loss.waste == Money(365));
  CHECK(costs.own.total() == Money(162692));
  CHECK(costs.product.total().value() == to(109366.58));
  CHECK(costs.loss.total().value() == to(53325.42));
  CHECK(100 * (costs.product.total() / costs.own.total()) == Approx(67.2).margin(0.05));
}

TEST_CASE("mfca: steel cutting with its exact share") {
  const CentreCosts costs = plant_costs({steel_cutting()}).centres[0];
  CHECK(costs.share == to(1797.0 / 2709));
  CHECK(costs.product.total().value() == Approx(109407.79).margin(0.005));
  CHECK(costs.loss.total().value() == Approx(53284.21).margin(0.005));
  CHECK(costs.masses.own == Kilograms(2709 + 28));
  CHECK(costs.masses.loss == Kilograms(912 + 28));
}

TEST_CASE("mfca: the training example of Propharm Japan") {
  const PlantCosts costs = plant_costs({{.name = "plant",
                                         .materials = {material(9.75, 50'000, 10'000), material(1.625, 20'000, 20'000)},
                                         .energy = Money(50'000),
                                         .system = Money(250'000),
                                         .waste_management = Money(50'000)}});
  CHECK(costs.product.material.value() == to(520'000));
  CHECK(costs.loss.material.value() == to(130'000));
  CHECK(costs.product.system.value() == to(175'000));
  CHECK(costs.loss.system.value() == to(75'000));
  CHECK(costs.product.energy.value() == to(35'000));
  CHECK(costs.loss.energy.value() == to(15'000));
  CHECK(costs.product.total().value() == to(730'000));
  CHECK(costs.loss.total().value() == to(270'000));
  CHECK(costs.own.total().value() == to(1'000'000));
}

TEST_CASE("mfca: the textbook case of one centre, where 15 kg in stock and 95 kg bought leave 10 kg") {
  const double used = 15 + 95 - 10;
  const PlantCosts costs = plant_costs({{.name = "plant",
                                         .materials = {material(10, 70, used - 70)},
                                         .energy = Money(50),
                                         .system = Money(800),
                                         .waste_management = Money(80)}});
  CHECK(costs.product.total().value() == to(700 + 35 + 560));
  CHECK(costs.loss.total().value() == to(300 + 15 + 240 + 80));
}

TEST_CASE("mfca: centres in series with yields") {
  const std::vector<double> yields{0.9, 0.8, 1, 0.95, 0.5};
  const auto chain = series(yields);
  const PlantCosts costs = plant_costs(chain);
  double product = 0, yield_to_the_end = 1;
  for (std::size_t i = yields.size(); i-- > 0;) {
    yield_to_the_end *= yields[i];
    product += (chain[i].energy + chain[i].system).value() * yield_to_the_end;
  }
  CHECK(costs.product.total().value() == to(500 * yield_to_the_end + product));
  CHECK(costs.loss.waste == Money(15));
  CHECK((costs.product + costs.loss).total().value() == to(costs.own.total().value()));
  check_invariants(chain, CarryRule::carried_mass);
}

TEST_CASE("mfca: without loss of mass, only waste management is lost") {
  const PlantCosts costs = plant_costs(series({1, 1, 1}));
  CHECK(costs.loss.total() == Money(9));
  CHECK(costs.loss.waste == Money(9));
}

TEST_CASE("mfca: energy that is carried splits by the mass of the centre, or by the mass carried with it") {
  const std::vector<QuantityCentre> plant{{.name = "a", .materials = {material(1, 60, 0)}, .energy = Money(100)},
                                          {.name = "b", .materials = {material(1, 30, 10)}, .carried_loss = Kilograms(15)}};
  const CentreCosts by_centre = plant_costs(plant).centres[1];
  CHECK(by_centre.loss.energy.value() == to(100 * 25.0 / 100));
  CHECK(by_centre.loss.material.value() == to(10 + 15));
  const CentreCosts by_carried = plant_costs(plant, CarryRule::carried_mass).centres[1];
  CHECK(by_carried.loss.energy.value() == to(100 * 15.0 / 60));
  CHECK(by_carried.loss.material.value() == to(10 + 15));
}

TEST_CASE("mfca: all loss goes back into its own centre") {
  QuantityCentre centre{.name = "moulding", .materials = {material(1, 80, 20)}, .energy = Money(60), .waste_management = Money(7)};
  centre.recycled = Recycling{0, Kilograms(20)};
  const CentreCosts costs = plant_costs({centre}).centres[0];
  CHECK(costs.masses.product == Kilograms(100));
  CHECK(costs.carried.material.value() == to(20));
  CHECK(costs.carried.energy.value() == to(60.0 / 6 / (1 - 1.0 / 6)));  // 60 (1/6 + 1/36 + ...)
  CHECK(costs.product.total().value() == to(100 + 60));
  CHECK(costs.final_loss().total().value() == to(7));
}

TEST_CASE("mfca: a part of the loss of the second centre goes back into the first") {
  std::vector<QuantityCentre> plant{{.name = "a", .materials = {material(2, 90, 0)}, .energy = Money(40)},
                                    {.name = "b", .carried_loss = Kilograms(20)}};
  plant[1].recycled = Recycling{0, Kilograms(10)};
  const PlantCosts costs = plant_costs(plant);
  // A tenth of the 100 kg comes round again, and a tenth is lost for good, each with its part of the cost.
  CHECK(costs.centres[0].carried.material.value() == to(180 * (1 / 0.9 - 1)));
  CHECK(costs.centres[0].carried.energy.value() == to(40 * (1 / 0.9 - 1)));
  CHECK(costs.loss.total().value() == to((180 + 40) / 0.9 * 0.1));
  CHECK(costs.product.total().value() == to((180 + 40) / 0.9 * 0.8));
}

TEST_CASE("mfca: no cost appears or vanishes in random plants") {
  int recycling = 0, merging = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    INFO("plant " << seed);
    const auto plant = random_plant(seed);
    for (const QuantityCentre& centre : plant) {
      recycling += centre.recycled.has_value();
      merging += centre.from->size() > 1;
    }
    REQUIRE(contradictions(plant).empty());
    check_invariants(plant, seed % 2 == 0 ? CarryRule::qc_mass : CarryRule::carried_mass);
  }
  CHECK(recycling > 200);
  CHECK(merging > 200);
}

TEST_CASE("mfca: the order of the centres changes nothing") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto plant = random_plant(seed);
    const std::size_t n = plant.size();
    const auto turned = [&](std::size_t q) { return n - 1 - q; };
    std::vector<QuantityCentre> reversed(plant.rbegin(), plant.rend());
    for (QuantityCentre& centre : reversed) {
      for (std::size_t& source : *centre.from) source = turned(source);
      if (centre.recycled) centre.recycled->to = turned(centre.recycled->to);
    }
    const PlantCosts one = plant_costs(plant), other = plant_costs(reversed);
    CHECK(one.product.total().value() == to(other.product.total().value()));
    for (std::size_t q = 0; q < n; ++q)
      CHECK(one.centres[q].product.total().value() == to(other.centres[turned(q)].product.total().value()));
  }
}

TEST_CASE("mfca: a plant of nothing costs nothing, and work without mass is no loss") {
  CHECK(plant_costs({}).own.total() == Money(0));
  CHECK(plant_costs({{.name = "idle", .energy = Money(5)}}).product.total() == Money(5));
}

TEST_CASE("mfca: contradictions are found") {
  using Kind = Contradiction::Kind;
  using Kinds = std::vector<Kind>;
  const QuantityCentre first{.name = "a", .materials = {material(1, 10, 2)}}, next{.name = "b"};
  CHECK(kinds({first, next}).empty());
  QuantityCentre wrong{.name = "c", .from = std::vector<std::size_t>{0}};
  CHECK(kinds({first, next, wrong}) == Kinds{Kind::product_taken_twice});
  CHECK(kinds({{.name = "a", .from = std::vector<std::size_t>{1}}, next}) == Kinds{Kind::circle_of_products, Kind::circle_of_products});
  wrong = {.name = "b", .materials = {{MoneyPerKilogram(1), Kilograms(1), Kilograms(0), true}}, .carried_loss = Kilograms(10.1)};
  CHECK(kinds({first, wrong}) == Kinds{Kind::auxiliary_in_product, Kind::carried_loss_too_high});
  wrong = {.name = "a", .materials = {material(1, 10, 2), auxiliary(1, 5)}, .recycled = Recycling{0, Kilograms(2.1)}};
  CHECK(kinds({wrong}) == Kinds{Kind::recycled_too_much});
  wrong.recycled->mass = Kilograms(2);
  CHECK(kinds({wrong}).empty());
}

TEST_CASE("mfca: recycling without an end is found") {
  using Kinds = std::vector<Contradiction::Kind>;
  const Kinds endless{Contradiction::Kind::endless_recycling};
  QuantityCentre mill{.name = "mill"}, sorter{.name = "sorter", .carried_loss = Kilograms(8), .recycled = Recycling{0, Kilograms(8)}};
  CHECK(kinds({mill, sorter}) == endless);
  mill.materials = {material(1, 1, 0)};
  CHECK(kinds({mill, sorter}).empty());
  QuantityCentre lossy{.name = "a", .materials = {material(1, 80, 20)}, .share = 0.0, .recycled = Recycling{0, Kilograms(20)}};
  CHECK(kinds({lossy}) == endless);
  CHECK_THROWS_AS(plant_costs({lossy}), ModelError);
}

TEST_CASE("mfca: impossible numbers are refused") {
  CHECK_THROWS_AS(plant_costs({{.name = "a", .energy = Money(-1)}}), ModelError);
  CHECK_THROWS_AS(plant_costs({{.name = "a", .share = 1.1}}), ModelError);
  CHECK_THROWS_AS(plant_costs({{.name = "a", .from = std::vector<std::size_t>{1}}}), ModelError);
  CHECK_THROWS_AS(plant_costs({{.name = "a", .materials = {material(1, NAN, 0)}}}), ModelError);
}
