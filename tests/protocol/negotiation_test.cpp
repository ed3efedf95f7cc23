// How do calls, searches and talks go, message by message?

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/market/negotiation/alternating_offers.hpp"
#include "tests/protocol/negotiated_market.hpp"

namespace ccm::test {
namespace {

std::int64_t messages_of_calls(const MarketStory& story) {
  std::int64_t count = 0;
  for (const std::string_view kind : {"call_for_quote", "quote", "refusal", "not_chosen", "order", "done"})
    count += story.messages(kind).sent;
  return count;
}

/// All values are at least 50 and 30 is asked, so the parties split 30 - 10; the seller gets this share.
void expect_split(BargainingRule rule, double share) {
  Scenario market = negotiated_market(CustomerType::bargainer);
  market.market.bargaining = rule;
  market.minifactories[0].talks.power = 0.25;
  market.minifactories[0].talks.discount = 0.8;
  market.customers[0].talks.discount = 0.9;
  const MarketStory story(market);
  REQUIRE(story.ended("delivered") == std::ssize(story.orders()));
  for (const OrderRecord& order : story.orders()) CHECK(*order.price == Approx(10 + 20 * share));
  CHECK(story.messages("counteroffer").sent == std::ssize(story.orders()));
  CHECK(story.messages("agreement").sent == std::ssize(story.orders()));
}

/// Both sides concede by that family, the customers late and the minifactory early.
void expect_talks_of_the_model(ConcessionFamily family) {
  Scenario market = negotiated_market(CustomerType::bargainer);
  SegmentSpec& segment = market.customers[0];
  segment.lowest_value = Money(0);
  segment.talks.rounds = 5;
  segment.talks.beta = 0.4;
  segment.talks.kappa = 0.05;
  segment.talks.family = family;
  market.minifactories[0].talks = SellerTalksSpec{};
  market.minifactories[0].talks.rounds = 6;
  market.minifactories[0].talks.beta = 2.5;
  market.minifactories[0].talks.kappa = 0.1;
  market.minifactories[0].talks.family = family;
  const MarketStory story(market);
  int agreed = 0, failed = 0;
  for (const NegotiationRecord& held : story.all<NegotiationRecord>()) {
    const Money list(held.asked_price), limit(held.reservation_price), wish(0.6 * std::min(limit, list).value());
    const Negotiators sides{.buyer = {Party::buyer, {wish, std::min(limit, list)}, {0.05, 0.4, family, 9}},
                            .seller = {Party::seller, {list, Money(10)}, {0.1, 2.5, family, 12}}};
    const Negotiation model = alternating_offers(sides);
    const bool took_first_price = !model.price && limit >= list;
    INFO(held.request);
    CHECK(held.price.has_value() == (model.price || took_first_price));
    if (model.price) CHECK(*held.price == Approx(model.price->value()).epsilon(1e-12));
    agreed += model.price.has_value();
    failed += !held.price;
  }
  CHECK(agreed > 5);
  CHECK(failed > 1);
}

}  // namespace

TEST_CASE("a contract net with m minifactories of which k propose has m + m + k + 1 messages") {
  Scenario market = small_market();
  market.services[0].due = hours(3.5);  // too soon for the one that is far away
  add_competitor(market, "dear", 12);
  add_minifactory(market, "far", 3);
  const MarketStory story(market);
  REQUIRE(story.ended("delivered") == std::ssize(story.orders()));
  REQUIRE(story.messages("refusal").sent == std::ssize(story.orders()));
  CHECK(messages_of_calls(story) == (3 + 3 + 2 + 1) * std::ssize(story.orders()));
  CHECK(story.messages("not_chosen").sent == std::ssize(story.orders()));
}

TEST_CASE("a proposal that the customer rejects is rejected too, and nothing is done") {
  Scenario market = small_market();
  market.minifactories[0].workers[0].wage = MoneyPerHour(200);  // above all values
  const MarketStory story(market);
  CHECK(story.ended("rejected") == std::ssize(story.orders()));
  CHECK(messages_of_calls(story) == (1 + 1 + 1) * std::ssize(story.orders()));
  CHECK(story.messages("not_chosen").delivered == std::ssize(story.orders()));
}

TEST_CASE("a brief contract net leaves out rejections and reports") {
  Scenario market = small_market();
  market.cloud_operator.contract_net = ContractNet::brief;
  add_competitor(market, "dear", 12);
  const MarketStory story(market);
  CHECK(story.messages("not_chosen").sent == 0);
  CHECK(story.messages("done").sent == 0);
}

TEST_CASE("the iterated contract net halves the field, and sellers concede from round to round") {
  Scenario market = small_market();
  market.cloud_operator.commission = 0;
  market.cloud_operator.call_rounds = 3;
  market.cloud_operator.quotes = 4;
  market.minifactories[0].pricing.markup = 2;  // 30 at a cost of 10
  for (const double wage : {11.0, 12.0, 13.0}) add_competitor(market, "f" + std::to_string(static_cast<int>(wage)), wage);
  const MarketStory story(market);
  std::vector<std::string> rounds;
  for (const QuoteRecord& quote : story.quotes())
    if (quote.request == story.order(1).request)
      rounds.push_back(fmt::format("{} {} {:.6g}", quote.round, quote.minifactory, *quote.price));
  CHECK(rounds == std::vector<std::string>{"1 f1 30", "1 f11 33", "1 f12 36", "1 f13 39",  // markup 2 on each cost
                                           "2 f1 20", "2 f11 22",                          // half of the way to the cost
                                           "3 f1 10", "3 f11 11"});                        // all of it
  CHECK(story.order(1).price == Approx(10));
  CHECK(story.messages("not_chosen").sent == 3 * std::ssize(story.orders()));
}

TEST_CASE("talks follow the concession curves of both sides to the tick") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.customers[0].talks.rounds = 4;
  market.minifactories[0].talks.rounds = 4;
  const MarketStory story(market);
  REQUIRE(story.ended("delivered") > 10);
  // The price asked is 30, the cost 10, and everybody values the product above 30, so a customer's limit is 30 and its first wish 0.6 of
  // it. f(t) = t/7 for the customer, t/8 for the minifactory:    tick 1: 18 + 12/7 = 19.714   tick 2: 30 - 20 (2/8) = 25 tick 3: 18 + 12
  // (3/7) = 23.143, and the seller's next, 30 - 20 (4/8) = 20, is worse for it than that: it agrees.
  const OrderRecord& order = story.order(1);
  const NegotiationRecord& held = talk_about(story, order);
  CHECK(held.asked_price == Approx(30));
  CHECK(*held.first_bid == Approx(18 + 12.0 / 7));
  CHECK(*held.last_bid == Approx(18 + 12 * 3.0 / 7));
  CHECK(*order.price == Approx(18 + 12 * 3.0 / 7));
  CHECK(held.messages == 4);
  CHECK(held.outcome == "agreed");
  CHECK((held.ended_at_d - held.began_at_d) * day == seconds(4 * direct));
  std::vector<std::string> offers;
  for (const TalkOfferRecord& offer : story.all<TalkOfferRecord>())
    if (offer.request == order.request) {
      offers.push_back(fmt::format("{} {} {:.6g}", offer.tick, offer.party, offer.price));
      // A bid is told when it is made, and an answer when it has come back.
      const auto messages = static_cast<double>(offer.tick - offer.tick % 2);
      CHECK((offer.at_d - held.began_at_d) * day == seconds(messages * direct));
    }
  CHECK(offers == std::vector<std::string>{"0 seller 30", "1 buyer 19.7143", "2 seller 25", "3 buyer 23.1429"});
}

