// Does the reference price follow what is paid?

#include "models/demand/reference_price.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

TEST_CASE("one step of r' = theta r + (1 - theta) p") {
  CHECK(next_reference(Money(20), Money(30), 0.7)->value() == Approx(23));
  CHECK(next_reference(Money(20), Money(30), 0.0)->value() == 30);  // only the last price is remembered
}

TEST_CASE("without a sale the reference stays; without a reference the first price becomes it") {
  CHECK(next_reference(Money(20), std::nullopt, 0.7) == Money(20));
  CHECK(next_reference(std::nullopt, Money(30), 0.7) == Money(30));
  CHECK(next_reference(std::nullopt, std::nullopt, 0.7) == std::nullopt);
}

TEST_CASE("half of an old price is forgotten after ln(1/2)/ln(theta) periods") {
  const double memory = std::pow(0.5, 1.0 / 8);  // eight periods
  std::optional<Money> reference = Money(100);
  for (int period = 0; period < 8; ++period) reference = next_reference(reference, Money(0), memory);
  CHECK(reference->value() == Approx(50));
}

TEST_CASE("a memory outside [0, 1) is refused") {
  CHECK_THROWS_AS(next_reference(Money(1), Money(1), 1.0), ModelError);
  CHECK_THROWS_AS(next_reference(Money(1), Money(1), -0.1), ModelError);
  CHECK_THROWS_AS(next_reference(Money(1), Money(1), std::nan("")), ModelError);
}
