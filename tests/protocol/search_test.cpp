// Whom do bargainers ask, when do they stop, and when do they not even begin?

#include "models/market/negotiation/search.hpp"

#include <catch2/catch.hpp>

#include "tests/protocol/negotiated_market.hpp"

namespace ccm::test {
namespace {

/// Bargainers who make no offers of their own, and are told of the prices every day: in the order of distance 30, 60, 27, 18, 24 and 15.
/// With A = 15, B = 60 and 0.50 a quote the reservation price is 15 + sqrt(2 0.5 45) = 21.7.
Scenario searched_market() {
  Scenario market = negotiated_market(CustomerType::bargainer);
  market.market.bulletin = days(1);
  market.customers[0].talks.rounds = 0;
  market.customers[0].talks.quote_cost = Money(0.5);
  for (const double wage : {20.0, 9.0, 6.0, 8.0, 5.0}) add_competitor(market, "f" + std::to_string(static_cast<int>(wage)), wage);
  return market;
}

constexpr double reservation_price = 21.708;

/// Those who asked when the first bulletin was out, and whose patience ended before the horizon.
template <class Check>
void for_informed(const MarketStory& story, Check check) {
  int informed = 0;
  for (const OrderRecord& order : story.orders())
    if (order.requested_at_d > 1.001 && order.state != "open") check(order), ++informed;
  CHECK(informed > 20);
}

void bought_at_the_fourth(const OrderRecord& order) {
  CHECK(order.quotes == 4);
  CHECK(order.minifactory == "f6");
  CHECK(order.bargaining_costs == Approx(4 * 0.5));
  CHECK(order.price == Approx(18));
}

}  // namespace

TEST_CASE("bargainers search as long as their reservation price says, and pay for every quote") {
  CHECK(sequential_search({Money(15), Money(60), Money(0.5)}).reservation_price.value() == Approx(reservation_price).epsilon(1e-4));
  for_informed(MarketStory(searched_market()), bought_at_the_fourth);
}

TEST_CASE("to whom the product is worth no more than the reservation price, the search is worth nothing, and asks nobody") {
  Scenario market = searched_market();
  market.customers[0].lowest_value = Money(-50);  // values from there to 100
  market.customers[0].alpha = 80;
  market.customers[0].beta = 0.8;
  int idle = 0;
  for_informed(MarketStory(market), [&](const OrderRecord& order) {
    if (order.willingness_to_pay > reservation_price) return bought_at_the_fourth(order);
    ++idle;
    CHECK(order.state == "expired");
    CHECK(order.quotes == 0);
    CHECK(order.bargaining_costs == 0);
  });
  CHECK(idle > 10);
}

TEST_CASE("without a bulletin a bargainer asks one minifactory, and goes on only if that may pay") {
  Scenario market = searched_market();
  market.market.bulletin.reset();
  market.customers[0].lowest_value = Money(0);
  market.customers[0].talks.look_again = days(20);
  const MarketStory story(market);
  // It hears of 30, and so did those before it: R is 30 and the cost of a quote, which whoever finds 30 too dear does not reach.
  for (const OrderRecord& order : story.orders()) {
    if (order.state == "open") continue;
    CHECK(order.state == (order.willingness_to_pay >= 30 ? "delivered" : "expired"));
    CHECK(order.quotes == 1);
  }
  CHECK(story.ended("expired") > 5);
  CHECK(story.ended("delivered") > 5);
}

TEST_CASE("who may talk the price down searches on whatever the product is worth") {
  Scenario market = searched_market();
  market.customers[0].lowest_value = Money(0);
  market.customers[0].talks.rounds = 5;
  for_informed(MarketStory(market), [](const OrderRecord& order) {
    CHECK(order.quotes == 4);
    CHECK(order.minifactory == "f6");
    CHECK(order.asked_price == Approx(18));
  });
}

}  // namespace ccm::test
