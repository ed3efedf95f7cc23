// How do calls go when those asked cannot deliver in time, message by message?

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

/// The small market with a due time of two hours, and f1 .. f5 one after the other to the north, of which the first `late` would be too
/// late. Two are asked at a time.
Scenario market_of_five(int late) {
  Scenario market = small_market();
  market.services[0].due = hours(12);
  market.cloud_operator.quotes = 2;
  for (int i = 1; i < 5; ++i) add_minifactory(market, fmt::format("f{}", i + 1), 0.1 * i);
  for (int i = 0; i < late; ++i) market.minifactories[static_cast<std::size_t>(i)].promise_margin = days(5);
  return market;
}

std::vector<std::string> asked(const MarketStory& story, const OrderRecord& order) {
  std::vector<std::string> asked;
  for (const QuoteRecord& quote : story.quotes())
    if (quote.request == order.request) asked.push_back(fmt::format("{} {} {}", quote.round, quote.minifactory, quote.answer));
  return asked;
}

using Asked = std::vector<std::string>;

}  // namespace

TEST_CASE("reject: two calls, two refusals, and no offer") {
  const MarketStory story(market_of_five(3));
  const std::int64_t requests = std::ssize(story.orders());
  CHECK(story.ended("no_offer") == requests);
  CHECK(story.messages("call_for_quote").sent == 2 * requests);
  CHECK(story.messages("refusal").sent == 2 * requests);
}

TEST_CASE("widen: the next two are asked when the first two cannot, and nobody after somebody can") {
  Scenario market = market_of_five(3);
  market.cloud_operator.when_none = WhenNone::widen;
  const MarketStory story(market);
  const std::int64_t requests = std::ssize(story.orders());
  REQUIRE(story.ended("delivered") == requests);
  CHECK(asked(story, story.order(1)) == Asked{"1 f1 refusal", "1 f2 refusal", "1 f3 refusal", "1 f4 quote"});
  CHECK(story.messages("call_for_quote").sent == 4 * requests);
  CHECK(story.messages("refusal").sent == 3 * requests);
  CHECK(story.messages("quote").sent == requests);
  CHECK(story.messages("not_chosen").sent == 0);
}

TEST_CASE("widen: when nobody can, all are asked once, and there is no offer") {
  Scenario market = market_of_five(5);
  market.cloud_operator.when_none = WhenNone::widen;
  const MarketStory story(market);
  const std::int64_t requests = std::ssize(story.orders());
  CHECK(story.ended("no_offer") == requests);
  CHECK(story.messages("call_for_quote").sent == 5 * requests);
}

TEST_CASE("nearest_capable asks on until somebody can, and takes the nearest of them though it is dearer") {
  Scenario market = market_of_five(2);
  market.cloud_operator.matching = "nearest_capable";
  market.minifactories[2].workers[0].wage = MoneyPerHour(30);
  const MarketStory story(market);
  REQUIRE(story.ended("delivered") == std::ssize(story.orders()));
  CHECK(asked(story, story.order(1)) == Asked{"1 f1 refusal", "1 f2 refusal", "1 f3 quote", "1 f4 quote"});
  for (const OrderRecord& order : story.orders()) CHECK(order.minifactory == "f3");
}

TEST_CASE("earliest: the same two are asked again without the due time, and the customer decides") {
  Scenario market = market_of_five(5);
  market.cloud_operator.when_none = WhenNone::earliest;
  market.cloud_operator.matching = "earliest";
  market.minifactories[1].promise_margin = days(4);
  const MarketStory story(market);
  const std::int64_t requests = std::ssize(story.orders());
  CHECK(asked(story, story.order(1)) == Asked{"1 f1 refusal", "1 f2 refusal", "2 f1 quote", "2 f2 quote"});
  CHECK(story.messages("call_for_quote").sent == 4 * requests);
  CHECK(story.messages("quote").sent == 2 * requests);
  CHECK(story.messages("not_chosen").sent == requests);
  CHECK(story.order(1).minifactory == "f2");
  CHECK(*story.order(1).promised_at_d > story.order(1).requested_at_d + 4);
  CHECK(story.ended("delivered") + story.ended("open") == requests);
}

TEST_CASE("least_loaded asks two at random, each of five about equally often") {
  Scenario market = market_of_five(0);
  market.cloud_operator.matching = "least_loaded";
  market.time.period = days(100);
  const MarketStory story(market);
  std::map<std::string_view, int> times;
  for (const QuoteRecord& quote : story.quotes()) ++times[quote.minifactory];
  REQUIRE(times.size() == 5);
  const double expected = static_cast<double>(story.quotes().size()) / 5;
  double chi_square = 0;
  for (const auto& [name, count] : times) chi_square += (count - expected) * (count - expected) / expected;
  CHECK(chi_square < 18.47);  // 99.9 % of chi square with 4 degrees of freedom; draws without replacement vary less
}

TEST_CASE("a promise kept raises the reliability, one broken lowers it") {
  Scenario market = small_market();
  market.cloud_operator.matching = "qos";
  add_minifactory(market, "late", 0.1);
  market.minifactories[1].workers[0].wage = MoneyPerHour(1);  // cheap, and so chosen at first
  market.minifactories[1].promise_margin = Seconds(0);
  market.minifactories[1].processing_times = ProcessingTimes::exponential;
  market.cloud_operator.qos.weights = {.price = 0.1, .time = 0, .co2 = 0, .reliability = 0.9};
  market.time.periods = 10;
  const MarketStory story(market);
  // Beta posterior: after n orders of which k were in time (1 + k)/(2 + n). The minifactory that is often late is chosen less and less.
  double punctual = 0, late = 0;
  for (const QuoteRecord& quote : story.quotes()) (quote.minifactory == "late" ? late : punctual) = quote.reliability;
  CHECK(punctual > 0.8);
  CHECK(late < punctual);
  const OrderRecord& last = story.orders().back();
  CHECK(last.minifactory == "f1");
}

}  // namespace ccm::test
