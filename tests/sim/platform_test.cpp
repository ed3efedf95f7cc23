// Do actors find their hosts and links on a platform file of the user?

#include <catch2/catch.hpp>

#include "tests/sim/bare_world.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

constexpr const char* two_hosts = R"(<?xml version='1.0'?>
<!DOCTYPE platform SYSTEM "https://simgrid.org/simgrid.dtd">
<platform version="4.1">
  <zone id="world" routing="Full">
    <host id="cloud" speed="1Gf"/>
    <host id="town" speed="1Gf"/>
    <link id="wire" bandwidth="100kBps" latency="10ms"/>
    <route src="cloud" dst="town"><link_ctn id="wire"/></route>
  </zone>
</platform>
)";

/// The operator in the cloud, the customers and the minifactory in the town.
Scenario market_on(const std::string& platform_file) {
  Scenario market = fragile_market();
  market.network.platform = platform_file;
  market.cloud_operator.host = "cloud";
  market.customers[0].host = "town";
  market.minifactories[0].host = "town";
  return market;
}

class Site {
 public:
  explicit Site(const std::string& text = two_hosts) { write_file(file(), text); }
  [[nodiscard]] std::string file() const { return directory_ / "platform.xml"; }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("messages cross the routes of a platform file, and none between actors on one host") {
  const Site site;
  BareWorld bare(market_on(site.file()));
  CHECK(bare.world.idle_time(operator_id, minifactory_id, Bytes(0)).value() == Approx(over_one_link(1000)).epsilon(1e-9));
  CHECK(bare.world.idle_time(customer_id, minifactory_id, Bytes(1e6)) == Seconds(0));
}

TEST_CASE("a host that goes down takes every actor on it off the network, and orders to it wait") {
  const Site site;
  BareWorld bare(market_on(site.file()));
  bare.world.host_down(customer_id, Seconds(100));
  bare.world.at(Seconds(50), [&] {
    CHECK_FALSE(bare.world.is_up(minifactory_id));
    bare.world.send(operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});
  });
  bare.world.run(Seconds(5000));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(50 + over_one_link(1000) + 600 + over_one_link(1'001'000)).epsilon(1e-6));
}

TEST_CASE("a host stays down as long as any failure of an actor on it lasts") {
  const Site site;
  BareWorld bare(market_on(site.file()));
  bare.world.host_down(customer_id, Seconds(100));
  bare.world.host_down(minifactory_id, Seconds(300));
  bare.world.at(Seconds(200), [&] { bare.world.send(operator_id, customer_id, NoOffer{}); });
  bare.world.at(Seconds(301), [&] { bare.world.send(operator_id, customer_id, NoOffer{}); });
  bare.world.run(Seconds(5000));
  CHECK(bare.count(NoOffer{}).lost == 1);
  CHECK(bare.count(NoOffer{}).delivered == 1);
}

TEST_CASE("a link of a platform file can fail") {
  const Site site;
  BareWorld bare(market_on(site.file()));
  bare.world.link_down("wire", Seconds(100));
  bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.run(Seconds(5000));
  CHECK(bare.count(CallForQuote{}).lost == 1);
}

TEST_CASE("a missing host is named") {
  const Site site;
  Scenario market = market_on(site.file());
  market.minifactories[0].host.reset();
  CHECK_THROWS_WITH(World(market), Catch::Contains("no host 'f1'"));
}

TEST_CASE("a missing platform file is named") { CHECK_THROWS_AS(World(market_on("nowhere.xml")), PlatformError); }

TEST_CASE("a platform file that is no platform is refused") {
  const Site site("<platform version=\"4.1\"><zone");
  CHECK_THROWS_AS(World(market_on(site.file())), PlatformError);
}

}  // namespace ccm::test
