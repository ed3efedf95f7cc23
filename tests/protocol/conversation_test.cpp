// What becomes of answers that come late, twice, from an earlier conversation, or not at all?

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/protocol/actors_alone.hpp"
#include "tests/protocol/negotiated_market.hpp"

namespace ccm::test {
namespace {

constexpr RequestId first = 1'000'000'001;

Quote quote(CallId call, double price) {
  return {.request = first, .segment = 0, .minifactory = 0, .call = call, .price = Money(price), .promised = days(5)};
}

}  // namespace

TEST_CASE("an answer to an earlier question is not taken for one to the last") {
  Scenario market = small_market();
  market.market.prices = PriceFormation::buyer;
  market.customers[0].talks.rounds = 5;
  CustomersAlone alone(market);
  for (const double after : {1, 2}) alone.say(after, operator_id, NoOffer{first, 1});  // the second for a bid of 0.6 too
  alone.say(3, operator_id, Offer{quote(9, 33), 1});
  alone.say(4, operator_id, Offer{quote(7, 44), 2});
  const auto accepted = alone.said_until<Acceptance>(10);
  CHECK(alone.bare.count(Request{}).sent == 2);
  REQUIRE(accepted.size() == 1);
  CHECK(accepted[0].quote.price == Money(44));
}

TEST_CASE("an answer in an earlier talk is not taken for one in the last") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.customers[0].talks.answer_within = Seconds(60);
  CustomersAlone alone(market);
  Quote lapsing = quote(1, 30);
  lapsing.valid_until = Seconds(alone.asked + 30);
  alone.say(1, operator_id, Offer{lapsing, 1});
  // Nobody answers its bid; after a minute it would have the product for 30, but that quote has lapsed, and it asks anew.
  alone.say(70, operator_id, Offer{quote(2, 40), 2});
  alone.say(72, minifactory_id, Agreement{quote(1, 20), 2});
  alone.say(73, minifactory_id, Counteroffer{quote(1, 30), Money(19), 2});
  alone.say(74, minifactory_id, Withdrawal{quote(1, 30), 2});
  alone.say(75, minifactory_id, Agreement{quote(2, 35), 2});
  const auto accepted = alone.said_until<Acceptance>(80);
  REQUIRE(accepted.size() == 1);
  CHECK(accepted[0].quote.price == Money(35));
  CHECK(accepted[0].quote.call == 2);
}

TEST_CASE("a quote for an earlier call is not taken for one in the last") {
  const Scenario market = small_market();
  OperatorAlone alone(market);
  const auto call = [&](std::size_t number) { return alone.bare.all<CallForQuote>().at(number).call; };
  const auto request = [] { return Request{.request = first, .segment = 0, .first = 0, .count = 1}; };
  alone.say(0, customer_id, request);
  alone.say(4000, customer_id, request);  // the first call has ended after an hour
  alone.say(4001, minifactory_id, [&] { return quote(call(0), 10); });
  alone.say(4002, minifactory_id, [&] { return quote(call(1), 11); });
  alone.bare.world.run(Seconds(4010));
  const auto offers = alone.bare.all<Offer>();
  REQUIRE(offers.size() == 1);
  CHECK(offers[0].quote.price == Money(11));
}

TEST_CASE("answers in talks that come too late are dropped, and the order is made once at the price first asked") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.customers[0].talks.answer_within = Seconds(1.5 * direct);  // a bid and its answer take twice as long as one message
  const MarketStory story(market);
  CHECK(story.messages("counteroffer").delivered == 2 * std::ssize(story.orders()));
  CHECK(story.messages("order").sent == std::ssize(story.orders()));
  CHECK(story.ended("delivered") == std::ssize(story.orders()));
  for (const OrderRecord& order : story.orders()) CHECK(order.price == Approx(30));
  for (const NegotiationRecord& negotiation : story.all<NegotiationRecord>()) CHECK(negotiation.outcome == "at_asked_price");
}

TEST_CASE("talks last as long as each answer comes in time") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.customers[0].talks.rounds = 20;
  market.minifactories[0].talks.rounds = 20;
  market.customers[0].talks.answer_within = Seconds(2.5 * direct);  // a bid and its answer take two messages, a talk many more
  const MarketStory story(market);
  for (const NegotiationRecord& held : story.all<NegotiationRecord>()) {
    CHECK(held.outcome == "agreed");
    CHECK(held.messages > 4);
  }
}

TEST_CASE("if the minifactory fails in the middle of a talk, the order is made once at the price first asked") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.customers[0].talks.answer_within = Seconds(600);
  const double offered = first_request_of(market) + 4 * talk;  // request, call, quote and offer
  market.events = {event_at(Seconds(offered + 0.5 * direct), {.host = "f1"}, Seconds(5))};
  const MarketStory story(market);
  CHECK(story.messages("counteroffer").lost == 1);
  const NegotiationRecord& held = talk_about(story, story.order(1));
  CHECK(held.outcome == "at_asked_price");
  CHECK(held.messages == 1);
  CHECK((held.ended_at_d - held.began_at_d) * day == seconds(600));
  CHECK(story.order(1).price == Approx(30));
  CHECK(story.messages("order").delivered == std::ssize(story.orders()));
  CHECK(story.ended("delivered") == std::ssize(story.orders()));
}

TEST_CASE("if the customer's host fails in the middle of a talk, its first price still stands, and patience ends the wait of the others") {
  Scenario market = negotiated_market(CustomerType::negotiator);
  market.minifactories[0].pricing.markup = 6;  // asks 70; values lie between 50 and 100
  market.customers[0].talks.answer_within = hours(1);
  market.customers[0].patience = Seconds(600);
  const double offered = first_request_of(market) + 4 * talk;
  market.events = {event_at(Seconds(offered + 1.5 * direct), {.host = "c1"}, Seconds(5))};
  const MarketStory story(market);
  CHECK(story.messages("counteroffer").lost == 1);
  CHECK(story.order(1).state == "expired");
  CHECK(talk_about(story, story.order(1)).outcome == "no_answer");
  CHECK(story.messages("acceptance").sent == story.messages("order").delivered);
}

}  // namespace ccm::test
