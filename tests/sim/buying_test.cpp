// What do customers take, bid and answer, by hand?

#include "sim/buying.hpp"

#include <catch2/catch.hpp>

#include "tests/support/small_market.hpp"

namespace ccm::test {
namespace {

/// A market whose customers value the product as they are told, and make so many offers.
Scenario market_of(PriceFormation formation, std::int64_t rounds) {
  Scenario market = small_market();
  market.market.prices = formation;
  market.customers[0].talks.rounds = rounds;
  return market;
}

Shopper worth(double value) { return {Money(value), std::nullopt}; }
Shopper worth(double value, double reference) { return {Money(value), Money(reference)}; }

void check_counter(const Reply& reply, double price) {
  CHECK(reply.kind == Reply::Kind::counter);
  CHECK(reply.price.value() == Approx(price));
}

void check_accept(const Reply& reply, double price) { CHECK(reply == Reply{Reply::Kind::accept, Money(price)}); }

}  // namespace

TEST_CASE("a customer takes a price iff its value reaches the threshold of the demand") {
  Scenario market = small_market();
  SegmentSpec& segment = market.customers[0];  // beta 0.4
  CHECK(Buying(market, segment).takes(worth(60), Money(60)));
  CHECK_FALSE(Buying(market, segment).takes(worth(60), Money(60.01)));
  segment.demand = DemandForm::difference;
  segment.reference_price.effect = 0.1;
  segment.reference_price.loss_effect = 0.4;
  const Buying buying(market, segment);
  CHECK(buying.reservation(worth(60)) == Money(60));
  CHECK(buying.reservation(worth(60, 50)).value() == Approx(55));  // a loss: (0.4 60 + 0.4 50) / 0.8
  CHECK(buying.reservation(worth(40, 50)).value() == Approx(42));  // a gain: (0.4 40 + 0.1 50) / 0.5
  CHECK(buying.takes(worth(60, 50), Money(54.99)));
  CHECK_FALSE(buying.takes(worth(60, 50), Money(55.01)));
  CHECK(buying.takes(worth(40, 50), Money(41.99)));
  CHECK_FALSE(buying.takes(worth(40, 50), Money(42.01)));
}

TEST_CASE("a buyer who names the price goes from its opening to its reservation price, and then stops") {
  const Scenario market = market_of(PriceFormation::buyer, 3);
  const Buying buying(market, market.customers[0]);
  CHECK(buying.bid(worth(100), 0)->value() == Approx(60));
  CHECK(buying.bid(worth(100), 1)->value() == Approx(80));
  CHECK(buying.bid(worth(100), 2) == Money(100));
  CHECK_FALSE(buying.bid(worth(100), 3).has_value());
}

TEST_CASE("who has one bid, or none, bids what it is worth") {
  for (const std::int64_t rounds : {0, 1}) {
    const Scenario market = market_of(PriceFormation::buyer, rounds);
    const Buying buying(market, market.customers[0]);
    CHECK(buying.bid(worth(100), 0) == Money(100));
    CHECK_FALSE(buying.bid(worth(100), 1).has_value());
  }
}

TEST_CASE("where the operator clears, the one bid is the reservation price, and elsewhere nobody bids") {
  const Scenario cleared = market_of(PriceFormation::clearing, 5);
  CHECK(Buying(cleared, cleared.customers[0]).bid(worth(100), 0) == Money(100));
  CHECK_FALSE(Buying(cleared, cleared.customers[0]).bid(worth(100), 1).has_value());
  for (const PriceFormation formation : {PriceFormation::seller, PriceFormation::negotiated}) {
    const Scenario market = market_of(formation, 5);
    CHECK_FALSE(Buying(market, market.customers[0]).bid(worth(100), 0).has_value());
  }
}

TEST_CASE("in talks a customer concedes from its opening to the price asked, or to what it is worth if that is less") {
  const Scenario market = market_of(PriceFormation::negotiated, 2);  // speaks at ticks 1 and 3
  const Buying buying(market, market.customers[0]);
  check_counter(buying.answer(worth(100), Money(80), Money(80), 1), 48 + 32 / 3.0);
  check_counter(buying.answer(worth(60), Money(80), Money(80), 1), 36 + 24 / 3.0);
  check_counter(buying.answer(worth(60), Money(80), Money(70), 3), 60);
  check_accept(buying.answer(worth(100), Money(80), Money(58), 1), 58);
  check_accept(buying.answer(worth(100), Money(80), Money(70), 3), 70);
}

TEST_CASE("who can say no more takes the standing price if it is worth it, and else leaves") {
  const Scenario market = market_of(PriceFormation::negotiated, 2);
  const Buying buying(market, market.customers[0]);
  check_accept(buying.answer(worth(100), Money(80), Money(70), 5), 70);
  CHECK(buying.answer(worth(60), Money(80), Money(70), 5).kind == Reply::Kind::withdraw);
  check_accept(buying.answer(worth(60), Money(80), Money(60), 5), 60);
}

TEST_CASE("who would not have it for nothing does not talk") {
  const Scenario market = market_of(PriceFormation::negotiated, 2);
  CHECK(Buying(market, market.customers[0]).answer(worth(-5), Money(80), Money(80), 1).kind == Reply::Kind::withdraw);
}

TEST_CASE("with complete information the first word is what it is worth, and the split is then taken") {
  for (const BargainingRule rule : {BargainingRule::nash, BargainingRule::rational}) {
    Scenario market = market_of(PriceFormation::negotiated, 2);
    market.market.bargaining = rule;
    const Buying buying(market, market.customers[0]);
    check_counter(buying.answer(worth(100), Money(80), Money(80), 1), 100);
    check_accept(buying.answer(worth(100), Money(80), Money(70), 3), 70);
    CHECK(buying.answer(worth(60), Money(80), Money(70), 3).kind == Reply::Kind::withdraw);
  }
}

TEST_CASE("without offers of its own a customer takes it or leaves it") {
  for (const auto& [formation, rounds] : {std::pair{PriceFormation::negotiated, 0}, {PriceFormation::seller, 5}}) {
    const Scenario market = market_of(formation, rounds);
    const Buying buying(market, market.customers[0]);
    CHECK_FALSE(buying.talks());
    check_accept(buying.answer(worth(80), Money(80), Money(80), 1), 80);
    CHECK(buying.answer(worth(79), Money(80), Money(80), 1).kind == Reply::Kind::withdraw);
  }
}

TEST_CASE("bargainers search unless they are told how many to ask, or whom") {
  Scenario market = small_market();
  SegmentSpec& segment = market.customers[0];
  const auto searches = [&] { return Buying(market, segment).searches(); };
  segment.type = CustomerType::bargainer;
  CHECK_FALSE(searches());
  market.market.prices = PriceFormation::negotiated;
  CHECK(searches());
  CHECK(Buying(market, segment).talks());
  segment.talks.quotes = 2;
  CHECK_FALSE(searches());
  segment.talks.quotes.reset();
  segment.local = "f1";
  CHECK_FALSE(searches());
  segment.local.reset();
  segment.type = CustomerType::negotiator;
  CHECK_FALSE(searches());
}

}  // namespace ccm::test