TEST_CASE("simulated talks are those of the model: polynomial concession") { expect_talks_of_the_model(ConcessionFamily::polynomial); }

TEST_CASE("simulated talks are those of the model: exponential concession") { expect_talks_of_the_model(ConcessionFamily::exponential); }

TEST_CASE("a seller that withdraws leaves its first price to those who value it so much") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.minifactories[0].talks.rounds = 0;
  market.minifactories[0].pricing.markup = 6;  // asks 70; values lie between 50 and 100
  const MarketStory story(market);
  CHECK(story.messages("withdrawal").delivered == std::ssize(story.orders()));
  for (const NegotiationRecord& held : story.all<NegotiationRecord>()) {
    CHECK(held.outcome == (held.reservation_price >= 70 ? "at_asked_price" : "left"));
    CHECK(held.price.value_or(70) == Approx(70));
  }
  CHECK(story.ended("rejected") > 3);
  CHECK(story.ended("delivered") > 3);
}

TEST_CASE("customers talk only where they expect to save more than it costs them") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.minifactories[0].pricing.markup = 6;  // asks 70; values lie between 50 and 100
  market.customers[0].talks.effort = Money(10.5);
  const MarketStory story(market);
  // A first offer of 0.6 min(w, 70) and a power of 0.4 make expected savings of 0.16 min(w, 70): enough if w > 65.625.
  int talked = 0;
  for (const OrderRecord& order : story.orders()) {
    const bool worth_it = order.willingness_to_pay > 10.5 / 0.16;
    CHECK((order.bids > 0) == worth_it);
    CHECK(order.bargaining_costs == (worth_it ? 10.5 : 0));
    talked += worth_it;
  }
  CHECK(talked > 5);
  CHECK(talked < std::ssize(story.orders()) - 5);
}

TEST_CASE("Nash's split is agreed on in one exchange") { expect_split(BargainingRule::nash, 0.25); }

