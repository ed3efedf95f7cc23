// Are both demand forms one function, and does the choke price end the demand?

#include "models/demand/reference_demand.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

TEST_CASE("the absolute form is the difference form with b = beta - gamma") {
  const LinearDemand absolute{.alpha = 100, .beta = 2, .gain = 0.5, .loss = 0.5};
  const ReferenceDemand same = reference_demand(absolute);
  for (const double price : {10.0, 20.0, 35.0})
    for (const double reference : {15.0, 30.0})
      CHECK(demand_at(same, Money(price), Money(reference)) == Approx(expected_sales(absolute, Money(price), Money(reference))));
}

TEST_CASE("gains and losses have their own slopes") {
  const ReferenceDemand demand{.a = 100, .b = 2, .gain = 0.5, .loss = 3};
  CHECK(demand_at(demand, Money(20), Money(30)) == Approx(100 - 40 + 5));
  CHECK(demand_at(demand, Money(30), Money(20)) == Approx(100 - 60 - 30));
  CHECK(demand_at(demand, Money(40), Money(20)) == 0);
}

TEST_CASE("demand ends at the choke price, on either side of the reference") {
  const ReferenceDemand demand{.a = 100, .b = 2, .gain = 0.5, .loss = 3};
  CHECK(choke_price(demand, Money(20)).value() == Approx(160.0 / 5));    // above the reference: (a + gL r) / (b + gL)
  CHECK(choke_price(demand, Money(60)).value() == Approx(130.0 / 2.5));  // below it: (a + gG r) / (b + gG)
  for (const double reference : {5.0, 20.0, 49.0, 51.0, 60.0}) {
    const Money choke = choke_price(demand, Money(reference));
    CHECK(demand_at(demand, choke, Money(reference)) == Approx(0).margin(1e-12));
    CHECK(demand_at(demand, choke - Money(0.01), Money(reference)) > 0);
  }
}
