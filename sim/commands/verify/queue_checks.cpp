// Do minifactories queue as queueing theory says?
//
// Everybody buys (the price is below the lowest private value) and the network shares nothing, so orders reach the line as a Poisson
// process, delayed by a constant. The formulas are those of an endless queue; the first two periods, many relaxation times
// 1/(mu (1 - sqrt rho)^2) long, are left out.

#include <fmt/format.h>

#include "scenarios/load.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr double period_min = 26 * 24 * 60;
constexpr int queue_periods = 27, warm_up = 2;
constexpr const char* queue_theory = "[Kleinrock1975]";

struct QueueCase {
  const char* name;
  double orders_per_period;
  double service_min;
  int lines;
  const char* times;

  [[nodiscard]] double utilisation() const { return orders_per_period * service_min / period_min / lines; }
};

/// lowest_value 10 and alpha / beta = 11 make beta customers per period, who all buy at the price 1 + 10 %.
constexpr const char* queue_provider = R"(ccmsim: 1
name: queue
seed: 5
time: {{period: 26 d, periods: {4}}}
network: {{contention: none}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: {1}}}]]}}}}
customers: [{{name: buyers, type: price_taker, place: here, service: job, alpha: {0}, beta: {5}, lowest_value: 10}}]
minifactories:
  - name: shop
    place: here
    lines: {2}
    processing_times: {3}
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: {6} EUR/min, operates: [m]}}}}
    pricing: {{strategy: cost_plus, markup: 0.1}}
)";

Scenario scenario_of(const QueueCase& queue) {
  return load_scenario_text(fmt::format(fmt::runtime(queue_provider), 11 * queue.orders_per_period, queue.service_min, queue.lines,
                                        queue.times, queue_periods, queue.orders_per_period, 1 / queue.service_min),
                            "queue")
      .scenario;
}

/// Mean utilisation, wait in minutes, and number waiting, after the warm-up.
std::vector<double> observed(const Scenario& scenario, std::size_t run) {
  double utilisation = 0, waiting = 0, started = 0, queue = 0;
  Recorder recorder;
  recorder.connect<PeriodRecord>([&](const PeriodRecord& row) {
    if (row.period <= warm_up) return;
    utilisation += row.utilisation / (queue_periods - warm_up);
    queue += row.queue_mean / (queue_periods - warm_up);
    waiting += 60 * row.waiting_mean_h.value_or(0) * static_cast<double>(row.started);
    started += static_cast<double>(row.started);
  });
  simulate(scenario, run + 1, recorder);
  return {utilisation, waiting / started, queue};
}

std::vector<Check> checks_of(const Laboratory& laboratory, const QueueCase& queue, double waiting_min) {
  const Scenario scenario = scenario_of(queue);
  const Measurements found = laboratory.measure(20, 3, [&](std::size_t run) { return observed(scenario, run); });
  return {mean_check(fmt::format("{}: utilisation", queue.name), queue.utilisation(), found[0], queue_theory),
          mean_check(fmt::format("{}: mean wait, min", queue.name), waiting_min, found[1], queue_theory),
          mean_check(fmt::format("{}: mean queue (Little)", queue.name), waiting_min * queue.orders_per_period / period_min, found[2],
                     "[Little1961]")};
}

double erlang_c(int servers, double load) {
  double blocking = 1;
  for (int k = 1; k <= servers; ++k) blocking = load * blocking / (k + load * blocking);
  const double rho = load / servers;
  return blocking / (1 - rho * (1 - blocking));
}

}  // namespace

std::vector<Check> queue_checks(const Laboratory& laboratory) {
  const QueueCase random{"M/M/1", 2000, 13.104, 1, "exponential"}, fixed{"M/D/1", 2000, 13.104, 1, "fixed"};
  const QueueCase shared{"M/M/3", 3000, 28.08, 3, "exponential"};
  const double rho = random.utilisation(), load = 3 * shared.utilisation();
  std::vector<Check> checks = checks_of(laboratory, random, rho / (1 - rho) * random.service_min);
  for (Check& check : checks_of(laboratory, fixed, rho / (1 - rho) / 2 * fixed.service_min)) checks.push_back(std::move(check));
  for (Check& check : checks_of(laboratory, shared, erlang_c(3, load) * shared.service_min / (3 - load)))
    checks.push_back(std::move(check));
  return checks;
}

}  // namespace ccm
