// Is what is due the price on the average?

#include "models/market/revenue.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

TEST_CASE("the amount is in proportion to what was measured") {
  CHECK(amount_due(Money(60), 30, 30) == Money(60));
  CHECK(amount_due(Money(60), 45, 30) == Money(90));
  CHECK(amount_due(Money(60), 0, 30) == Money(0));
  CHECK(amount_due(Money(60), 1, 1e-3).value() == Approx(60000));
}

TEST_CASE("uses that come one by one cost the price divided by those expected") {
  Money total{0};
  for (int use = 0; use < 12; ++use) total += amount_due(Money(60), 1, 10);
  CHECK(total.value() == Approx(72));
}

TEST_CASE("each day of delay costs its fee, until nothing is left") {
  CHECK(amount_due_late(Money(60), 0.1, days(2.5)).value() == Approx(45));
  CHECK(amount_due_late(Money(60), 0.1, days(10)).value() == Approx(0).margin(1e-12));
  CHECK(amount_due_late(Money(60), 0.1, days(11)) == Money(0));
  CHECK(amount_due_late(Money(60), 0, days(1000)) == Money(60));
}

TEST_CASE("who is early or in time pays the whole price, and no more") {
  CHECK(amount_due_late(Money(60), 0.1, Seconds(0)) == Money(60));
  CHECK(amount_due_late(Money(60), 0.1, days(-3)) == Money(60));
}

TEST_CASE("measures and fees outside of their range are refused") {
  CHECK_THROWS_AS(amount_due(Money(60), -1, 10), ModelError);
  CHECK_THROWS_AS(amount_due(Money(60), 1, 0), ModelError);
  CHECK_THROWS_AS(amount_due(Money(60), std::nan(""), 10), ModelError);
  CHECK_THROWS_AS(amount_due_late(Money(60), -0.1, days(1)), ModelError);
}
