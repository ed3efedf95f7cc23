// What does a minifactory believe and answer, by hand?

#include "sim/selling.hpp"

#include <catch2/catch.hpp>

#include "tests/sim/bare_seller.hpp"

namespace ccm::test {
namespace {

/// What takers and bargainers are believed to remember when they paid 20 for 3 units, and 10 for one.
std::vector<double> after_sales(Seller& seller) {
  seller.selling.sold(takers, Money(20), 3);
  seller.selling.sold(bargainers, Money(10), 1);
  seller.close();
  seller.close();  // nothing is sold in the next period
  return {seller.reference(takers), seller.reference(bargainers)};
}

std::vector<double> after_sales(ReferenceSource source) {
  Seller seller(market_with_memory(source));
  return after_sales(seller);
}

/// A seller who asks 30 at a cost of 10, pays no commission, and hears a bid.
struct Talker {
  Scenario market = small_market();

  Talker() { market.cloud_operator.commission = 0; }

  [[nodiscard]] Message answer(double bid, std::int64_t tick) const {
    const Seller seller(market);
    return seller.selling.answer(
        {{.request = 1, .segment = 0, .minifactory = 0, .call = 0, .price = Money(30), .promised = days(1)}, Money(bid), tick},
        seller.selling.floor(0, Money(10), 0));
  }
  [[nodiscard]] double agreed(double bid) const { return std::get<Agreement>(answer(bid, 1)).quote.price.value(); }
};

}  // namespace

TEST_CASE("beliefs follow the seller's own sales as the customers' memory does, by its source") {
  CHECK(after_sales(ReferenceSource::own_type) == std::vector{25.0, 20.0});
  CHECK(after_sales(ReferenceSource::individual) == std::vector{25.0, 20.0});
  CHECK(after_sales(ReferenceSource::rsp) == std::vector{23.75, 23.75});     // (3 20 + 10) / 4 = 17.5
  CHECK(after_sales(ReferenceSource::market) == std::vector{23.75, 23.75});  // it knows of no other market than its own
  CHECK(after_sales(ReferenceSource::rivals) == std::vector{30.0, 30.0});
}

TEST_CASE("what is paid elsewhere is read in the bulletin, if there is one") {
  Seller seller(market_with_memory(ReferenceSource::market));
  seller.read({{0, taking, Money(50)}, {1, taking, Money(60)}});
  seller.selling.sold(takers, Money(20), 3);
  seller.close();
  CHECK(seller.reference(takers) == Approx(0.5 * 30 + 0.5 * 55));
  CHECK(seller.reference(bargainers) == Approx(0.5 * 30 + 0.5 * 55));  // the market is that of all types
}

TEST_CASE("rivals' prices hold from the next period on, and their lowest is known") {
  Seller seller(market_with_memory(ReferenceSource::rivals));
  CHECK_FALSE(seller.selling.rivals().at(0).mean.at(0).has_value());
  seller.read({{0, taking, Money(50)}, {1, taking, Money(60)}, {2, taking, Money(80)}});
  CHECK(seller.reference(takers) == 30);
  seller.selling.open_period(2);
  CHECK(seller.reference(takers) == 70);
  CHECK(seller.reference(bargainers) == 30);
  const RivalPrices rivals = seller.selling.rivals().at(0);
  CHECK(rivals.mean.at(0) == Money(70));
  CHECK(rivals.lowest.at(0) == Money(60));
  CHECK_FALSE(rivals.lowest.at(1).has_value());
}

TEST_CASE("all prices of a plan are posted") {
  const Seller seller(market_with_memory(ReferenceSource::own_type));
  const auto asks = seller.selling.asks(seller.plan);
  REQUIRE(asks.size() == 2);
  CHECK(asks[0].wanted == taking);
  CHECK(asks[0].price == Money(30));
  CHECK(asks[1].wanted == bargaining);
  CHECK(asks[1].price == Money(20));
}

TEST_CASE("the horizon comes nearer until the last period") {
  Scenario market = small_market();
  market.minifactories[0].pricing.horizon = 3;
  Seller seller(market);
  std::vector<std::int64_t> left;
  for (const std::int64_t period : {1, 2, 3, 4}) {
    seller.selling.open_period(period);
    left.push_back(seller.factory.pricing.options.periods_left.value());
  }
  CHECK(left == std::vector<std::int64_t>{3, 2, 1, 1});
}

TEST_CASE("the lowest price covers the cost with its margin after the commission, less what a third party adds") {
  Scenario market = small_market();
  market.minifactories[0].talks.margin = 0.5;
  market.market.revenue.third_party = Money(2);
  market.cloud_operator.commission = 0;
  CHECK(Seller(market).selling.floor(0, Money(10), 0) == Money(13));
  market.cloud_operator.commission = 0.35;  // 65 % of 20 EUR are left
  CHECK(Seller(market).selling.floor(0, Money(10), 0).value() == Approx(20));
  market.customers[0].local = "f1";
  CHECK(Seller(market).selling.floor(0, Money(10), 0) == Money(13));
}

TEST_CASE("a cut-off price above that is the lowest price, and one below it changes nothing") {
  Scenario market = small_market();
  market.cloud_operator.commission = 0;
  market.minifactories[0].talks.margin = 0.5;
  market.minifactories[0].talks.cutoff = Money(20);
  CHECK(Seller(market).selling.floor(0, Money(10), 0) == Money(20));
  market.minifactories[0].talks.cutoff = Money(0);
  CHECK(Seller(market).selling.floor(0, Money(10), 0) == Money(15));
}

TEST_CASE("from round to round of a call it comes down to its lowest price, and never up to it") {
  Scenario market = small_market();
  market.cloud_operator.call_rounds = 3;
  const Seller seller(market);
  const auto price = [&](double lowest, std::uint32_t round) {
    return seller.selling.price_in_round(Money(30), Money(lowest), round).value();
  };
  CHECK(price(10, 0) == 30);
  CHECK(price(10, 1) == Approx(20));
  CHECK(price(10, 2) == Approx(10));
  for (const std::uint32_t round : {0, 1, 2}) CHECK(price(40, round) == Approx(30));
}

TEST_CASE("in talks it concedes with its ticks, agrees to what is better than its next ask, and withdraws at its end") {
  Talker talker;
  talker.market.minifactories[0].talks.rounds = 4;  // asks 30 - 20 t/8
  const auto counter = std::get<Counteroffer>(talker.answer(15, 1));
  CHECK(counter.price == Money(25));
  CHECK(counter.tick == 2);
  CHECK(counter.quote.price == Money(30));  // the price first asked stands
  const auto agreement = std::get<Agreement>(talker.answer(26, 3));
  CHECK(agreement.quote.price == Money(26));
  CHECK(agreement.tick == 4);
  CHECK(std::get<Counteroffer>(talker.answer(9, 7)).price == Money(10));
  talker.market.minifactories[0].talks.cutoff = Money(18);
  CHECK(std::get<Counteroffer>(talker.answer(9, 7)).price == Money(18));
  CHECK(std::get<Withdrawal>(talker.answer(29, 9)).tick == 10);
  talker.market.minifactories[0].talks.rounds = 0;
  CHECK(std::get<Withdrawal>(talker.answer(29, 1)).tick == 2);
}

TEST_CASE("with Nash's rule it takes its share of the gain above its cut-off price") {
  Talker talker;
  talker.market.market.bargaining = BargainingRule::nash;
  talker.market.minifactories[0].talks.power = 0.25;
  CHECK(talker.agreed(22) == Approx(13));
  CHECK(talker.agreed(99) == Approx(15));  // nobody pays more than was asked
  CHECK(std::holds_alternative<Withdrawal>(talker.answer(9.99, 1)));
  talker.market.minifactories[0].talks.cutoff = Money(20);
  CHECK(talker.agreed(99) == Approx(22.5));
  CHECK(std::holds_alternative<Withdrawal>(talker.answer(19.99, 1)));
}

TEST_CASE("the impatience of both sides splits the gain of rational parties") {
  Talker talker;
  talker.market.market.bargaining = BargainingRule::rational;
  talker.market.minifactories[0].talks.discount = 0.8;
  talker.market.customers[0].talks.discount = 0.9;
  CHECK(talker.agreed(99) == Approx(10 + 20 * (0.1 / 0.28)));
  talker.market.customers[0].talks.discount = 0;  // a customer who cannot wait leaves nothing
  CHECK(talker.agreed(99) == Approx(30));
}

}  // namespace ccm::test
