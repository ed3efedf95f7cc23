// What becomes of messages when hosts and links fail?

#include <catch2/catch.hpp>

#include "models/error.hpp"
#include "tests/sim/bare_world.hpp"

namespace ccm::test {
namespace {

const Message product_order = Order{.quote = {}, .product_data = Bytes(1e6)};
const double order_time = over_one_link(1'001'000);  // 10.4 s
const double small_time = over_one_link(1000);
constexpr double retry = 600;

void expect_counts(const MessageCount& count, std::int64_t sent, std::int64_t delivered, std::int64_t lost) {
  CHECK(count.sent == sent);
  CHECK(count.delivered == delivered);
  CHECK(count.lost == lost);
}

/// The product order leaves at 0 and breaks at the failure, at 5 s; it is sent again when the acknowledgement of a message that got through
/// then would be overdue by the retry, and arrives once.
template <class Failure>
void expect_sent_again(Failure failure) {
  BareWorld bare(fragile_market());
  bare.world.send(operator_id, minifactory_id, product_order);
  bare.world.at(Seconds(5), [&] { failure(bare.world); });
  bare.world.run(Seconds(5000));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(5 + small_time + retry + order_time).epsilon(1e-6));
  expect_counts(bare.count(product_order), 2, 1, 1);
}

}  // namespace

TEST_CASE("a message to a dead host is lost") {
  BareWorld bare(fragile_market());
  bare.world.host_down(minifactory_id, Seconds(100));
  bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.run(Seconds(5000));
  CHECK(bare.heard.empty());
  expect_counts(bare.count(CallForQuote{}), 1, 0, 1);
}

TEST_CASE("a message from a dead host, or over a dead link, is lost") {
  BareWorld bare(fragile_market());
  bare.world.host_down(operator_id, Seconds(100));
  bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.link_down("f1", Seconds(300));
  bare.world.at(Seconds(200), [&] {
    bare.world.send(operator_id, minifactory_id, CallForQuote{}), bare.world.send(operator_id, customer_id, NoOffer{});
  });
  bare.world.run(Seconds(5000));
  expect_counts(bare.count(CallForQuote{}), 2, 0, 2);
  expect_counts(bare.count(NoOffer{}), 1, 1, 0);
}

TEST_CASE("a message whose receiver dies before it arrives is lost") {
  BareWorld bare(fragile_market());
  bare.world.send(operator_id, minifactory_id, CallForQuote{});
  bare.world.at(Seconds(small_time / 2), [&] { bare.world.host_down(minifactory_id, Seconds(1)); });
  bare.world.run(Seconds(5000));
  expect_counts(bare.count(CallForQuote{}), 1, 0, 1);
}

TEST_CASE("a flow is lost on a host that is down when it would start") {
  BareWorld bare(fragile_market());
  bare.world.host_down(minifactory_id, Seconds(100));
  bare.world.send(operator_id, minifactory_id, product_order);
  bare.world.run(Seconds(5000));
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(small_time + retry + order_time).epsilon(1e-6));
  expect_counts(bare.count(product_order), 2, 1, 1);
}

TEST_CASE("a flow that a link failure breaks is sent again and arrives once") {
  expect_sent_again([](World& world) { world.link_down("f1", Seconds(30)); });
}

TEST_CASE("a flow that a short link failure breaks is sent again and arrives once") {
  expect_sent_again([](World& world) { world.link_down("f1", Seconds(2)); });
}

TEST_CASE("a flow that a host failure breaks is sent again and arrives once") {
  expect_sent_again([](World& world) { world.host_down(minifactory_id, Seconds(30)); });
}

TEST_CASE("a flow that a short failure of the sending host breaks is sent again and arrives once") {
  expect_sent_again([](World& world) { world.host_down(operator_id, Seconds(2)); });
}

TEST_CASE("overlapping failures of a host end with the last") {
  BareWorld bare(fragile_market());
  bare.world.host_down(minifactory_id, Seconds(100));
  bare.world.at(Seconds(50), [&] { bare.world.host_down(minifactory_id, Seconds(150)); });
  std::vector<bool> up;
  for (const double time : {10, 120, 199, 201}) bare.world.at(Seconds(time), [&] { up.push_back(bare.world.is_up(minifactory_id)); });
  bare.world.at(Seconds(150), [&] { bare.world.send(operator_id, minifactory_id, CallForQuote{}); });
  bare.world.at(Seconds(201), [&] { bare.world.send(operator_id, minifactory_id, CallForQuote{}); });
  bare.world.run(Seconds(5000));
  CHECK(up == std::vector<bool>{false, false, false, true});
  expect_counts(bare.count(CallForQuote{}), 2, 1, 1);
}

TEST_CASE("overlapping failures of a link end with the last, and failures of others do not end them") {
  BareWorld bare(fragile_market());
  bare.world.link_down("f1", Seconds(100));
  bare.world.at(Seconds(50), [&] { bare.world.link_down("f1", Seconds(150)), bare.world.host_down(customer_id, Seconds(20)); });
  for (const double time : {120, 201}) bare.world.at(Seconds(time), [&] { bare.world.send(operator_id, minifactory_id, CallForQuote{}); });
  bare.world.run(Seconds(5000));
  expect_counts(bare.count(CallForQuote{}), 2, 1, 1);
  REQUIRE(bare.heard.size() == 1);
  CHECK(bare.heard[0].time.value() == Approx(201 + small_time).epsilon(1e-9));
}

TEST_CASE("a link that the platform does not have cannot fail") {
  BareWorld bare(fragile_market());
  CHECK_THROWS_AS(bare.world.link_down("operator", Seconds(1)), PlatformError);
}

TEST_CASE("where nothing was to fail, nothing may") {
  BareWorld bare(small_market());
  CHECK_THROWS_AS(bare.world.host_down(minifactory_id, Seconds(1)), ModelError);
}

}  // namespace ccm::test