TEST_CASE("the split of rational and impatient parties is agreed on in one exchange") {
  expect_split(BargainingRule::rational, (1 - 0.9) / (1 - 0.8 * 0.9));
}

TEST_CASE("buyers who name the price bid more until it covers a seller's cost and the commission, and pay what they bid") {
  Scenario market = small_market();
  market.market.prices = PriceFormation::buyer;
  market.cloud_operator.commission = 0.25;
  market.minifactories[0].workers[0].wage = MoneyPerHour(45);
  market.minifactories[0].talks.margin = 0.1;  // accepts from 45 * 1.1 / 0.75 = 66 on
  market.customers[0].type = CustomerType::negotiator;
  market.customers[0].talks.rounds = 3;
  market.customers[0].talks.quote_cost = Money(1);
  const MarketStory story(market);
  for (const OrderRecord& order : story.orders()) {
    const double w = order.willingness_to_pay;  // bids 0.6 w, 0.8 w, w
    const int needed = 0.6 * w >= 66 ? 1 : 0.8 * w >= 66 ? 2 : 3;
    INFO(w);
    CHECK(order.bids == needed);
    CHECK(order.bargaining_costs == Approx(needed));
    CHECK(order.state == (w >= 66 ? "delivered" : "no_offer"));
    if (order.price) CHECK(*order.price == Approx((0.4 + 0.2 * needed) * w));
  }
  CHECK(story.ended("delivered") > 5);
  CHECK(story.ended("no_offer") > 5);
}

TEST_CASE("the operator clears quotes and bids at the price that its rule says") {
  Scenario market = small_market();
  market.market.prices = PriceFormation::clearing;
  market.market.split = 0.25;
  market.minifactories[0].pricing.markup = 5.5;  // asks 65
  const MarketStory story(market);
  for (const OrderRecord& order : story.orders()) {
    CHECK(order.state == (order.willingness_to_pay >= 65 ? "delivered" : "no_offer"));
    if (order.price) CHECK(*order.price == Approx(65 + 0.25 * (order.willingness_to_pay - 65)));
  }
  CHECK(story.ended("delivered") > 5);
  CHECK(story.ended("no_offer") > 3);
}

TEST_CASE("a quote above the bid does not keep the operator from clearing the bid with another one") {
  Scenario market = small_market();
  market.market.prices = PriceFormation::clearing;
  market.market.split = 0.25;
  market.cloud_operator.matching = "nearest_capable";
  market.cloud_operator.quotes = 2;
  market.minifactories[0].pricing.markup = 6;  // the nearest asks 70; values lie between 50 and 100
  add_competitor(market, "cheap", 8);          // asks 56
  market.minifactories[1].pricing.markup = 6;
  const MarketStory story(market);
  for (const OrderRecord& order : story.orders()) {
    const double w = order.willingness_to_pay, ask = w >= 70 ? 70 : 56;
    CHECK(order.state == (w >= 56 ? "delivered" : "no_offer"));
    if (w >= 56) CHECK(order.minifactory == (w >= 70 ? "f1" : "cheap"));
    if (w >= 56) CHECK(*order.price == Approx(ask + 0.25 * (w - ask)));
  }
  CHECK(std::ranges::count(story.orders(), "cheap", &OrderRecord::minifactory) > 3);
}

TEST_CASE("local customers beyond the reach of their minifactory get no offer") {
  Scenario market = small_market();
  market.customers[0].local = "f1";
  market.customers[0].at->latitude += 1;
  market.minifactories[0].reach = Kilometres(10);
  const MarketStory story(market);
  CHECK(story.orders().size() > 20);
  CHECK(story.ended("no_offer") == std::ssize(story.orders()));
  CHECK(story.messages("call_for_quote").sent + story.messages("request").sent == 0);
}

TEST_CASE("local customers go to their minifactory themselves, and nobody takes a commission") {
  Scenario market = small_market();
  market.cloud_operator.commission = 0.3;
  add_competitor(market, "cheap", 1);
  market.customers[0].local = "f1";
  market.events = {event_at(Seconds(0), {.host = "operator"}, days(20))};
  const MarketStory story(market);
  const auto orders = std::ssize(story.orders());
  REQUIRE(story.ended("delivered") == orders);
  for (const OrderRecord& order : story.orders()) CHECK(order.minifactory == "f1");
  for (const std::string_view kind : {"call_for_quote", "quote", "order", "payment"}) CHECK(story.messages(kind).delivered == orders);
  for (const std::string_view kind : {"request", "offer", "acceptance", "payout", "done"}) CHECK(story.messages(kind).sent == 0);
  CHECK(story.all<AccountRecord>().at(operator_id).received == 0);
  CHECK(story.all<AccountRecord>().at(minifactory_id).received == Approx(10 * static_cast<double>(orders)));
}

}  // namespace ccm::test
