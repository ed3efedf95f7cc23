// Do a bid and an ask trade at a price that suits both?

#include "models/market/clearing.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

using namespace ccm;

TEST_CASE("one buyer and one seller split the difference by k, or do not trade") {
  CHECK(double_auction_price(Money(30), Money(20), 0.25)->value() == Approx(22.5));
  CHECK(*double_auction_price(Money(30), Money(20), 0) == Money(20));
  CHECK(*double_auction_price(Money(30), Money(20), 1) == Money(30));
  CHECK(*double_auction_price(Money(20), Money(20), 0.5) == Money(20));
  CHECK_FALSE(double_auction_price(Money(19.9), Money(20), 0.5));
  CHECK_THROWS_AS(double_auction_price(Money(30), Money(20), 1.1), ModelError);
}
