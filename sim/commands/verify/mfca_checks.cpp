// Does material flow cost accounting give the published examples, and a simulated plant its closed form?

#include <fmt/format.h>

#include "models/cost/mfca.hpp"
#include "scenarios/load.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

CentreMaterial material(double price, double product, double loss) {
  return {MoneyPerKilogram(price), Kilograms(product), Kilograms(loss)};
}

Check exact(const std::string& name, double expected, Money obtained, const char* source) {
  return {name, expected, obtained.value(), floating_point(expected), source};
}

std::vector<Check> steel_cutting() {
  QuantityCentre centre{.name = "cutting",
                        .materials = {material(13, 896, 311),
                                      material(8, 223, 377),
                                      material(30, 88, 32),
                                      material(20, 455, 147),
                                      material(36, 135, 45),
                                      {MoneyPerKilogram(2), Kilograms(0), Kilograms(28), true}},
                        .energy = Money(1660),
                        .system = Money(45000 + 58000 + 15000),
                        .waste_management = Money(365)};
  const Money exact_share = plant_costs({centre}).product.total();
  centre.share = 0.663;
  const PlantCosts costs = plant_costs({centre});
  constexpr auto source = "[ISO14053] Table A.5";
  return {exact("steel cutting: product", 109366.58, costs.product.total(), source),
          exact("steel cutting: loss", 53325.42, costs.loss.total(), source),
          {"steel cutting: product, mass share not rounded", 109407.79, exact_share.value(), last_printed_digit("109407.79"), source}};
}

std::vector<Check> textbook_cases() {
  // 100 t give 70 t of product; material cost is traced to 80 %, energy and system cost go by mass.
  const PlantCosts trained = plant_costs({{.name = "plant",
                                           .materials = {material(520000.0 / 70000, 70000, 0), material(130000.0 / 30000, 0, 30000)},
                                           .energy = Money(50000),
                                           .system = Money(250000),
                                           .waste_management = Money(50000)}});
  const double used_kg = 15 + 95 - 10;  // opening stock, bought, closing stock
  const PlantCosts stocked = plant_costs({{.name = "plant",
                                           .materials = {material(10, 70, used_kg - 70)},
                                           .energy = Money(50),
                                           .system = Money(800),
                                           .waste_management = Money(80)}});
  return {exact("training example: product", 730000, trained.product.total(), "MFCA Forum Japan"),
          exact("training example: loss", 270000, trained.loss.total(), "MFCA Forum Japan"),
          exact("one centre with stocks: product", 1295, stocked.product.total(), "[ISO14051]"),
          exact("one centre with stocks: loss", 635, stocked.loss.total(), "[ISO14051]")};
}

/// Two operations with yields 0.8 and 0.96, of whose losses 60 % enter again.
constexpr const char* chips = R"(ccmsim: 1
name: losses
time: {period: 26 d, periods: 1}
places: {here: {at: [46, 11]}}
operator: {place: here, quotes: 1}
services: {job: {parts: {part: 1}}}
parts:
  part:
    material: {mass: 2 kg, price: 3.2 EUR/kg, recycled: 60 %}
    routes: [[{machine: mill, minutes: 24, yield: 0.8}, {machine: drill, minutes: 6, yield: 0.96}]]
customers: [{name: buyers, type: price_taker, place: here, service: job, alpha: 300, beta: 3}]
minifactories:
  - name: shop
    place: here
    energy_price: 0.19 EUR/kWh
    machines: {mill: {power: 11 kW}, drill: {power: 3 kW}}
    workers: {w: {wage: 28 EUR/h, operates: [mill, drill]}}
)";

/// Energy cost of product and loss, per unit made.
std::vector<double> simulated_energy(std::size_t run) {
  const Scenario scenario = load_scenario_text(chips, "losses").scenario;
  double product = 0, loss = 0, made = 0;
  Recorder recorder;
  recorder.connect<MfcaRecord>([&](const MfcaRecord& row) {
    if (row.basis != "actual") return;
    loss += row.loss_energy;
    if (row.quantity_centre == "drill") product += row.product_energy;
  });
  recorder.connect<PeriodRecord>([&](const PeriodRecord& row) { made += static_cast<double>(row.produced_units); });
  simulate(scenario, run + 1, recorder);
  return {product / made, loss / made};
}

std::vector<Check> simulated_plant(const Laboratory& laboratory) {
  // T1 passes the mill and T2 the drill, q of the losses coming back: T1 = n1 + q (l1 T1 + l2 T2), T2 = n2 + y1 T1.
  constexpr double y1 = 0.8, y2 = 0.96, l1 = 1 - y1, l2 = 1 - y2, q = 0.6;
  constexpr double n1 = 0.19 * 11 * 0.4 / (y1 * y2), n2 = 0.19 * 3 * 0.1 / y2;  // energy price, kW, h, units started
  constexpr double t1 = (n1 + q * l2 * n2) / (1 - q * (l1 + l2 * y1)), t2 = n2 + y1 * t1;
  const Measurements found = laboratory.measure(1, 2, simulated_energy);
  return {exact("simulated plant: energy in a product", y2 * t2, Money(found[0].at(0)), "[Schmidt2015]"),
          exact("simulated plant: energy in its losses", (1 - q) * (l1 * t1 + l2 * t2), Money(found[1].at(0)), "[Schmidt2015]")};
}

}  // namespace

std::vector<Check> mfca_checks(const Laboratory& laboratory) {
  std::vector<Check> checks = steel_cutting();
  for (Check& check : textbook_cases()) checks.push_back(std::move(check));
  for (Check& check : simulated_plant(laboratory)) checks.push_back(std::move(check));
  return checks;
}

}  // namespace ccm
