// What becomes of requests and contracts when somebody is off the network?

#include <catch2/catch.hpp>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

EventSpec down(const std::string& host, double at_s, double seconds) { return event_at(Seconds(at_s), {.host = host}, Seconds(seconds)); }

/// When the first customer of the small market asks. The draws depend on nothing but seed, replication and name.
double first_request(const Scenario& market) {
  RandomStream arrivals(static_cast<std::uint64_t>(market.seed), 1, "c1", "arrivals");
  return arrivals.exponential(market.time.period / 20).value();
}

}  // namespace

TEST_CASE("requests to an operator that is down expire when the patience ends") {
  Scenario market = small_market();
  market.events = {down("operator", 0, 20 * day)};
  market.customers[0].patience = days(1);
  const MarketStory story(market);
  CHECK(story.messages("request").delivered == 0);
  CHECK(story.ended("expired") > 10);
  for (const OrderRecord& order : story.orders()) CHECK((order.state == "expired") == (order.requested_at_d < 19));
  CHECK(story.ended("expired") + story.ended("open") == std::ssize(story.orders()));
}

TEST_CASE("a minifactory that is down is waited for until the deadline, and then there is no offer") {
  Scenario market = small_market();
  market.events = {down("f1", 0, 20 * day)};
  const MarketStory story(market);
  CHECK(story.ended("no_offer") == std::ssize(story.orders()));
  for (const QuoteRecord& quote : story.quotes()) CHECK(quote.answer == "none");
  CHECK(story.messages("call_for_quote").lost == std::ssize(story.orders()));
}

TEST_CASE("an offer that is too late for the patience is dropped, and nothing is sold") {
  Scenario market = small_market();
  market.customers[0].patience = Seconds(3.5 * talk);
  const MarketStory story(market);
  CHECK(story.ended("expired") == std::ssize(story.orders()));
  CHECK(story.messages("offer").delivered == std::ssize(story.orders()));
  CHECK(story.messages("acceptance").sent == 0);
}

TEST_CASE("an acceptance that meets a failure is repeated and makes exactly one order") {
  Scenario market = small_market();
  const double accepted = first_request(market) + 4 * talk;
  market.events = {down("operator", accepted + talk / 2, 700)};  // the acceptance is under way, its first repetition finds no way
  const MarketStory story(market);
  const OrderRecord& order = story.order(1);
  REQUIRE(order.state == "delivered");
  CHECK(*order.accepted_at_d * day == seconds(accepted));
  CHECK(*order.joined_at_d * day == seconds(accepted + (2 * talk + 600) + (talk + 1200) + talk + transfer));
  CHECK(story.messages("acceptance").lost == 2);
  CHECK(story.messages("acceptance").delivered == story.messages("order").delivered);
  CHECK(story.messages("order").delivered == std::ssize(story.orders()) - story.ended("expired"));
}

TEST_CASE("product data that a failure breaks are sent again and make exactly one order") {
  Scenario market = small_market();
  const double ordered = first_request(market) + 5 * talk;
  market.events = {event_at(Seconds(ordered + transfer / 2), {.link = "f1"}, Seconds(60))};
  const MarketStory story(market);
  const OrderRecord& order = story.order(1);
  REQUIRE(order.state == "delivered");
  CHECK(*order.joined_at_d * day == seconds(ordered + transfer / 2 + talk + 600 + transfer));
  CHECK(story.messages("order").sent == story.messages("order").delivered + 1);
  CHECK(story.all<PeriodRecord>()[0].orders + story.all<PeriodRecord>()[1].orders == story.messages("order").delivered);
}

TEST_CASE("a payment and a payout that meet a failure arrive later, and once") {
  Scenario market = small_market();
  const double delivered = first_request(market) + 5 * talk + transfer + hour;
  market.events = {down("operator", delivered - 1, 10), down("f1", delivered + 602, 10)};
  const MarketStory story(market);
  const auto sold = static_cast<double>(story.ended("delivered"));
  CHECK(story.messages("payment").lost == 1);
  CHECK(story.all<AccountRecord>().at(customer_id).paid == Approx(10 * sold));
  CHECK(story.all<PeriodRecord>()[0].revenue + story.all<PeriodRecord>()[1].revenue == Approx(10 * sold));
}

}  // namespace ccm::test
