// What does a minifactory make of its sales, by hand?

#include <catch2/catch.hpp>

#include "tests/sim/bare_seller.hpp"

namespace ccm::test {

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

TEST_CASE("a first guess may be wrong in every part") {
  Scenario market = market_with_memory(ReferenceSource::own_type);
  market.customers[0].reference_price.effect = 0.1;
  market.minifactories[0].pricing.learn = true;
  market.minifactories[0].pricing.learning = {.first_guess = 2, .slope_guess = 0.5, .effect_guess = 0};
  const Seller seller(market);
  const TypeDemand& believed = seller.factory.services[0].demand[0];
  CHECK(believed.alpha == 80);
  CHECK(believed.beta == Approx(0.4));
  CHECK(believed.referenced.b == Approx(0.3));  // 0.4 - 0.1 of the absolute form, and half of twice that
  CHECK(believed.referenced.gain == 0);
}

TEST_CASE("what customers were told counts, not what was posted, and who was turned away says nothing of the price") {
  Scenario market = market_with_memory(ReferenceSource::own_type);
  market.minifactories[0].pricing.learn = true;
  market.minifactories[0].pricing.learning.first_guess = 2;
  Seller seller(market);
  for (const double price : {40.0, 50.0, 45.0, 60.0, 55.0, 42.0}) {  // the plan says 30 all the time
    for (int request = 0; request < 20; ++request) seller.selling.asked(takers, Money(price + (request % 2 == 0 ? 1 : -1)));
    for (int request = 0; request < 5; ++request) seller.selling.asked(takers, std::nullopt);
    CHECK(seller.selling.told(0, seller.plan.services[0])[0].value() == Approx(price));
    CHECK(seller.selling.told(0, seller.plan.services[0])[1] == Money(20));  // nobody asked
    seller.selling.sold(takers, Money(price), 32 - 0.32 * price);
    seller.close();
  }
  const TypeDemand& believed = seller.factory.services[0].demand[0];
  CHECK(believed.alpha == Approx(40));  // 25 customers ask, of whom 20 would have bought 32 units at price 0
  CHECK(believed.beta == Approx(0.4));
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
    for (int request = 0; request < 20; ++request) seller.selling.asked(takers, Money(price));
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
  CHECK(rows[0].believed == "first_guess");
  CHECK(rows[0].a == 80);
  CHECK_FALSE(rows[0].a_error.has_value());
  CHECK(rows[8].identified == "reference_effect");
  CHECK(rows[8].believed == "reference_effect");
  CHECK(rows[8].order_units == 1);
  CHECK(rows[8].g_error.value() == Approx(0).margin(1e-9));  // the data are exact
  CHECK(rows[8].periods == 5);
  CHECK(rows[8].a == Approx(40));
  CHECK(rows[8].b == Approx(0.4));
  CHECK(rows[8].g == Approx(0.1));
  CHECK(rows[9].periods == 0);  // bargainers never asked
}

}  // namespace ccm::test
