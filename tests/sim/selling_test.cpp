// What does a minifactory believe and answer, by hand?

#include "sim/selling.hpp"

#include <catch2/catch.hpp>

#include "tests/support/recording.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {
namespace {

constexpr CustomerClass takers{0, 0}, bargainers{0, 1};
constexpr Wanted taking{0, CustomerType::price_taker}, bargaining{0, CustomerType::bargainer};

/// Takers and bargainers who remember 30 and forget half of it in a period, and who do not mind it unless they are told to.
Scenario market_with_memory(ReferenceSource source) {
  Scenario market = small_market();
  market.customers[0].reference_price = {.memory = 0.5, .source = source, .start = Money(30)};
  market.customers.push_back(market.customers[0]);
  market.customers[1].name = "c2";
  market.customers[1].type = CustomerType::bargainer;
  return market;
}

/// The first minifactory of a market, without a floor.
struct Seller {
  explicit Seller(Scenario market)
      : scenario(std::move(market)), factory(factory_model(scenario, market_of(scenario, Geography(scenario)), 0)) {}

  void read(std::vector<PostedAsk> asks) { selling.read(std::make_shared<const MarketReport>(std::move(asks))); }
  void close() { selling.close_period(plan, recording.recorder()); }
  [[nodiscard]] double reference(CustomerClass of) const {
    return factory.services[of.service].demand[of.type].remembered->reference.value();
  }

  Scenario scenario;
  FactoryModel factory;
  Selling selling{scenario, 1, 0, factory};
  PeriodPlan plan{.services = {ServicePlan{.prices = {Money(30), Money(20)}}}};
  Recording recording;
};

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

/// A seller who asks 30 at a cost of 10 and hears a bid.
struct Talker {
  Scenario market = small_market();

  [[nodiscard]] Message answer(double bid, std::int64_t tick) const {
    const Seller seller(market);
    return seller.selling.answer(
        {{.request = 1, .segment = 0, .minifactory = 0, .round = 0, .price = Money(30), .promised = days(1)}, Money(bid), tick}, Money(10));
  }
  [[nodiscard]] double agreed(double bid) const { return std::get<Agreement>(answer(bid, 1)).quote.price.value(); }
};

}  // namespace

TEST_CASE("beliefs follow the seller's own sales as the customers' memory does, by its source") {
  CHECK(after_sales(ReferenceSource::own_type) == std::vector{25.0, 20.0});
  CHECK(after_sales(ReferenceSource::individual) == std::vector{25.0, 20.0});
  CHECK(after_sales(ReferenceSource::rsp) == std::vector{23.75, 23.75});  // (3 20 + 10) / 4 = 17.5
  CHECK(after_sales(ReferenceSource::market) == std::vector{25.0, 20.0});
  CHECK(after_sales(ReferenceSource::rivals) == std::vector{30.0, 30.0});
}

TEST_CASE("what is paid elsewhere is read in the bulletin, if there is one") {
  Seller seller(market_with_memory(ReferenceSource::market));
  seller.read({{0, taking, Money(50)}, {1, taking, Money(60)}});
  seller.selling.sold(takers, Money(20), 3);
  seller.close();
  CHECK(seller.reference(takers) == Approx(0.5 * 30 + 0.5 * 55));
  CHECK(seller.reference(bargainers) == Approx(30));  // nobody has published a price for them
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

TEST_CASE("the lowest price covers the cost with its margin, less what a third party adds") {
  Scenario market = small_market();
  market.minifactories[0].talks.margin = 0.5;
  market.market.revenue.third_party = Money(2);
  CHECK(Seller(market).selling.floor(0, Money(10)) == Money(13));
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

TEST_CASE("who knows its demand varies no price") {
  Seller seller(market_with_memory(ReferenceSource::own_type));
  seller.selling.explore(seller.plan);
  CHECK(seller.plan.services[0].prices == std::vector{Money(30), Money(20)});
  seller.close();
  CHECK(seller.recording.all<EstimateRecord>().empty());
}

TEST_CASE("who learns varies its prices within its exploration") {
  Scenario market = market_with_memory(ReferenceSource::own_type);
  market.minifactories[0].pricing.learn = true;
  market.minifactories[0].pricing.learning.exploration = 0.1;
  Seller seller(market);
  seller.selling.explore(seller.plan);
  const auto& prices = seller.plan.services[0].prices;
  CHECK(prices[0] != Money(30));
  CHECK(prices[0].value() == Approx(30).epsilon(0.1));
  CHECK(prices[1].value() == Approx(20).epsilon(0.1));
}

TEST_CASE("sales tell a wrong guess what the demand is") {
  Scenario market = market_with_memory(ReferenceSource::own_type);
  market.minifactories[0].pricing.learn = true;
  market.minifactories[0].pricing.learning.first_guess = 2;
  Seller seller(market);
  const TypeDemand& believed = seller.factory.services[0].demand[0];
  CHECK(believed.alpha == 80);
  CHECK(believed.beta == Approx(0.8));
  double reference = 30;
  for (const double price : {40.0, 50.0, 45.0, 60.0, 55.0}) {  // sales follow 40 - 0.4 p + 0.1 (r - p)
    seller.plan.services[0].prices[0] = Money(price);
    for (int request = 0; request < 20; ++request) seller.selling.asked(takers);
    seller.selling.sold(takers, Money(price), 40 - 0.4 * price + 0.1 * (reference - price));
    seller.close();
    reference = 0.5 * (reference + price);
  }
  CHECK(believed.alpha == Approx(40));
  CHECK(believed.beta == Approx(0.4));
  CHECK(believed.referenced.gain == Approx(0.1));
  CHECK(believed.referenced.loss == Approx(0.1));
  CHECK(believed.remembered->reference.value() == Approx(reference));
  const auto& rows = seller.recording.all<EstimateRecord>();
  REQUIRE(rows.size() == 10);  // of takers and bargainers, in turns
  CHECK(rows[0].identified == "nothing");
  CHECK(rows[0].a == 80);
  CHECK(rows[8].identified == "reference_effect");
  CHECK(rows[8].periods == 5);
  CHECK(rows[8].a == Approx(40));
  CHECK(rows[8].b == Approx(0.4));
  CHECK(rows[8].g == Approx(0.1));
  CHECK(rows[9].periods == 0);  // bargainers never asked
}

}  // namespace ccm::test
