// Do simulated customers buy as many as the demand equations say, and as irregularly?
//
// The means are those of `ccmsim verify` (sim/commands/verify/demand_checks.cpp) in four times as many runs. For the variance one provider
// sells at a constant price; its tolerance is the 99 % interval of a chi-squared statistic.

#include <boost/math/distributions/chi_squared.hpp>

#include "scenarios/load.hpp"
#include "sim/simulation.hpp"
#include "tests/validation/thorough.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

constexpr double price = 22;
constexpr int periods = 480;

const char* const market = R"(ccmsim: 1
name: demand validation
seed: 20
time: {period: 26 d, periods: 480}
places: {here: {at: [46, 11]}}
operator: {place: here, quotes: 1}
services: {job: {parts: {part: 1}, product_data: 1 kB}}
parts: {part: {routes: [[{machine: m, minutes: 1}]]}}
customers: [{name: takers, type: price_taker, place: here, service: job, alpha: 100, beta: 1.5}]
minifactories:
  - name: shop
    place: here
    machines: {m: {power: 0 kW}}
    workers: {w: {wage: 20 EUR/min, operates: [m]}}
    pricing: {strategy: cost_plus, markup: 0.1}
)";

}  // namespace

TEST_CASE("mean sales are those of the demand equations, in both forms and while reference prices move") {
  std::vector<Check> checks = demand_checks(thorough_laboratory(4));
  check_narrowly({checks.back()}, 0.06);  // of a variance
  checks.pop_back();
  check_narrowly(checks, 0.01);
}

TEST_CASE("sales per period are Poisson: their variance is their mean") {
  const double mean = 100 - 1.5 * price;
  double dispersion = 0;  // sum (x - mean)^2 / mean of n Poisson counts is nearly chi-squared with n degrees of freedom
  Recorder recorder;
  recorder.connect<SegmentRecord>(
      [&](const SegmentRecord& row) { dispersion += std::pow(static_cast<double>(row.sales) - mean, 2) / mean; });
  simulate(load_scenario_text(market, "market").scenario, 1, recorder);
  const boost::math::chi_squared reference_law(periods);
  CHECK(dispersion > quantile(reference_law, 0.005));
  CHECK(dispersion < quantile(reference_law, 0.995));
}
