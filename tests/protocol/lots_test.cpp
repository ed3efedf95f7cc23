// How do several minifactories make one order, message by message?

#include "sim/lots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

/// Orders of four units at an hour each, wanted in 3.6 h of which the margin takes one: two units are what a minifactory can do.
Scenario market_of_series() {
  Scenario market = small_market();
  market.customers[0].order_size = 4;
  market.services[0].due = hours(3.6);
  market.cloud_operator.when_none = WhenNone::split;
  market.time.period = days(100);  // so that orders seldom meet
  add_minifactory(market, "f2", 0);
  add_minifactory(market, "f3", 0);
  return market;
}

/// P is made on m at f1, and Q in half an hour on n at f2, half a degree to the north. Nobody has both.
Scenario market_of_stages() {
  Scenario market = small_market();
  market.parts.push_back({.name = "Q", .routes = {{{"n", 30}}}});
  market.services[0].parts.push_back({"Q", 1});
  market.services[0].stages = {{"P"}, {"Q"}};
  add_minifactory(market, "f2", 0.5);
  market.minifactories[1].machines[0].name = "n";
  market.minifactories[1].workers[0].operates = {"n"};
  return market;
}

std::vector<LotRecord> lots_of(const MarketStory& story, const OrderRecord& order) {
  std::vector<LotRecord> lots;
  for (const LotRecord& lot : story.all<LotRecord>())
    if (lot.request == order.request) lots.push_back(lot);
  std::ranges::sort(lots, {}, &LotRecord::lot);
  return lots;
}

double received(const MarketStory& story, std::string_view account) {
  return std::ranges::find(story.all<AccountRecord>(), account, &AccountRecord::account)->received;
}

}  // namespace

TEST_CASE("split: all refuse the whole, each offers what it can, and the first make two units each") {
  const MarketStory story(market_of_series());
  const std::int64_t requests = std::ssize(story.orders());
  const OrderRecord& order = story.order(1);
  std::vector<std::string> answers;
  for (const QuoteRecord& quote : story.quotes())
    if (quote.request == order.request)
      answers.push_back(fmt::format("{} {} {} {} {}", quote.round, quote.minifactory, quote.answer, quote.units.value_or(0), quote.chosen));
  CHECK(answers == std::vector<std::string>{"1 f1 refusal 0 0", "1 f2 refusal 0 0", "1 f3 refusal 0 0",  // the whole order
                                            "2 f1 quote 2 1", "2 f2 quote 2 1", "2 f3 quote 2 0"});
  CHECK(order.state == "delivered");
  CHECK(order.lots == 2);
  CHECK(order.price == Approx(10));
  CHECK(order.delivered_at_d <= order.promised_at_d);
  CHECK(story.messages("call_for_quote").sent == 6 * requests);
  std::int64_t lots = 0;
  for (const OrderRecord& each : story.orders())
    if (each.accepted_at_d) lots += *each.lots;
  CHECK(story.messages("order").sent == lots);
  CHECK(story.messages("acceptance").sent == story.ended("delivered"));
  CHECK(story.messages("payment").sent == story.ended("delivered"));
  CHECK(story.messages("done").sent == lots);
  CHECK(story.messages("payout").sent == lots);
}

TEST_CASE("split_above: a series is made in lots from the start, the last one smaller, and paid for once") {
  Scenario market = market_of_series();
  market.cloud_operator.split_above = 3;
  market.services[0].due.reset();
  const MarketStory story(market);
  const OrderRecord& order = story.order(1);
  const auto lots = lots_of(story, order);
  REQUIRE(lots.size() == 2);
  CHECK((lots[0].units == 3 && lots[1].units == 1));
  CHECK((lots[0].minifactory == "f1" && lots[1].minifactory == "f2"));
  CHECK((lots[1].finished_at_d - lots[1].started_at_d) * day == seconds(hour));
  CHECK(*order.finished_at_d == lots[0].finished_at_d);
  CHECK(story.messages("call_for_quote").sent == 3 * std::ssize(story.orders()));
  const double units = 4 * static_cast<double>(story.ended("delivered"));
  CHECK(received(story, "operator") == Approx(0.05 * 10 * units));
  CHECK(received(story, "f1") + received(story, "f2") + received(story, "f3") == Approx(0.95 * 10 * units));
  CHECK(received(story, "f1") == Approx(0.95 * 10 * 3 * static_cast<double>(story.ended("delivered"))).epsilon(0.2));
}

TEST_CASE("split: no offer if all together cannot, and those who offered a part are told") {
  Scenario market = market_of_series();
  market.customers[0].order_size = 9;
  const MarketStory story(market);
  const std::int64_t requests = std::ssize(story.orders());
  CHECK(story.ended("no_offer") == requests);
  CHECK(story.messages("not_chosen").sent == story.messages("quote").sent);
  CHECK(story.messages("order").sent == 0);
}

