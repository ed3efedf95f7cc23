// Who quotes, who refuses, and which quote becomes the offer?

#include <catch2/catch.hpp>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

void set_wage(Scenario& market, std::size_t minifactory, double wage) {
  market.minifactories[minifactory].workers[0].wage = MoneyPerHour(wage);
}

/// Every request was offered by that minifactory.
void expect_all_offers_by(const MarketStory& story, std::string_view minifactory) {
  REQUIRE(story.orders().size() > 10);
  for (const OrderRecord& order : story.orders()) CHECK(order.minifactory == minifactory);
}

}  // namespace

TEST_CASE("the cheapest quote wins, however far its minifactory is") {
  Scenario market = small_market();
  add_minifactory(market, "cheap_and_far", 2);
  add_minifactory(market, "dear", 1);
  set_wage(market, 1, 9.9);
  set_wage(market, 2, 30);
  const MarketStory story(market);
  expect_all_offers_by(story, "cheap_and_far");
  CHECK(story.order(1).price == Approx(9.9));
  CHECK(story.messages("call_for_quote").sent == 3 * std::ssize(story.orders()));
}

TEST_CASE("of two equally cheap minifactories the nearer wins, wherever it stands in the file") {
  Scenario market = small_market();
  market.minifactories[0].at->latitude += 1;
  add_minifactory(market, "near", -0.5);
  expect_all_offers_by(MarketStory(market), "near");
}

TEST_CASE("of two equally cheap and equally near minifactories the first in the file wins") {
  Scenario market = small_market();
  add_minifactory(market, "same_place", 0);
  expect_all_offers_by(MarketStory(market), "f1");
}

TEST_CASE("only as many minifactories as the operator wants are asked, the nearest first") {
  Scenario market = small_market();
  market.cloud_operator.quotes = 1;
  add_minifactory(market, "cheap_and_far", 2);
  set_wage(market, 1, 1);
  const MarketStory story(market);
  expect_all_offers_by(story, "f1");
  CHECK(story.messages("call_for_quote").sent == std::ssize(story.orders()));
}

TEST_CASE("a minifactory that cannot meet the due time refuses, and another one gets the order") {
  Scenario market = small_market();
  market.services[0].due = hours(3);  // the product data, an hour of work and an hour of margin fit in; a road of an hour more does not
  market.minifactories[0].at->latitude += 1;
  set_wage(market, 0, 1);
  add_minifactory(market, "near", -1);
  const MarketStory story(market);
  std::int64_t refusals = 0;
  for (const QuoteRecord& quote : story.quotes()) {
    refusals += quote.answer == "refusal";
    CHECK((quote.answer == "refusal" || quote.minifactory == "near"));
  }
  CHECK(refusals >= std::ssize(story.orders()));
  CHECK(story.messages("refusal").sent == refusals);
}

TEST_CASE("a request that everybody refuses gets no offer") {
  Scenario market = small_market();
  market.services[0].due = hours(1.9);
  const MarketStory story(market);
  CHECK(story.ended("no_offer") == std::ssize(story.orders()));
  CHECK(story.messages("refusal").sent == std::ssize(story.orders()));
  CHECK(story.messages("no_offer").delivered == std::ssize(story.orders()));
  CHECK(story.messages("offer").sent == 0);
}

TEST_CASE("a request with nobody in reach gets no offer, and nobody is asked") {
  Scenario market = small_market();
  market.minifactories[0].reach = Kilometres(10);
  market.minifactories[0].at->latitude += 1;
  const MarketStory story(market);
  CHECK(story.ended("no_offer") == std::ssize(story.orders()));
  CHECK(story.messages("call_for_quote").sent == 0);
  CHECK(story.quotes().empty());
}

TEST_CASE("customers reject an offer above their value") {
  Scenario market = small_market();
  set_wage(market, 0, 75);  // values lie between 50 and 100
  const MarketStory story(market);
  CHECK(story.ended("rejected") > 3);
  CHECK(story.ended("delivered") > 3);
  for (const OrderRecord& order : story.orders()) CHECK((order.state == "rejected") == (order.willingness_to_pay < 75));
  CHECK(story.messages("rejection").delivered == story.ended("rejected"));
}

TEST_CASE("answers after the deadline are dropped, and nothing is offered twice") {
  Scenario market = small_market();
  market.cloud_operator.quote_deadline = Seconds(1);
  add_minifactory(market, "cheap_and_slow", 0);
  set_wage(market, 1, 1);
  market.minifactories[1].link = LinkSpec{.latency = milliseconds(100), .bandwidth = BytesPerSecond(1e6)};  // 2.6 s for call and quote
  const MarketStory story(market);
  expect_all_offers_by(story, "f1");
  CHECK(story.messages("quote").delivered == 2 * std::ssize(story.orders()));
  CHECK(story.messages("offer").sent == std::ssize(story.orders()));
  CHECK(story.messages("order").sent == std::ssize(story.orders()));
  for (const QuoteRecord& quote : story.quotes()) CHECK((quote.answer == "none") == (quote.minifactory == "cheap_and_slow"));
  CHECK((*story.order(1).offered_at_d - story.order(1).requested_at_d) * day == seconds(2 * talk + 1));
}

}  // namespace ccm::test
