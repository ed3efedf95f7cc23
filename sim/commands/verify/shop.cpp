// What happens in a minifactory whose machines queueing theory knows?

#include "sim/commands/verify/shop.hpp"

#include <fmt/format.h>

#include <numeric>

#include "scenarios/load.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr double minutes_in_day = 24 * 60;

constexpr const char* frame = R"(ccmsim: 1
name: shop
seed: 10
time: {{period: {period} h, periods: {periods}}}
network: {{contention: none, latency: 0 ms, bandwidth: 10 Gbps}}
places: {{here: {{at: [46, 11]}}}}
operator: {{place: here, quotes: 1, contract_net: {contract_net}}}
services: {{{services}}}
parts: {{{parts}}}
customers: [{customers}]
minifactories:
  - name: shop
    place: here
    promise_margin: 0 s
    processing_times: {times}
    time_variation: {variation}
    floor: {{kind: machines, dispatch: {dispatch}, promises: {promises}}}
    machines: {{{machines}}}
    workers: {{people: {{wage: 1 EUR/h, headcount: 100, operates: [{names}]}}}}
    pricing: {{strategy: cost_plus, markup: 0.1}}
)";

template <class Items, class Text>
std::string listed(const Items& items, const Text& text) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + text(item);
  return all;
}

std::string step_text(const ShopStep& step) {
  return fmt::format("{{machine: {}, minutes: {}, setup_minutes: {}}}", step.machine, step.minutes, step.setup_minutes);
}

std::string part_text(const ShopOrders& orders) {
  return fmt::format("{}: {{routes: [[{}]]}}", orders.name, listed(orders.route, step_text));
}

std::string segment_text(const std::string& name, const std::string& service, const std::string& demand) {
  return fmt::format("{{name: {}, type: price_taker, place: here, service: {}, {}}}", name, service, demand);
}

/// lowest_value 10 and alpha / beta = 11 make beta customers per period, who all buy below the price 10.
std::string buyers_text(const ShopOrders& orders) {
  const double count = orders.per_hour * shop_period_h;
  return segment_text(orders.name, orders.name, fmt::format("alpha: {}, beta: {}, lowest_value: 10", 11 * count, count));
}

/// Nobody has a value above alpha / beta = 0.001.
std::string lookers_text(const Shop& shop) {
  const double count = shop.lookers_per_hour * shop_period_h;
  return segment_text("lookers", shop.orders.front().name, fmt::format("alpha: {}, beta: {}", count, 1000 * count));
}

std::string customers_text(const Shop& shop) {
  return listed(shop.orders, buyers_text) + (shop.lookers_per_hour > 0 ? ", " + lookers_text(shop) : "");
}

/// Hears what the simulation tells, from the second period on.
class Watch {
 public:
  explicit Watch(Recorder& recorder) {
    recorder.connect<MachineUseRecord>([this](const MachineUseRecord& row) { hear(row); });
    recorder.connect<OperationRecord>([this](const OperationRecord& row) { hear(row); });
    recorder.connect<OrderRecord>([this](const OrderRecord& row) { hear(row); });
    recorder.connect<SegmentRecord>([this](const SegmentRecord& row) { hear(row); });
  }

  [[nodiscard]] ShopLog take() { return std::move(log_); }

 private:
  void hear(const MachineUseRecord& row) {
    if (row.period == 1) return;
    MachineLog& machine = log_.machines[std::string(row.machine)];
    machine.utilisation.add(row.utilisation);
    machine.queue.add(row.queue_mean);
    machine.kwh.add(row.setup_kwh + row.work_kwh + row.idle_kwh);
    machine.begun += static_cast<double>(row.operations);
    machine.waited_h += row.waiting_mean_h.value_or(0) * static_cast<double>(row.operations);
  }

  void hear(const OperationRecord& row) {
    if (24 * row.ended_at_d < shop_period_h) return;
    log_.waits_min[std::string(row.part)].add(minutes_in_day * (row.began_at_d - row.queued_at_d));
    MachineLog& machine = log_.machines[std::string(row.machine)];
    const double arrival = minutes_in_day * row.queued_at_d;
    if (machine.works_min.count > 0) machine.gaps_min.add(arrival - machine.last_arrival_min);
    machine.last_arrival_min = arrival;
    machine.works_min.add(row.work_min);
  }

  void hear(const OrderRecord& row) {
    if (row.finished_at_d && 24 * *row.finished_at_d >= shop_period_h)
      log_.sojourn_min.add(minutes_in_day * (*row.finished_at_d - row.joined_at_d.value()));
  }

  void hear(const SegmentRecord& row) {
    if (row.period == 1) return;
    log_.requests += static_cast<double>(row.requests);
    log_.refused += static_cast<double>(row.no_offer);
  }

  ShopLog log_;
};

double over_operations(const Shop& shop, const ShopMachine& machine, double (*term)(const ShopStep&)) {
  double sum = 0;
  for (const ShopOrders& orders : shop.orders)
    for (const ShopStep& step : orders.route)
      if (step.machine == machine.name) sum += orders.per_hour * term(step);
  return sum;
}

}  // namespace

void Sample::add(double value) {
  ++count;
  sum += value;
  squares += value * value;
}

double arrivals_per_hour(const Shop& shop, const ShopMachine& machine) {
  return over_operations(shop, machine, [](const ShopStep&) { return 1.0; });
}

double load(const Shop& shop, const ShopMachine& machine) {
  return over_operations(shop, machine, [](const ShopStep& step) { return (step.setup_minutes + step.minutes) / 60; });
}

Scenario scenario_of(const Shop& shop) {
  using namespace fmt::literals;
  const auto service = [&](const ShopOrders& orders) {
    return fmt::format("{0}: {{parts: {{{0}: 1}}, product_data: 1 kB, due: {1}}}", orders.name, shop.due);
  };
  const auto machine = [](const ShopMachine& one) { return fmt::format("{}: {{units: {}, {}}}", one.name, one.units, one.keys); };
  const auto name = [](const ShopMachine& one) { return one.name; };
  const std::string text =
      fmt::format(fmt::runtime(frame), "period"_a = shop_period_h, "periods"_a = shop.periods,
                  "contract_net"_a = shop.lookers_per_hour > 0 ? "full" : "brief", "services"_a = listed(shop.orders, service),
                  "parts"_a = listed(shop.orders, part_text), "customers"_a = customers_text(shop), "times"_a = shop.times,
                  "variation"_a = shop.variation, "dispatch"_a = shop.dispatch, "promises"_a = shop.promises,
                  "machines"_a = listed(shop.machines, machine), "names"_a = listed(shop.machines, name));
  return load_scenario_text(text, "shop").scenario;
}

ShopLog work_in(const Scenario& scenario, std::size_t run) {
  Recorder recorder;
  Watch watch(recorder);
  simulate(scenario, run + 1, recorder);
  return watch.take();
}

}  // namespace ccm
