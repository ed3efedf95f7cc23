// Does the operator match as theory says?
//
// Everybody buys at the one price asked, and messages take next to no time, so orders are a Poisson process that the matching shares out.

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numbers>

#include "models/market/matching/closed_forms.hpp"
#include "models/random.hpp"
#include "scenarios/load.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

/// Many minifactories with a line each, whose orders take an hour. Periods are so many hours long, of which the first is left out.
struct Network {
  std::size_t minifactories = 1;
  int lines = 1;
  double utilisation = 0;
  int hours = 200, periods = 2;
  std::string operator_keys, service_keys;
  const char* times = "exponential";
};

constexpr const char* fast_network = R"(ccmsim: 1
name: matching
seed: 7
time: {{period: {0} h, periods: {1}}}
network: {{contention: none, latency: 0 ms, bandwidth: 10 Gbps}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, contract_net: brief, {2}}}
services: {{job: {{parts: {{part: 1}}, product_data: 1 kB{3}}}}}
parts: {{part: {{routes: [[{{machine: m, minutes: 60}}]]}}}}
customers: [{{name: buyers, type: price_taker, place: here, service: job, alpha: {4}, beta: {5}, lowest_value: 10}}]
minifactories:
  - name: shop
    count: {6}
    place: here
    lines: {7}
    promise_margin: 0 s
    processing_times: {8}
    machines: {{m: {{power: 0 kW}}}}
    workers: {{w: {{wage: 1 EUR/h, operates: [m]}}}}
    pricing: {{strategy: cost_plus, markup: 0.1}}
)";

/// lowest_value 10 and alpha / beta = 11 make beta customers per period, who all buy at the price 1 + 10 %.
Scenario scenario_of(const Network& net) {
  const double orders = net.utilisation * static_cast<double>(net.minifactories) * net.lines * net.hours;
  return load_scenario_text(fmt::format(fmt::runtime(fast_network), net.hours, net.periods, net.operator_keys, net.service_keys,
                                        11 * orders, orders, net.minifactories, net.lines, net.times),
                            "matching")
      .scenario;
}

/// Mean number of orders per minifactory, waiting or being made.
std::vector<double> orders_per_minifactory(const Scenario& scenario, std::size_t run) {
  double orders = 0;
  std::int64_t rows = 0;
  Recorder recorder;
  recorder.connect<PeriodRecord>([&](const PeriodRecord& row) {
    if (row.period == 1) return;
    orders += row.queue_mean + row.utilisation;
    ++rows;
  });
  simulate(scenario, run + 1, recorder);
  return {orders / static_cast<double>(rows)};
}

Check power_of(const Laboratory& laboratory, int choices) {
  const Network net{.minifactories = 500, .utilisation = 0.7, .operator_keys = fmt::format("matching: least_loaded, quotes: {}", choices)};
  const Scenario scenario = scenario_of(net);
  const Measurements found = laboratory.measure(8, 1, [&](std::size_t run) { return orders_per_minifactory(scenario, run); });
  return mean_check(fmt::format("least loaded of {}: orders per minifactory", choices), orders_with_shortest_queue(0.7, choices), found[0],
                    "[Mitzenmacher2001]");
}

/// Mean wait in hours, which are service times.
std::vector<double> mean_wait(const Scenario& scenario, std::size_t run) {
  double waiting = 0, started = 0;
  Recorder recorder;
  recorder.connect<PeriodRecord>([&](const PeriodRecord& row) {
    if (row.period == 1) return;
    waiting += row.waiting_mean_h.value_or(0) * static_cast<double>(row.started);
    started += static_cast<double>(row.started);
  });
  simulate(scenario, run + 1, recorder);
  return {waiting / started};
}

/// Three single lines of which each order gets the one that is free first are a queue with three servers.
Check pooling(const Laboratory& laboratory) {
  const Network net{.minifactories = 3, .utilisation = 0.7, .hours = 1000, .periods = 61, .operator_keys = "matching: earliest, quotes: 3"};
  const Scenario scenario = scenario_of(net);
  const Measurements found = laboratory.measure(12, 1, [&](std::size_t run) { return mean_wait(scenario, run); });
  return mean_check("three pooled minifactories: mean wait of M/M/3, h", pooled_wait(2.1, 3), found[0], "[Kleinrock1975]");
}

