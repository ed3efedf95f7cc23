// What does one order look like, from the request to the payout, when every time can be computed by hand?

#include <catch2/catch.hpp>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

/// Seconds after the request of a moment in its life.
double since_request(const OrderRecord& order, std::optional<double> moment_d) { return (moment_d.value() - order.requested_at_d) * day; }

/// The minifactory stands one degree (111.195 km of great circle) to the north.
Scenario market_with_a_road() {
  Scenario market = small_market();
  market.minifactories[0].at->latitude += 1;
  market.travel = {.detour = 1.3, .speed = KilometresPerHour(50), .handling = minutes(30)};
  return market;
}

}  // namespace

TEST_CASE("an order that meets an idle line takes the times of its messages, the machine and the road") {
  const MarketStory story(market_with_a_road());
  const OrderRecord& order = story.order(1);
  const double road_km = 1.3 * 6371.0088 * 3.14159265358979323846 / 180;
  const double road = 1800 + road_km / 50 * hour;
  REQUIRE(order.state == "delivered");
  const double offered = 4 * talk, joined = 5 * talk + transfer;  // request, call, quote, offer; acceptance, order
  CHECK(since_request(order, order.offered_at_d) == seconds(offered));
  CHECK(order.accepted_at_d == order.offered_at_d);
  CHECK(since_request(order, order.joined_at_d) == seconds(joined));
  CHECK(order.started_at_d == order.joined_at_d);
  CHECK(since_request(order, order.finished_at_d) == seconds(joined + hour));
  CHECK(since_request(order, order.delivered_at_d) == seconds(joined + hour + road));
  CHECK(since_request(order, order.promised_at_d) == seconds(2 * talk + transfer + hour + road + hour));  // with a margin of an hour
  CHECK(*order.distance_km == Approx(road_km).epsilon(1e-9));
  CHECK(order.unit_cost == Approx(10));
  CHECK(order.price == Approx(10));
}

TEST_CASE("the call and the answer are dated by the operator's clock") {
  const MarketStory story(small_market());
  const OrderRecord& order = story.order(1);
  const QuoteRecord& quote = story.quotes().front();
  REQUIRE(quote.request == order.request);
  CHECK(since_request(order, quote.called_at_d) == seconds(talk));
  CHECK(since_request(order, quote.answered_at_d) == seconds(3 * talk));
  CHECK(quote.answer == "quote");
  CHECK(quote.chosen == 1);
}

TEST_CASE("an order makes one message of each kind, and its customer's money reaches the minifactory less the commission") {
  Scenario market = small_market();
  market.cloud_operator.commission = 0.25;
  const MarketStory story(market);
  const auto delivered = story.ended("delivered");
  REQUIRE(delivered == std::ssize(story.orders()));
  REQUIRE(delivered > 10);
  for (const std::string_view kind : {"request", "call_for_quote", "quote", "offer", "acceptance", "order", "payment", "payout"}) {
    INFO(kind);
    CHECK(story.messages(kind).sent == delivered);
    CHECK(story.messages(kind).delivered == delivered);
  }
  for (const std::string_view kind : {"refusal", "no_offer", "rejection"}) CHECK(story.messages(kind).sent == 0);
  CHECK(story.messages("order").size_b == static_cast<double>(delivered) * 1'001'000);
  const auto& accounts = story.all<AccountRecord>();
  const double turnover = 10 * static_cast<double>(delivered);
  CHECK(accounts.at(customer_id).paid == Approx(turnover));
  CHECK(accounts.at(operator_id).received == Approx(0.25 * turnover));
  CHECK(accounts.at(minifactory_id).received == Approx(0.75 * turnover));
}

TEST_CASE("an order that finds the line busy waits for it, and is promised accordingly") {
  Scenario market = small_market();
  market.parts[0].routes[0][0].minutes = 60 * 24;  // a day each, while about two a day come
  market.minifactories[0].workers[0].wage = MoneyPerHour(1);
  const MarketStory story(market);
  double line_free = 0;
  int waited = 0;
  for (std::int64_t number = 1; number <= 10; ++number) {
    const OrderRecord& order = story.order(number);
    REQUIRE(order.state == "delivered");
    CHECK(*order.started_at_d == Approx(std::max(*order.joined_at_d, line_free)).epsilon(1e-10));
    waited += order.started_at_d > order.joined_at_d;
    const double promise = std::max(order.requested_at_d + (2 * talk + transfer) / day, line_free) + 1 + 1.0 / 24;
    CHECK(*order.promised_at_d == Approx(promise).epsilon(1e-9));
    line_free = *order.started_at_d + 1;
  }
  CHECK(waited >= 3);
}

}  // namespace ccm::test
