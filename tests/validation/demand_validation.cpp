// Do simulated customers buy as many as the demand equations say?
//
// The price is the same in every period (cost_plus on a constant cost), so the reference price follows r' = theta r + (1 - theta) P
// without chance, and the expected sales of period t are d(P, r_t) exactly (models/demand/linear_demand.hpp). Tolerances are the 99 %
// Student intervals over 40 independent replications.

#include <fmt/format.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <catch2/catch.hpp>
#include <map>

#include "analysis/statistics.hpp"
#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double price = 22;
constexpr int periods = 12, replications = 40;

/// One provider that sells at 22 EUR to the three types, whose customers are given as YAML.
std::string scenario(const std::string& customers) {
  return fmt::format(R"(ccmsim: 1
name: demand validation
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
{})",
                     periods, customers);
}

/// Runs the scenario and returns the rows of segments.csv by segment.
std::map<std::string, std::vector<Row>> simulated(const std::string& customers) {
  const TemporaryDirectory directory;
  write_file(directory / "s.yaml", scenario(customers));
  const Finished run =
      ccmsim(fmt::format("run {} --replications {} --quiet --out {}", directory / "s.yaml", replications, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  std::map<std::string, std::vector<Row>> by_segment;
  for (const Row& row : read_table(directory / "out/segments.csv")) by_segment[row.at("segment")].push_back(row);
  return by_segment;
}

/// Checks that sales less expected sales, summed over a replication, has mean 0.
template <class Expected>
void check_mean_sales(const std::vector<Row>& rows, Expected expected) {
  std::vector<double> excess(replications);
  for (const Row& row : rows) {
    const int period = static_cast<int>(number(row, "period"));
    excess[static_cast<std::size_t>(number(row, "replication")) - 1] += number(row, "sales") - expected(period);
  }
  const Estimate mean = estimate(excess, 0.99);
  INFO(fmt::format("excess {} ± {} over {} expected", mean.mean, *mean.half_width, periods * expected(1)));
  CHECK(std::abs(mean.mean) <= *mean.half_width);
  CHECK(*mean.half_width < 0.05 * periods * expected(1));  // or the check would say nothing
}

/// r_t when customers start with r_1 and pay the same price ever after.
double reference(double start, double memory, int period) { return price + std::pow(memory, period - 1) * (start - price); }

}  // namespace

TEST_CASE("mean sales of each type are alpha - beta P") {
  const auto sales = simulated(
      "  - {name: takers, type: price_taker, place: here, service: job, alpha: 100, beta: 1.5}\n"
      "  - {name: negotiators, type: negotiator, place: here, service: job, alpha: 100, beta: 2}\n"
      "  - {name: bargainers, type: bargainer, place: here, service: job, alpha: 100, beta: 2.5}\n");
  check_mean_sales(sales.at("takers"), [](int) { return 100 - 1.5 * price; });
  check_mean_sales(sales.at("negotiators"), [](int) { return 100 - 2 * price; });
  check_mean_sales(sales.at("bargainers"), [](int) { return 100 - 2.5 * price; });
}

TEST_CASE("mean sales are alpha - beta P + gamma r in the absolute form, while r moves") {
  const auto sales = simulated(
      "  - {name: high, type: negotiator, place: here, service: job, alpha: 100, beta: 2, reference_price: {effect: 0.5, memory: 0.8, start: 40}}\n"
      "  - {name: low, type: bargainer, place: here, service: job, alpha: 100, beta: 2.5, reference_price: {effect: 0.9, memory: 0.6, start: 5}}\n"
      "  - {name: none, type: price_taker, place: here, service: job, alpha: 100, beta: 1.5, reference_price: {effect: 0.5}}\n");
  check_mean_sales(sales.at("high"), [](int t) { return 100 - 2 * price + 0.5 * reference(40, 0.8, t); });
  check_mean_sales(sales.at("low"), [](int t) { return 100 - 2.5 * price + 0.9 * reference(5, 0.6, t); });
  check_mean_sales(sales.at("none"), [](int t) { return 100 - 1.5 * price + (t == 1 ? 0 : 0.5 * price); });
}

TEST_CASE("mean sales are a - b p + g (r - p) in the difference form, with losses weighing more") {
  const auto sales = simulated(
      "  - {name: gains, type: negotiator, place: here, service: job, demand: difference, alpha: 100, beta: 2, reference_price: {effect: 0.5, loss_effect: 2, memory: 0.8, start: 40}}\n"
      "  - {name: losses, type: bargainer, place: here, service: job, demand: difference, alpha: 100, beta: 2, reference_price: {effect: 0.5, loss_effect: 2, memory: 0.8, start: 15}}\n");
  check_mean_sales(sales.at("gains"), [](int t) { return 100 - 2 * price + 0.5 * (reference(40, 0.8, t) - price); });
  check_mean_sales(sales.at("losses"), [](int t) { return 100 - 2 * price + 2 * (reference(15, 0.8, t) - price); });
}

TEST_CASE("sales per period are Poisson: their variance is their mean") {
  const auto sales = simulated("  - {name: takers, type: price_taker, place: here, service: job, alpha: 100, beta: 1.5}\n");
  const double mean = 100 - 1.5 * price;
  double dispersion = 0;  // sum (x - mean)^2 / mean of n Poisson counts is nearly chi-squared with n degrees of freedom
  for (const Row& row : sales.at("takers")) dispersion += std::pow(number(row, "sales") - mean, 2) / mean;
  const boost::math::chi_squared reference_law(periods * replications);
  CHECK(dispersion > quantile(reference_law, 0.005));
  CHECK(dispersion < quantile(reference_law, 0.995));
}
