// Which messages share the network, and when do they arrive?

#include <catch2/catch.hpp>

#include "tests/sim/bare_world.hpp"

namespace ccm::test {
namespace {

constexpr double order_bytes = 1'001'000;

/// Two messages leave f1 (or go there) at the same moment; when the last of them arrives.
double arrival_of_two(Contention contention, ActorId from, ActorId to, const Message& message) {
  Scenario market = small_market();
  market.network.contention = contention;
  BareWorld bare(market);
  for (int i = 0; i < 2; ++i) bare.world.send(from, to, message);
  bare.world.run(Seconds(1000));
  REQUIRE(bare.heard.size() == 2);
  CHECK(bare.count(message).size == Bytes(2 * (1000 + payload_of(message).value())));
  return bare.heard.back().time.value();
}

double of_two_orders(Contention contention) {
  return arrival_of_two(contention, operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});
}
double of_two_quotes(Contention contention) { return arrival_of_two(contention, minifactory_id, operator_id, Quote{}); }

}  // namespace

TEST_CASE("without contention product data travel as if alone") {
  CHECK(of_two_orders(Contention::none) == Approx(over_one_link(order_bytes)).epsilon(1e-9));
}
TEST_CASE("with bulk contention product data share their link") {
  CHECK(of_two_orders(Contention::bulk) == Approx(over_one_link(2 * order_bytes)).epsilon(1e-6));
}
TEST_CASE("with full contention product data share their link") {
  CHECK(of_two_orders(Contention::all) == Approx(over_one_link(2 * order_bytes)).epsilon(1e-6));
}

TEST_CASE("without contention small messages travel as if alone") {
  CHECK(of_two_quotes(Contention::none) == Approx(over_one_link(1000)).epsilon(1e-9));
}
TEST_CASE("with bulk contention small messages travel as if alone") {
  CHECK(of_two_quotes(Contention::bulk) == Approx(over_one_link(1000)).epsilon(1e-9));
}
TEST_CASE("with full contention small messages share their link") {
  CHECK(of_two_quotes(Contention::all) == Approx(over_one_link(2000)).epsilon(1e-4));
}

TEST_CASE("the two directions of a link do not share it") {
  BareWorld bare(small_market());
  bare.world.send(operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});
  bare.world.send(minifactory_id, operator_id, Order{.quote = {}, .product_data = Bytes(1e6)});
  bare.world.run(Seconds(1000));
  REQUIRE(bare.heard.size() == 2);
  CHECK(bare.heard[1].time.value() == Approx(over_one_link(order_bytes)).epsilon(1e-6));
}

TEST_CASE("a message crosses both access links and the backbone, and the slowest sets the pace") {
  Scenario market = small_market();
  market.network.backbone = LinkSpec{.latency = milliseconds(30), .bandwidth = BytesPerSecond(5e4)};
  market.cloud_operator.link = LinkSpec{.latency = milliseconds(20), .bandwidth = BytesPerSecond(1e6)};
  BareWorld bare(market);
  const double by_hand = 13.01 * (0.010 + 0.030 + 0.020) + order_bytes / (0.97 * 5e4);
  CHECK(bare.world.idle_time(operator_id, minifactory_id, Bytes(1e6)).value() == Approx(by_hand).epsilon(1e-12));
  bare.world.send(operator_id, minifactory_id, Order{.quote = {}, .product_data = Bytes(1e6)});
  bare.world.run(Seconds(1000));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(by_hand).epsilon(1e-6));
}

}  // namespace ccm::test
