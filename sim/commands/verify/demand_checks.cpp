// Do simulated customers buy as many as the demand equations say?
//
// One provider sells at 22 EUR in every period (cost_plus on a constant cost), so reference prices follow r' = theta r + (1 - theta) P
// without chance, and the expected sales of period t are d(P, r_t) exactly.

#include <fmt/format.h>

#include <cmath>
#include <functional>

#include "scenarios/load.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr double price = 22;
constexpr int periods = 12;
constexpr const char* eq_13 = "[QamarAziz2023] Eq. 13";
constexpr const char* losses_weigh_more = "[PopescuWu2007]";

constexpr const char* provider = R"(ccmsim: 1
name: demand
seed: 20
time: {{period: 26 d, periods: {}}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 1}}]]}}}}
minifactories:
  - name: shop
    place: here
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: 20 EUR/min, operates: [m]}}}}
    pricing: {{strategy: cost_plus, markup: 0.1}}
customers:
{})";

/// A segment, and the demand d(P, r_t) of its equation.
struct Segment {
  const char* name;
  const char* keys;
  std::function<double(int period)> expected;
  const char* source;
};

/// r_t of customers who start with r_1 and see the same price ever after.
double reference(double start, double memory, int period) { return price + std::pow(memory, period - 1) * (start - price); }

double mean_expected(const Segment& segment) {
  double sum = 0;
  for (int period = 1; period <= periods; ++period) sum += segment.expected(period);
  return sum / periods;
}

std::vector<Segment> segments() {
  return {
      {"price-takers, 100 - 1.5 P", "type: price_taker, alpha: 100, beta: 1.5", [](int) { return 100 - 1.5 * price; },
       "[QamarAziz2023] Eq. 5"},
      {"bargainers, 100 - 2.5 P", "type: bargainer, alpha: 100, beta: 2.5", [](int) { return 100 - 2.5 * price; }, "[QamarAziz2023] Eq. 5"},
      {"100 - 2 P + 0.5 r, r falling from 40",
       "type: negotiator, alpha: 100, beta: 2, reference_price: {effect: 0.5, memory: 0.8, start: 40}",
       [](int t) { return 100 - 2 * price + 0.5 * reference(40, 0.8, t); }, eq_13},
      {"100 - 2.5 P + 0.9 r, r rising from 5",
       "type: bargainer, alpha: 100, beta: 2.5, reference_price: {effect: 0.9, memory: 0.6, start: 5}",
       [](int t) { return 100 - 2.5 * price + 0.9 * reference(5, 0.6, t); }, eq_13},
      {"gains 0.5, losses 2: r falling from 40",
       "type: negotiator, demand: difference, alpha: 100, beta: 2, reference_price: {effect: 0.5, loss_effect: 2, memory: 0.8, start: 40}",
       [](int t) { return 100 - 2 * price + 0.5 * (reference(40, 0.8, t) - price); }, losses_weigh_more},
      {"gains 0.5, losses 2: r rising from 15",
       "type: bargainer, demand: difference, alpha: 100, beta: 2, reference_price: {effect: 0.5, loss_effect: 2, memory: 0.8, start: 15}",
       [](int t) { return 100 - 2 * price + 2 * (reference(15, 0.8, t) - price); }, losses_weigh_more}};
}

std::string scenario_text(const std::vector<Segment>& all) {
  std::string customers;
  for (std::size_t s = 0; s < all.size(); ++s)
    customers += fmt::format("  - {{name: segment{}, place: here, service: job, {}}}\n", s, all[s].keys);
  return fmt::format(fmt::runtime(provider), periods, customers);
}

/// Mean sales per period, by segment, and last the mean squared deviation of the first segment's sales over their mean.
std::vector<double> mean_sales(const Scenario& scenario, std::size_t run, double first_mean) {
  std::vector<double> sales(scenario.customers.size() + 1, 0);
  Recorder recorder;
  recorder.connect<SegmentRecord>([&](const SegmentRecord& row) {
    const auto sold = static_cast<double>(row.sales);
    for (std::size_t s = 0; s < scenario.customers.size(); ++s)
      if (scenario.customers[s].name == row.segment) sales[s] += sold / periods;
    if (scenario.customers[0].name == row.segment) sales.back() += (sold - first_mean) * (sold - first_mean) / first_mean / periods;
  });
  simulate(scenario, run + 1, recorder);
  return sales;
}

}  // namespace

std::vector<Check> demand_checks(const Laboratory& laboratory) {
  const std::vector<Segment> all = segments();
  const Scenario scenario = load_scenario_text(scenario_text(all), "demand").scenario;
  const double first_mean = mean_expected(all.front());
  const Measurements sales =
      laboratory.measure(100, all.size() + 1, [&](std::size_t run) { return mean_sales(scenario, run, first_mean); });
  std::vector<Check> checks;
  for (std::size_t s = 0; s < all.size(); ++s)
    checks.push_back(mean_check(fmt::format("sales per period: {}", all[s].name), mean_expected(all[s]), sales[s], all[s].source));
  checks.push_back(mean_check("sales of price-takers: variance over mean, Poisson", 1, sales.back(), "thinned Poisson arrivals"));
  return checks;
}

}  // namespace ccm
