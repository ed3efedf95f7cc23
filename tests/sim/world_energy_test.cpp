// What do information hosts draw, and what do they compute?

#include <catch2/catch.hpp>

#include "tests/sim/bare_world.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

const double small_time = over_one_link(1000);
constexpr double horizon = 10'000;
// The meters add up a product of power and time at each change; a few dozen roundings of 1e-16 each.
constexpr double rounding = 1e-12;

Scenario metered_market() {
  Scenario market = fragile_market();
  market.network.power = HostPowerSpec{.idle = Kilowatts(0.06), .busy = Kilowatts(0.12), .off = Kilowatts(0.002)};
  return market;
}

double joules(const BareWorld& bare, ActorId actor) { return bare.world.energy(actor).value().value() * 3.6e6; }

}  // namespace

TEST_CASE("a host draws idle power while it is up and the rest while it is down, also at the end") {
  BareWorld bare(metered_market());
  bare.world.at(Seconds(1000), [&] { bare.world.host_down(minifactory_id, Seconds(500)); });
  bare.world.at(Seconds(8000), [&] { bare.world.host_down(minifactory_id, Seconds(9000)); });
  bare.world.run(Seconds(horizon));
  CHECK(joules(bare, operator_id) == Approx(60 * horizon).epsilon(rounding));
  CHECK(joules(bare, minifactory_id) == Approx(60 * 7500 + 2 * 2500).epsilon(rounding));
}

TEST_CASE("energy is counted to the horizon where nothing ever happens") {
  BareWorld bare(metered_market());
  bare.world.run(Seconds(horizon));
  CHECK(joules(bare, customer_id) == Approx(60 * horizon).epsilon(rounding));
}

TEST_CASE("a message is heard when its host has computed, and that takes busy power") {
  Scenario market = metered_market();
  market.network.computing = Seconds(40);
  BareWorld bare(market);
  bare.world.at(Seconds(100), [&] { bare.world.send(operator_id, minifactory_id, CallForQuote{}); });
  bare.world.run(Seconds(horizon));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(100 + small_time + 40).epsilon(1e-9));
  CHECK(joules(bare, minifactory_id) == Approx(60 * horizon + 60 * 40).epsilon(rounding));
  CHECK(joules(bare, operator_id) == Approx(60 * horizon).epsilon(rounding));
}

TEST_CASE("two messages share their host, which is busy as long as both would need alone") {
  Scenario market = metered_market();
  market.network.computing = Seconds(40);
  BareWorld bare(market);
  for (int i = 0; i < 2; ++i) bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.run(Seconds(horizon));
  REQUIRE(bare.heard.size() == 2);
  for (const BareWorld::Heard& heard : bare.heard) CHECK(heard.time.value() == Approx(small_time + 80).epsilon(1e-9));
  CHECK(joules(bare, minifactory_id) == Approx(60 * horizon + 60 * 80).epsilon(rounding));
}

TEST_CASE("a host that fails while it computes loses the message, and a contractual one comes again") {
  Scenario market = metered_market();
  market.network.computing = Seconds(40);
  BareWorld bare(market);
  bare.world.send(customer_id, operator_id, Acceptance{});
  bare.world.send(customer_id, operator_id, Rejection{});
  bare.world.at(Seconds(20), [&] { bare.world.host_down(operator_id, Seconds(5)); });
  bare.world.run(Seconds(horizon));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(20 + small_time + 600 + small_time + 40).epsilon(1e-9));
  CHECK(bare.count(Acceptance{}).lost == 1);
  CHECK(bare.count(Rejection{}).lost == 1);
  CHECK(joules(bare, operator_id) == Approx(60 * (horizon - 5) + 2 * 5 + 60 * (20 - small_time + 40)).epsilon(rounding));
}

TEST_CASE("without power there is no energy") {
  BareWorld bare(small_market());
  bare.world.run(Seconds(horizon));
  CHECK_FALSE(bare.world.energy(operator_id));
}

TEST_CASE("hosts of a platform file draw what the file says, and the network's power where it says nothing") {
  const TemporaryDirectory directory;
  write_file(directory / "platform.xml", R"(<?xml version='1.0'?>
<!DOCTYPE platform SYSTEM "https://simgrid.org/simgrid.dtd">
<platform version="4.1">
  <zone id="z" routing="Full">
    <host id="operator" speed="1Gf"><prop id="wattage_per_state" value="300:300:400"/><prop id="wattage_off" value="9"/></host>
    <host id="c1" speed="2Gf" core="4"/>
    <host id="f1" speed="2Gf,1Gf"/>
    <link id="l" bandwidth="100kBps" latency="10ms"/>
    <route src="operator" dst="c1"><link_ctn id="l"/></route>
    <route src="operator" dst="f1"><link_ctn id="l"/></route>
    <route src="c1" dst="f1"><link_ctn id="l"/></route>
  </zone>
</platform>)");
  Scenario market = metered_market();
  market.network.platform = directory / "platform.xml";
  market.network.computing = Seconds(40);
  BareWorld bare(market);
  bare.world.send(operator_id, customer_id, NoOffer{});
  bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.run(Seconds(horizon));
  CHECK(joules(bare, operator_id) == Approx(300 * horizon).epsilon(rounding));
  CHECK(joules(bare, minifactory_id) == Approx(60 * horizon + 60 * 40).epsilon(rounding));
  CHECK(joules(bare, customer_id) == Approx(60 * horizon + 60 * 40 / 4.0).epsilon(rounding));  // one of four cores
}

}  // namespace ccm::test
