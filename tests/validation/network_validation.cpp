// Do messages take the time that SimGrid's network model gives them?
//
// SimGrid merges events within its precision of 1e-5 s (precision/timing), hence the tolerance on simulated times.

#include <catch2/catch.hpp>

#include "scenarios/load.hpp"
#include "sim/world.hpp"

using namespace ccm;

namespace {

constexpr double precision_s = 1e-5;

/// An operator with a link of 10 ms and 100 Mbps, one segment and two minifactories with 5 ms and 50 Mbps each.
Scenario star(Contention contention) {
  Scenario scenario = load_scenario_text(R"(ccmsim: 1
name: network validation
network: {latency: 5 ms, bandwidth: 50 Mbps, message_size: 1 B}
places: {here: {at: [46, 11]}}
operator: {place: here, link: {latency: 10 ms, bandwidth: 100 Mbps}}
services: {job: {parts: {part: 1}}}
parts: {part: {routes: [[{machine: m, minutes: 1}]]}}
customers: [{name: buyers, type: price_taker, place: here, service: job, alpha: 1, beta: 1}]
templates: {shop: {place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: 1 EUR/h, operates: [m]}}}}
minifactories: [{name: a, like: shop}, {name: b, like: shop}]
)",
                                         "star")
                          .scenario;
  scenario.network.contention = contention;
  return scenario;
}

constexpr ActorId cloud_operator = 0, buyers = 1, a = 2, b = 3;

class Clock : public Listener {
 public:
  explicit Clock(World& world) : world_(world) {}
  void hear(const Message&) override { times.push_back(world_.now().value()); }
  std::vector<double> times;

 private:
  World& world_;
};

/// Sends product data of these sizes from the operator at time 100 s and returns when they arrive at each of the actors.
struct Sent {
  ActorId to;
  double bytes;
};
std::vector<std::vector<double>> arrivals(Contention contention, const std::vector<Sent>& sent) {
  World world(star(contention));
  std::vector<std::unique_ptr<Clock>> clocks;
  for (ActorId id = 0; id < 4; ++id) world.seat(id, *clocks.emplace_back(std::make_unique<Clock>(world)));
  world.at(Seconds(100), [&] {
    for (const Sent& one : sent) world.send(cloud_operator, one.to, Order{.quote = {}, .product_data = Bytes(one.bytes)});
  });
  world.run(Seconds(1000));
  std::vector<std::vector<double>> times;
  for (const auto& clock : clocks) times.push_back(clock->times);
  return times;
}

/// When a small message arrives that is sent to the customers together with 10 MB.
double arrival_of_small_message(Contention contention) {
  World world(star(contention));
  std::vector<std::unique_ptr<Clock>> clocks;
  for (ActorId id = 0; id < 4; ++id) world.seat(id, *clocks.emplace_back(std::make_unique<Clock>(world)));
  world.send(cloud_operator, buyers, Order{.quote = {}, .product_data = Bytes(10e6)});
  world.send(cloud_operator, buyers, NoOffer{1});
  world.run(Seconds(1000));
  return clocks[buyers]->times.at(0);
}

constexpr double latency_s = 13.01 * 0.015;  // LV08's factor on both links' latencies
constexpr double narrow = 0.97 * 50e6 / 8;   // bytes per second through an access link, LV08's factor included
constexpr double wide = 0.97 * 100e6 / 8;    // through the operator's link

}  // namespace

const double lone_s = 100 + latency_s + (10e6 + 1) / narrow;

TEST_CASE("a lone message takes the time of SimGrid's model as a flow of SimGrid") {
  CHECK(arrivals(Contention::bulk, {{a, 10e6}})[a].at(0) == Approx(lone_s).margin(precision_s).epsilon(0));
}

TEST_CASE("a lone message takes the same time by formula") {
  CHECK(arrivals(Contention::none, {{a, 10e6}})[a].at(0) == Approx(lone_s).margin(1e-9).epsilon(0));
}

TEST_CASE("two 10 MB transfers through one link at the same time share it") {
  const auto times = arrivals(Contention::bulk, {{a, 10e6}, {a, 10e6}});
  const double expected = 100 + latency_s + 2 * (10e6 + 1) / narrow;
  CHECK(times[a].at(0) == Approx(expected).margin(precision_s).epsilon(0));
  CHECK(times[a].at(1) == Approx(expected).margin(precision_s).epsilon(0));
}

TEST_CASE("transfers to two places share the operator's link, which is just wide enough for both") {
  const auto times = arrivals(Contention::bulk, {{a, 10e6}, {b, 10e6}});
  CHECK(wide == 2 * narrow);
  CHECK(times[a].at(0) == Approx(100 + latency_s + (10e6 + 1) / narrow).margin(precision_s).epsilon(0));
  CHECK(times[b].at(0) == times[a].at(0));
}

TEST_CASE("what contention: none neglects is the sharing") {
  const auto times = arrivals(Contention::none, {{a, 10e6}, {a, 10e6}});
  CHECK(times[a].at(1) == Approx(100 + latency_s + (10e6 + 1) / narrow).margin(1e-9).epsilon(0));
}

TEST_CASE("what contention: bulk neglects is small messages behind product data: they pass as if alone") {
  CHECK(arrival_of_small_message(Contention::bulk) == Approx(latency_s + 1 / narrow).margin(1e-9).epsilon(0));
}

TEST_CASE("with contention: all a small message shares the link with product data") {
  CHECK(arrival_of_small_message(Contention::all) == Approx(latency_s + 2 / narrow).margin(precision_s).epsilon(0));
}
