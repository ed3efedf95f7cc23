// Do messages take the time that SimGrid's network model gives them, and are there as many as the contract net needs?

#include <fmt/format.h>

#include <map>

#include "scenarios/load.hpp"
#include "sim/commands/verify/topics.hpp"
#include "sim/simulation.hpp"
#include "sim/world.hpp"

namespace ccm {
namespace {

constexpr const char* lv08 = "[VelhoLegrand2009] LV08";
// SimGrid merges events within its precision of 1e-5 s (precision/timing).
const Tolerance engine_precision{1e-5, "SimGrid's clock"};

/// An operator with a link of 10 ms and 100 Mbps; one segment and two minifactories with 5 ms and 50 Mbps each.
constexpr const char* star = R"(ccmsim: 1
name: star
network: {latency: 5 ms, bandwidth: 50 Mbps, message_size: 1 B}
places: {here: {at: [46, 11]}}
operator: {place: here, link: {latency: 10 ms, bandwidth: 100 Mbps}}
services: {job: {parts: {part: 1}}}
parts: {part: {routes: [[{machine: m, minutes: 1}]]}}
customers: [{name: buyers, type: price_taker, place: here, service: job, alpha: 1, beta: 1}]
templates: {shop: {place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: 1 EUR/h, operates: [m]}}}}
minifactories: [{name: a, like: shop}, {name: b, like: shop}]
)";
constexpr ActorId cloud_operator = 0, first_shop = 2, second_shop = 3, actors = 4;

constexpr double latency_s = 13.01 * 0.015;  // LV08's factor on both links' latencies
constexpr double narrow = 0.97 * 50e6 / 8;   // bytes per second through an access link, LV08's factor included

class Clock : public Listener {
 public:
  explicit Clock(World& world) : world_(world) {}
  void hear(const Message&) override { last_s = world_.now().value(); }
  double last_s = 0;

 private:
  World& world_;
};

/// Sends 10 MB to each of these at once, and tells when the first of them has its last.
double arrival_s(const char* contention, const std::vector<ActorId>& receivers) {
  World world(load_scenario_text(star, "star", {std::string("network.contention=") + contention}).scenario);
  std::vector<std::unique_ptr<Clock>> clocks;
  for (ActorId id = 0; id < actors; ++id) world.seat(id, *clocks.emplace_back(std::make_unique<Clock>(world)));
  for (const ActorId receiver : receivers) world.send(cloud_operator, receiver, Order{.quote = {}, .product_data = Bytes(10e6)});
  world.run(Seconds(1000));
  return clocks[receivers.front()]->last_s;
}

Check transfer(const Laboratory& laboratory, const char* name, const char* contention, const std::vector<ActorId>& receivers,
               double flows_through_narrow, Tolerance tolerance) {
  const Measurements found = laboratory.measure(1, 1, [&](std::size_t) { return std::vector{arrival_s(contention, receivers)}; });
  return {name, latency_s + flows_through_narrow * (10e6 + 1) / narrow, found[0].at(0), std::move(tolerance), lv08};
}

/// Five shops of which the operator asks three per request; everybody buys.
constexpr const char* market = R"(ccmsim: 1
name: contract net
seed: 8
time: {period: 26 d, periods: 2}
places: {here: {at: [46, 11]}}
operator: {place: here, quotes: 3}
services: {job: {parts: {part: 1}}}
parts: {part: {routes: [[{machine: m, minutes: 1}]]}}
customers: [{name: buyers, type: price_taker, place: here, service: job, alpha: 1100, beta: 100, lowest_value: 10}]
minifactories:
  - name: shop
    count: 5
    place: here
    machines: {m: {power: 0 kW}}
    workers: {w: {wage: 1 EUR/min, operates: [m]}}
    pricing: {strategy: cost_plus, markup: 0.1}
)";

/// Calls, answers and orders, each per request.
std::vector<double> messages_per_request(std::size_t run) {
  std::map<std::string, double, std::less<>> sent;
  Recorder recorder;
  recorder.connect<MessageRecord>([&](const MessageRecord& row) { sent[std::string(row.kind)] = static_cast<double>(row.sent); });
  simulate(load_scenario_text(market, "contract net").scenario, run + 1, recorder);
  return {sent["call_for_quote"] / sent["request"], (sent["quote"] + sent["refusal"]) / sent["call_for_quote"],
          sent["order"] / sent["acceptance"]};
}

std::vector<Check> contract_net(const Laboratory& laboratory) {
  const Measurements found = laboratory.measure(1, 3, messages_per_request);
  const auto counted = [&](const char* name, double expected, std::size_t quantity) {
    return Check{name, expected, found[quantity].at(0), floating_point(expected), "[SC00029H]"};
  };
  return {counted("contract net: calls per request, three asked", 3, 0), counted("contract net: answers per call", 1, 1),
          counted("contract net: one order per acceptance", 1, 2)};
}

}  // namespace

std::vector<Check> network_checks(const Laboratory& laboratory) {
  std::vector<Check> checks{transfer(laboratory, "10 MB alone, as a flow, s", "bulk", {first_shop}, 1, engine_precision),
                            transfer(laboratory, "10 MB alone, by formula, s", "none", {first_shop}, 1, floating_point(1)),
                            transfer(laboratory, "twice 10 MB through one link, s", "bulk", {first_shop, first_shop}, 2, engine_precision),
                            transfer(laboratory, "10 MB to two places, the shared link just wide enough, s", "bulk",
                                     {first_shop, second_shop}, 1, engine_precision)};
  for (Check& check : contract_net(laboratory)) checks.push_back(std::move(check));
  return checks;
}

}  // namespace ccm
