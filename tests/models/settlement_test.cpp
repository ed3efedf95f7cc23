// Does money only move, and never appear or vanish?

#include "models/market/settlement.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

TEST_CASE("a payment is split into commission and the rest") {
  const Settlement shares = settle(Money(80), 0.05);
  CHECK(shares.to_operator.value() == Approx(4));
  CHECK(shares.to_seller.value() == Approx(76));
  CHECK(settle(Money(80), 0).to_seller == Money(80));
  CHECK(settle(Money(80), 1).to_seller == Money(0));
}

TEST_CASE("a price leaves what is needed after the commission, and none does if the operator keeps it all") {
  for (const double commission : {0.0, 0.05, 0.6})
    CHECK(settle(price_that_leaves(Money(19), commission), commission).to_seller.value() == Approx(19));
  CHECK(price_that_leaves(Money(19), 0) == Money(19));
  CHECK(price_that_leaves(Money(0), 1) == Money(0));
  CHECK(std::isinf(price_that_leaves(Money(19), 1).value()));
  CHECK_THROWS_AS(price_that_leaves(Money(-1), 0.5), ModelError);
  CHECK_THROWS_AS(price_that_leaves(Money(1), 1.01), ModelError);
}

TEST_CASE("what is paid is received, transfer by transfer") {
  Ledger ledger(3);
  ledger.transfer(0, 1, Money(10));
  ledger.transfer(0, 2, Money(2.5));
  ledger.transfer(2, 1, Money(1));
  Money paid, received;
  for (const Account& account : ledger.accounts()) {
    paid += account.paid;
    received += account.received;
  }
  CHECK(paid == received);
  CHECK(ledger.accounts()[0].paid == Money(12.5));
  CHECK(ledger.accounts()[1].received == Money(11));
}

TEST_CASE("impossible payments are refused") {
  CHECK_THROWS_AS(settle(Money(1), -0.1), ModelError);
  CHECK_THROWS_AS(settle(Money(1), 1.1), ModelError);
  Ledger ledger(2);
  CHECK_THROWS_AS(ledger.transfer(0, 1, Money(-1)), ModelError);
}