Check separate(const Laboratory& laboratory) {
  const Network net{.minifactories = 1, .utilisation = 0.7, .hours = 1000, .periods = 61, .operator_keys = "quotes: 1"};
  const Scenario scenario = scenario_of(net);
  const Measurements found = laboratory.measure(12, 1, [&](std::size_t run) { return mean_wait(scenario, run); });
  return mean_check("one alone: mean wait of M/M/1, h", pooled_wait(0.7, 1), found[0], "[Kleinrock1975]");
}

/// Share of the requests that get no offer.
std::vector<double> share_lost(const Scenario& scenario, std::size_t run) {
  double requests = 0, lost = 0;
  Recorder recorder;
  recorder.connect<SegmentRecord>([&](const SegmentRecord& row) {
    if (row.period == 1) return;
    requests += static_cast<double>(row.requests);
    lost += static_cast<double>(row.no_offer);
  });
  simulate(scenario, run + 1, recorder);
  return {lost / requests};
}

/// The due time leaves 60 ms beside the hour of production, so that only an order that starts at once can meet it.
Check loss(const Laboratory& laboratory, const char* times) {
  const Network net{.lines = 3,
                    .utilisation = 0.7,
                    .hours = 1000,
                    .periods = 11,
                    .operator_keys = "quotes: 1",
                    .service_keys = ", due: 60.001 min",
                    .times = times};
  const Scenario scenario = scenario_of(net);
  const Measurements found = laboratory.measure(12, 1, [&](std::size_t run) { return share_lost(scenario, run); });
  return mean_check(fmt::format("no queue, {} times: share of orders lost", times), erlang_loss(2.1, 3), found[0], "[Kleinrock1975]");
}

constexpr int units = 200, towns = 200;
constexpr double free_share = 0.4, earth_radius_km = 6371.0088;

GeoPoint random_place(RandomStream& chance) {
  return {std::asin(chance.uniform(-1, 1)) * 180 / std::numbers::pi, chance.uniform(-180, 180)};
}

/// Units at random places of the globe, most of them broken down for good, and customers at others.
Scenario random_field(std::size_t run) {
  RandomStream chance(11, run, "field", "places");
  const Network net{.utilisation = 0.1, .hours = 1200, .periods = 1, .operator_keys = "matching: nearest_capable, quotes: 1"};
  Scenario scenario = scenario_of(net);
  scenario.travel = {.detour = 1, .speed = KilometresPerHour(800)};
  const SegmentSpec segment = scenario.customers[0];
  const MinifactorySpec minifactory = scenario.minifactories[0];
  scenario.customers.clear();
  scenario.minifactories.clear();
  for (int i = 0; i < towns; ++i) {
    SegmentSpec& town = scenario.customers.emplace_back(segment);
    town.name = fmt::format("town_{}", i);
    town.alpha /= 20, town.beta /= 20;
    town.place.reset(), town.at = random_place(chance);
  }
  for (int i = 0; i < units; ++i) {
    MinifactorySpec& unit = scenario.minifactories.emplace_back(minifactory);
    unit.name = fmt::format("unit_{}", i);
    unit.place.reset(), unit.at = random_place(chance);
    if (chance.uniform(0, 1) >= free_share) scenario.events.push_back({{.machine = unit.name + ".m"}, Seconds(0), days(3000)});
  }
  return scenario;
}

/// Mean over the towns of the distance that their products came.
std::vector<double> mean_distance(std::size_t run) {
  const Scenario scenario = random_field(run);
  std::map<std::string_view, double> distance;
  Recorder recorder;
  recorder.connect<OrderRecord>([&](const OrderRecord& row) {
    if (row.distance_km) distance[row.segment] = *row.distance_km;
  });
  simulate(scenario, 1, recorder);
  double sum = 0;
  for (const auto& [town, km] : distance) sum += km;
  return {sum / static_cast<double>(distance.size())};
}

Check nearest(const Laboratory& laboratory) {
  const Measurements found = laboratory.measure(40, 1, mean_distance);
  return mean_check(fmt::format("{} units on the globe, {:.0f} % free: distance of the nearest, km", units, 100 * free_share),
                    nearest_free_on_sphere(free_share, units, Kilometres(earth_radius_km)).value(), found[0], "empty caps of a sphere");
}

}  // namespace

std::vector<Check> matching_checks(const Laboratory& laboratory) {
  return {nearest(laboratory),  power_of(laboratory, 1),   power_of(laboratory, 2),        pooling(laboratory),
          separate(laboratory), loss(laboratory, "fixed"), loss(laboratory, "exponential")};
}

}  // namespace ccm
