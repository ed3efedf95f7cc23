// Do minifactories queue as queueing theory says?
//
// Everybody buys (the price is below the lowest private value) and the network shares nothing (contention: none), so orders reach the
// line as a Poisson process of rate lambda, delayed by a constant. The formulas are those of an endless queue; the first periods, many
// relaxation times 1/(mu (1 - sqrt rho)^2) long, are left out. Accepted if the formula lies in the 99 % interval over 30
// replications and the interval is narrower than ±2 %.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"

using namespace ccm::test;

namespace {

constexpr double period_min = 26 * 24 * 60;

struct Queue {
  double orders_per_period;
  double service_min;
  int lines;
  const char* times;
  const char* more_settings = "";
};

double utilisation(const Queue& queue) { return queue.orders_per_period * queue.service_min / period_min / queue.lines; }

std::string scenario(const Queue& queue, int periods, int warm_up) {
  // lowest_value 10 and alpha / beta = 11 make beta customers per period, who all buy at the price 1 + 10 %.
  return fmt::format(R"(ccmsim: 1
name: queue validation
seed: 5
time: {{period: 26 d, periods: {4}, warm_up: {5}}}
network: {{contention: none}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: {1}}}]]}}}}
customers:
  - {{name: buyers, type: price_taker, place: here, service: job, alpha: {0}, beta: {6}, lowest_value: 10}}
minifactories:
  - name: shop
    place: here
    lines: {2}
    processing_times: {3}
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: {7} EUR/min, operates: [m]}}}}
    pricing: {{strategy: cost_plus, markup: 0.1}}
)",
                     11 * queue.orders_per_period, queue.service_min, queue.lines, queue.times, periods, warm_up, queue.orders_per_period,
                     1 / queue.service_min);
}

class Simulated {
 public:
  Simulated(const Queue& queue, int periods, int warm_up, int replications, const std::string& options) {
    write_file(directory_ / "s.yaml", scenario(queue, periods, warm_up));
    const Finished run =
        ccmsim(fmt::format("run {} --replications {} --quiet --out {} {}", directory_ / "s.yaml", replications, out(), options));
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  [[nodiscard]] std::string out() const { return directory_ / "out"; }

 private:
  TemporaryDirectory directory_;
};

double erlang_c(int servers, double load) {
  double blocking = 1;
  for (int k = 1; k <= servers; ++k) blocking = load * blocking / (k + load * blocking);
  const double rho = load / servers;
  return blocking / (1 - rho * (1 - blocking));
}

void check(const Interval& interval, double expected) {
  INFO(fmt::format("simulated {} ± {}, theory {}", interval.mean, interval.half_width, expected));
  CHECK(interval.holds(expected));
  CHECK(interval.half_width < 0.02 * expected);
}

void check_queue(const Queue& queue, double waiting_min) {
  const Simulated run(queue, 52, 2, 30, "--set results.orders=false --set results.quotes=false");
  check(interval99(run.out(), "utilisation"), utilisation(queue));
  check(interval99(run.out(), "waiting"), waiting_min / 60);
  check(interval99(run.out(), "queue"), waiting_min * queue.orders_per_period / period_min);  // Little
}

}  // namespace

TEST_CASE("one line with exponential times is M/M/1: Wq = rho / (1 - rho) E[S]") {
  const Queue queue{2000, 13.104, 1, "exponential"};
  const double rho = utilisation(queue);
  check_queue(queue, rho / (1 - rho) * queue.service_min);
}

TEST_CASE("one line with fixed times is M/D/1: half the wait of M/M/1") {
  const Queue queue{2000, 13.104, 1, "fixed"};
  const double rho = utilisation(queue);
  check_queue(queue, rho / (1 - rho) / 2 * queue.service_min);
}

TEST_CASE("three lines with exponential times are M/M/3: Wq = ErlangC / (c mu - lambda)") {
  const Queue queue{3000, 28.08, 3, "exponential"};
  const double load = 3 * utilisation(queue);
  check_queue(queue, erlang_c(3, load) * queue.service_min / (3 - load));
}

TEST_CASE("Little's law holds on every queue: the time average of its length is the sum of the waits over the time") {
  const TemporaryDirectory directory;
  const Finished run = ccmsim(fmt::format("run {}/scenarios/06_fifty_minifactories.yaml --set time.periods=26 --quiet --out {}",
                                          CCM_SOURCE_DIR, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  struct Queue {
    double area_d = 0, waits_d = 0, longest_d = 0;
    int open = 0;
  };
  std::map<std::string, Queue> queues;
  for (const Row& row : read_table(directory / "out/periods.csv")) queues[row.at("minifactory")].area_d += number(row, "queue_mean") * 7;
  for (const Row& row : read_table(directory / "out/orders.csv")) {
    Queue& queue = queues[row.at("minifactory")];
    if (row.at("state") == "open") ++queue.open;
    if (row.at("state") != "delivered") continue;
    const double wait_d = number(row, "started_at_d") - number(row, "joined_at_d");
    queue.waits_d += wait_d;
    queue.longest_d = std::max(queue.longest_d, wait_d);
  }
  queues.erase("");  // requests without an offer
  REQUIRE(queues.size() == 50);
  // The two are measured apart: the line integrates its length, orders remember their times. They differ by the orders that are still
  // there at the horizon, whose waits the line has counted so far; each waits at most twice as long as the longest before it.
  for (const auto& [name, queue] : queues) {
    INFO(name);
    CHECK(queue.area_d - queue.waits_d >= -1e-9 * queue.waits_d);
    CHECK(queue.area_d - queue.waits_d <= queue.open * 2 * queue.longest_d + 1e-9 * queue.waits_d);
  }
}
