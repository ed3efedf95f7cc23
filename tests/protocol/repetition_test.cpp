// When do customers ask again, and what becomes of it?

#include <catch2/catch.hpp>

#include "models/random.hpp"
#include "sim/actors/customers.hpp"
#include "sim/actors/operator.hpp"
#include "tests/protocol/market_story.hpp"
#include "tests/sim/bare_world.hpp"

namespace ccm::test {
namespace {

/// Waits beyond the time of an answer: there, back, and an hour of the call.
constexpr double answer_time = 2 * talk + hour;
constexpr double retry = 600;

/// When the first customer of the small market asks. The draws depend on nothing but seed, replication and name.
double first_request(const Scenario& market) {
  RandomStream arrivals(static_cast<std::uint64_t>(market.seed), 1, "c1", "arrivals");
  return arrivals.exponential(market.time.period / 20).value();
}

/// The market in which a host is down from a moment of the first order's life.
Scenario market_without(const std::string& host, double from, double seconds) {
  Scenario market = small_market();
  market.events = {event_at(Seconds(from), {.host = host}, Seconds(seconds))};
  return market;
}

}  // namespace

TEST_CASE("a request that is lost is made again after ten minutes, twenty, forty, beyond the time of an answer") {
  const double asked = first_request(small_market());
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
  const double asked = first_request(small_market());
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
  BareWorld bare(market);
  const Recorder nobody;
  Cashier cashier(market);
  const Geography geography(market);
  const Market reach = market_of(market, geography);
  Operator cloud(bare.world, nobody, market, geography, reach, cashier, 1);
  bare.world.seat(operator_id, cloud);
  const auto request = [&] { bare.world.send(customer_id, operator_id, Request{.request = 7, .segment = 0, .first = 0, .count = 1}); };
  for (const double time : {0, 60, 3000, 4000}) bare.world.at(Seconds(time), request);  // the call ends after an hour
  bare.world.run(Seconds(10'000));
  CHECK(bare.count(CallForQuote{}).delivered == 2);
  CHECK(bare.count(NoOffer{}).delivered == 2);
}

TEST_CASE("a second answer to a request is ignored") {
  const Scenario market = small_market();
  BareWorld bare(market);
  const Recorder nobody;
  Transactions transactions;
  const Market reach = market_of(market, Geography(market));
  Customers customers(bare.world, nobody, market, reach, transactions, 1, 0);
  bare.world.seat(customer_id, customers);
  customers.start();
  const double asked = first_request(market);
  const Quote quote{.request = 1'000'000'001, .segment = 0, .minifactory = 0, .round = 0, .price = Money(10), .promised = days(5)};
  for (const double after : {1, 2}) bare.world.at(Seconds(asked + after), [&] { bare.world.send(operator_id, customer_id, Offer{quote}); });
  bare.world.at(Seconds(asked + 3), [&] { bare.world.send(operator_id, customer_id, NoOffer{quote.request}); });
  bare.world.run(Seconds(asked + 10));
  CHECK(bare.count(Offer{}).delivered == 2);
  CHECK(bare.count(Acceptance{}).sent == 1);
}

}  // namespace ccm::test
