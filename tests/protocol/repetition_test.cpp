// When do customers ask again, and what becomes of it?

#include <catch2/catch.hpp>

#include "tests/protocol/actors_alone.hpp"

namespace ccm::test {
namespace {

/// Waits beyond the time of an answer: there, back, and an hour of the call.
constexpr double answer_time = 2 * talk + hour;
constexpr double retry = 600;

/// The market in which a host is down from a moment of the first order's life.
Scenario market_without(const std::string& host, double from, double seconds) {
  Scenario market = small_market();
  market.events = {event_at(Seconds(from), {.host = host}, Seconds(seconds))};
  return market;
}

}  // namespace

TEST_CASE("a request that is lost is made again after ten minutes, twenty, forty, beyond the time of an answer") {
  const double asked = first_request_of(small_market());
  const MarketStory story(market_without("operator", asked - 10, 20'000));
  // Repeated at 4200 s, 9000 s and 15,000 s in vain, and at 23,401 s.
  const double heard = asked + 4 * answer_time + retry * (1 + 2 + 4 + 8);
  const OrderRecord& order = story.order(1);
  CHECK(order.requested_at_d * day == seconds(asked));
  CHECK(*order.offered_at_d * day == seconds(heard + 4 * talk));
  CHECK(order.state == "delivered");
}

TEST_CASE("as many requests are lost as waits fit into the patience") {
  Scenario market = market_without("operator", 0, 20 * day);
  market.customers[0].patience = days(1);
  const MarketStory story(market);
  std::int64_t by_hand = 0;
  for (const OrderRecord& order : story.orders()) {
    const double last = std::min(order.requested_at_d + 1, 20.0) * day;
    double wait = retry;
    for (double sent = order.requested_at_d * day; sent < last; sent += answer_time + wait, wait *= 2) ++by_hand;
  }
  CHECK(story.messages("request").lost == by_hand);
  CHECK(story.messages("request").sent == by_hand);
}

TEST_CASE("an offer that is lost is made again for the request that comes again, and one order comes of it") {
  const double asked = first_request_of(small_market());
  const MarketStory story(market_without("c1", asked + 3.5 * talk, 10));  // while the offer is under way
  const OrderRecord& order = story.order(1);
  CHECK(*order.offered_at_d * day == seconds(asked + answer_time + retry + 4 * talk));
  CHECK(order.state == "delivered");
  CHECK(order.quotes == 1);
  CHECK(story.messages("offer").lost == 1);
  CHECK(story.messages("order").delivered == std::ssize(story.orders()) - story.ended("open"));
}

TEST_CASE("a request that comes again while it is called for makes no second call, and later it does") {
  const Scenario market = small_market();
  OperatorAlone alone(market);
  const auto request = [] { return Request{.request = 7, .segment = 0, .first = 0, .count = 1}; };
  for (const double time : {0, 60, 3000, 4000}) alone.say(time, customer_id, request);  // the call ends after an hour
  alone.bare.world.run(Seconds(10'000));
  CHECK(alone.bare.count(CallForQuote{}).delivered == 2);
  CHECK(alone.bare.count(NoOffer{}).delivered == 2);
}

TEST_CASE("a second answer to a request is ignored") {
  const Scenario market = small_market();
  CustomersAlone alone(market);
  const Quote quote{.request = 1'000'000'001, .segment = 0, .minifactory = 0, .call = 0, .price = Money(10), .promised = days(5)};
  for (const double after : {1, 2}) alone.say(after, operator_id, Offer{quote});
  alone.say(3, operator_id, NoOffer{quote.request});
  CHECK(alone.said_until<Acceptance>(10).size() == 1);
  CHECK(alone.bare.count(Offer{}).delivered == 2);
  CHECK(alone.bare.count(Acceptance{}).sent == 1);
}

}  // namespace ccm::test
