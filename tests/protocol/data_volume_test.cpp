// How many bytes does an order move?

#include <catch2/catch.hpp>

#include "models/random.hpp"
#include "scenarios/load.hpp"
#include "tests/protocol/market_story.hpp"

namespace ccm::test {
namespace {

double first_request(const Scenario& market) {
  RandomStream arrivals(static_cast<std::uint64_t>(market.seed), 1, "c1", "arrivals");
  return arrivals.exponential(market.time.period / 20).value();
}

/// The first order, whose product data (1 MB) a failure breaks half-way.
OrderRecord broken_order(Transfers transfers) {
  Scenario market = small_market();
  market.network.transfers = transfers;
  market.events = {event_at(Seconds(first_request(market) + 5 * talk + 5), {.link = "f1"}, Seconds(60))};
  const MarketStory story(market);
  const OrderRecord order = story.order(1);
  REQUIRE(order.state == "delivered");
  return order;
}

const double before_the_break = (5 - 0.1301) * 97000;  // bytes

}  // namespace

TEST_CASE("in scenario 01 an order moves seven messages and its product data, and a rejected request four messages") {
  // Until the delivery: request, call, quote, offer, acceptance, order, done. Until the rejection: request, call, quote, offer.
  const MarketStory story(load_scenario(std::string(CCM_SOURCE_DIR) + "/scenarios/01_first_order.yaml").scenario);
  CHECK(story.ended("delivered") > 10);
  CHECK(story.ended("rejected") > 10);
  for (const OrderRecord& order : story.orders()) {
    if (order.state == "delivered") CHECK(order.data_b == 7 * 1000 + 2e6);
    if (order.state == "rejected") CHECK(order.data_b == 4 * 1000);
  }
}

TEST_CASE("an order whose product data restart moves them as far as they came, and once more") {
  CHECK(broken_order(Transfers::restart).data_b == Approx(6000 + before_the_break + 1'001'000).epsilon(1e-6));
}

TEST_CASE("an order whose product data resume moves each byte once") {
  CHECK(broken_order(Transfers::resume).data_b == Approx(6000 + 1'001'000).margin(1));
}

TEST_CASE("a request that is made in vain moves its bytes each time") {
  Scenario market = small_market();
  market.customers[0].patience = days(1);
  market.events = {event_at(Seconds(0), {.host = "operator"}, days(20))};
  const MarketStory story(market);
  // Seven times in a day, at 0, 1.2, 2.5, 4.2, 6.5, 10.2 and 16.5 h.
  for (const OrderRecord& order : story.orders())
    if (order.state == "expired") CHECK(order.data_b == 7 * 1000);
}

TEST_CASE("bytes of orders are not counted where there is no table of orders") {
  Scenario market = small_market();
  market.results.orders = false;
  const MarketStory story(market);
  for (const OrderRecord& order : story.orders()) CHECK(order.data_b == 0);
}

}  // namespace ccm::test
