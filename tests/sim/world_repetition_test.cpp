// When is a contractual message sent again, what is sent of it, and who hears it how often?

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "tests/sim/bare_world.hpp"

namespace ccm::test {
namespace {

const Message product_order = Order{.quote = {}, .product_data = Bytes(1e6)};
constexpr double rate = 97000;  // B/s, of a link of 100,000 B/s
constexpr double delay = 0.1301;
const double order_time = over_one_link(1'001'000);  // 10.45 s
const double small_time = over_one_link(1000);       // 0.14 s, of a message or an acknowledgement

/// What was heard and counted of one message that is sent at 0 while things fail.
struct Told {
  std::vector<double> heard;
  MessageCount count;
};

using Plot = std::function<void(World&)>;

Told told(const Scenario& market, ActorId from, ActorId to, const Message& message, const Plot& plot) {
  BareWorld bare(market);
  plot(bare.world);
  bare.world.send(from, to, message);
  bare.world.run(days(15));
  Told result{{}, bare.count(message)};
  for (const BareWorld::Heard& heard : bare.heard) result.heard.push_back(heard.time.value());
  return result;
}

void expect(const MessageCount& count, std::int64_t sent, std::int64_t delivered, std::int64_t duplicates, std::int64_t lost) {
  CHECK(count.sent == sent);
  CHECK(count.delivered == delivered);
  CHECK(count.duplicates == duplicates);
  CHECK(count.lost == lost);
}

/// It was heard once, then.
void expect_heard(const Told& told, double time, double precision) {
  REQUIRE(told.heard.size() == 1);
  CHECK(told.heard[0] == Approx(time).epsilon(precision));
}

/// A failure of the minifactory's link that begins and ends at these times [s].
Plot link_fails(double from, double to) {
  return [=](World& world) { world.at(Seconds(from), [&world, from, to] { world.link_down("f1", Seconds(to - from)); }); };
}

Scenario market_with(Transfers transfers) {
  Scenario market = fragile_market();
  market.network.transfers = transfers;
  return market;
}

}  // namespace

TEST_CASE("repetitions come after 10, 20, 40 minutes and the time of the acknowledgement that did not come") {
  const Told acceptance =
      told(fragile_market(), customer_id, operator_id, Acceptance{}, [](World& world) { world.host_down(operator_id, Seconds(4000)); });
  // Sent at 0, and again after each acknowledgement time and wait.
  expect_heard(acceptance, 600 + 1200 + 2400 + 3 * small_time + small_time, 1e-12);
  expect(acceptance.count, 4, 1, 0, 3);
}

TEST_CASE("the waits do not grow beyond their cap") {
  Scenario market = fragile_market();
  market.network.backoff = 3;
  market.network.retry_at_most = Seconds(1000);
  const Told acceptance =
      told(market, customer_id, operator_id, Acceptance{}, [](World& world) { world.host_down(operator_id, Seconds(4000)); });
  expect_heard(acceptance, 600 + 4 * 1000 + 5 * small_time + small_time, 1e-12);
  expect(acceptance.count, 6, 1, 0, 5);
}

TEST_CASE("an acknowledgement that is lost on its way makes a duplicate, which is not heard") {
  // The message arrives at 0.14 s and its acknowledgement, on its way until 0.28 s, finds the link down.
  const Told acceptance = told(fragile_market(), minifactory_id, operator_id, Payment{}, link_fails(0.2, 1));
  expect_heard(acceptance, small_time, 1e-12);
  expect(acceptance.count, 2, 1, 1, 0);
}

TEST_CASE("an acknowledgement that cannot leave makes duplicates until it can") {
  const Told payout = told(fragile_market(), operator_id, minifactory_id, Payout{},
                           [](World& world) { world.link_down("f1_UP", Seconds(1000)); });  // the way from f1 to the operator
  expect_heard(payout, small_time, 1e-12);
  expect(payout.count, 3, 1, 2, 0);
}

TEST_CASE("a message that is not contractual is neither acknowledged nor repeated") {
  const Told call = told(fragile_market(), operator_id, minifactory_id, CallForQuote{}, link_fails(0.2, 1));
  expect(call.count, 1, 1, 0, 0);
}

TEST_CASE("a transfer that restarts sends all again") {
  const Told order = told(market_with(Transfers::restart), operator_id, minifactory_id, product_order, link_fails(5, 35));
  expect_heard(order, 5 + small_time + 600 + order_time, 1e-6);
  expect(order.count, 2, 1, 0, 1);
  const double sent = (5 - delay) * rate;  // until the failure
  CHECK(order.count.size.value() == Approx(sent + 1'001'000).epsilon(1e-9));
}

TEST_CASE("a transfer that resumes sends exactly the rest") {
  const Told order = told(market_with(Transfers::resume), operator_id, minifactory_id, product_order, link_fails(5, 35));
  const double rest = 1'001'000 - (5 - delay) * rate;  // 528,619.7 B
  expect_heard(order, 5 + small_time + 600 + over_one_link(std::ceil(rest)), 1e-9);
  expect(order.count, 2, 1, 0, 1);
  CHECK(order.count.size.value() == Approx(1'001'000 + std::ceil(rest) - rest).epsilon(1e-12));  // whole bytes
}

TEST_CASE("a transfer that breaks twice resumes twice, and moves each byte once") {
  const Told order = told(market_with(Transfers::resume), operator_id, minifactory_id, product_order, [](World& world) {
    link_fails(5, 6)(world);
    link_fails(607, 608)(world);
  });
  expect(order.count, 3, 1, 0, 2);
  CHECK(order.count.size.value() == Approx(1'001'000).margin(2));  // two rests, each a whole number of bytes
}

TEST_CASE("product data whose acknowledgement is lost are not sent twice where transfers resume") {
  const double heard = order_time;
  const Plot lost_acknowledgement = link_fails(heard + small_time / 2, heard + 2);
  const Told order = told(market_with(Transfers::resume), operator_id, minifactory_id, product_order, lost_acknowledgement);
  expect(order.count, 2, 1, 1, 0);
  CHECK(order.count.size.value() == 1'001'000 + 1000);
}

TEST_CASE("product data whose acknowledgement is lost are sent twice where transfers restart") {
  const Plot lost_acknowledgement = link_fails(order_time + small_time / 2, order_time + 2);
  const Told order = told(market_with(Transfers::restart), operator_id, minifactory_id, product_order, lost_acknowledgement);
  expect(order.count, 2, 1, 1, 0);
  CHECK(order.count.size.value() == 2 * 1'001'000);
}

TEST_CASE("product data that find no way are not sent, only their message is") {
  const Told order = told(market_with(Transfers::restart), operator_id, minifactory_id, product_order,
                          [](World& world) { world.link_down("f1", Seconds(100)); });
  expect(order.count, 2, 1, 0, 1);
  CHECK(order.count.size.value() == 1000 + 1'001'000);
}

}  // namespace ccm::test