TEST_CASE("stages: each is called for in turn, and the second begins when the first has come") {
  const MarketStory story(market_of_stages());
  const std::int64_t delivered = story.ended("delivered");
  REQUIRE(delivered > 10);
  const OrderRecord& order = story.order(1);
  const auto lots = lots_of(story, order);
  REQUIRE(lots.size() == 2);
  CHECK((lots[0].minifactory == "f1" && lots[1].minifactory == "f2"));
  CHECK(lots[0].onward == "f2");
  CHECK(lots[1].onward.empty());
  const Scenario market = market_of_stages();
  const Kilometres way = road_distance(*market.minifactories[0].at, *market.minifactories[1].at, market.travel);
  const double travel = travel_time(way, market.travel).value();
  CHECK((lots[1].joined_at_d - lots[0].finished_at_d) * day == seconds(travel));
  CHECK((lots[1].finished_at_d - lots[1].started_at_d) * day == seconds(hour / 2));
  CHECK((*order.delivered_at_d - lots[1].finished_at_d) * day == seconds(travel));  // back to the customer, who is where f1 is
  CHECK(*order.distance_km == Approx(2 * way.value()));
  CHECK(*order.joined_at_d == lots[0].joined_at_d);
  CHECK(*order.unit_cost == Approx(10 + 5));
  CHECK(*order.price == Approx(lots[0].price + lots[1].price));
  CHECK(*order.delivered_at_d <= *order.promised_at_d);
  CHECK(story.messages("call_for_quote").sent == 2 * std::ssize(story.orders()));
  CHECK(story.messages("order").sent == 2 * story.messages("acceptance").sent);
  CHECK(story.messages("payout").sent == 2 * story.messages("payment").sent);
}

TEST_CASE("stages: sellers post what one seller would ask for all of it, share by share") {
  Scenario market = market_of_stages();
  for (MinifactorySpec& minifactory : market.minifactories) minifactory.pricing.strategy = "differential";
  market.customers[0].lowest_value = Money(0);
  const MarketStory story(market);
  // Eq. 7 with the costs 10 and 5, alpha 40 and beta 0.4; the stages have 60 and 30 of 90 minutes:
  // (100 (2/3) + 10)/2 = 38.33 and (100/3 + 5)/2 = 19.17; together (100 + 15)/2.
  std::map<std::int64_t, double> posted;
  for (const PriceRecord& row : story.all<PriceRecord>()) posted[*row.stage] = row.price;
  CHECK(posted[1] == Approx(230.0 / 6));
  CHECK(posted[2] == Approx(115.0 / 6));
  for (const OrderRecord& order : story.orders()) CHECK(*order.price == Approx(57.5));
}

TEST_CASE("stages: if the second finds nobody, the first is told, and there is no offer") {
  Scenario market = market_of_stages();
  market.services[0].due = hours(2);  // an hour and its margin leave no time for the way
  const MarketStory story(market);
  CHECK(story.ended("no_offer") == std::ssize(story.orders()));
  CHECK(story.messages("not_chosen").sent == story.messages("quote").sent);
}

TEST_CASE("an order made by several is not talked about: its sum is taken or left") {
  Scenario market = market_of_stages();
  market.market.prices = PriceFormation::negotiated;
  market.customers[0].type = CustomerType::negotiator;
  for (MinifactorySpec& minifactory : market.minifactories) minifactory.pricing.markup = 2;
  const MarketStory story(market);
  CHECK(story.messages("counteroffer").sent == 0);
  REQUIRE(story.ended("delivered") > 10);
  CHECK(*story.order(1).price == Approx(45));
}

TEST_CASE("the sum of lots: price by units, the last promise, all CO2, and who goes on") {
  Quote first{.request = 1, .segment = 0, .minifactory = 3, .call = 0, .price = Money(10), .promised = hours(5), .co2 = Kilograms(2)};
  Quote second = first;
  first.lot = Lot{.units = 3};
  second.lot = Lot{.units = 1};
  second.minifactory = 4;
  second.price = Money(30);
  second.promised = hours(7);
  const Quote whole = whole_order({first, second}, 4);
  CHECK(whole.price == Money(15));
  CHECK(whole.promised == hours(7));
  CHECK(whole.co2 == Kilograms(4));
  CHECK_FALSE(whole.lot);
  CHECK((*whole.lots)[1].lot->number == 1);
  CHECK_FALSE((*whole.lots)[0].lot->onward);
  first.lot->stage = 0;
  second.lot->stage = 1;
  CHECK((*whole_order({first, second}, 4).lots)[0].lot->onward == 4);
}

}  // namespace ccm::test
