// What does one read in the prices that are published?

#include "models/market/market_report.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace ccm;

namespace {

constexpr Wanted takers{0, CustomerType::price_taker}, bargainers{0, CustomerType::bargainer}, others{1, CustomerType::price_taker};

/// Three minifactories, of which the first asks takers two prices, by order size.
MarketReport report() {
  return MarketReport({{2, takers, Money(40)},
                       {0, takers, Money(30)},
                       {1, others, Money(99)},
                       {0, takers, Money(20)},
                       {1, takers, Money(50)},
                       {1, bargainers, Money(10)}});
}

}  // namespace

TEST_CASE("prices are told apart by what they are asked for") {
  CHECK(report().wanted() == std::vector{takers, bargainers, others});
  CHECK(report().count(takers) == 4);
  CHECK(report().count(bargainers) == 1);
  CHECK(report().count({1, CustomerType::bargainer}) == 0);
  CHECK(report().asks().size() == 6);
}

TEST_CASE("mean and range are of all prices") {
  CHECK(report().mean(takers)->value() == Approx(35));
  CHECK(report().range(takers)->lowest == Money(20));
  CHECK(report().range(takers)->highest == Money(50));
  CHECK(*report().mean(others) == Money(99));
}

TEST_CASE("rivals are all but oneself") {
  CHECK(report().rivals_mean(takers, 0)->value() == Approx(45));
  CHECK(report().rivals_mean(takers, 1)->value() == Approx(30));
  CHECK(report().rivals_mean(takers, 7)->value() == Approx(35));
  CHECK(*report().rivals_lowest(takers, 0) == Money(40));
  CHECK(*report().rivals_lowest(takers, 2) == Money(20));
}

TEST_CASE("who has no rivals, or asks for what nobody offers, reads nothing") {
  CHECK_FALSE(report().rivals_mean(others, 1).has_value());
  CHECK_FALSE(report().rivals_lowest(bargainers, 1).has_value());
  const Wanted nothing{5, CustomerType::negotiator};
  CHECK_FALSE(report().mean(nothing).has_value());
  CHECK_FALSE(report().range(nothing).has_value());
  CHECK(MarketReport({}).wanted().empty());
}

TEST_CASE("the order in which prices were posted does not matter") {
  auto asks = report().asks();
  std::reverse(asks.begin(), asks.end());
  const MarketReport other(asks);
  CHECK(*other.mean(takers) == *report().mean(takers));
  CHECK(*other.rivals_mean(takers, 0) == *report().rivals_mean(takers, 0));
}
