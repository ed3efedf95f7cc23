// Does what customers remember follow what they see?

#include "models/demand/price_memory.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/error.hpp"

using namespace ccm;

namespace {

std::optional<Remembered> both(double price) { return Remembered{Money(price), Money(price)}; }

double reference(const PriceMemory& memory, std::initializer_list<double> prices) {
  std::optional<Remembered> now;
  for (const double price : prices) now = remember(memory, now, Money(price));
  return now->reference.value();
}

}  // namespace

TEST_CASE("one step of r' = theta r + (1 - theta) p") {
  CHECK(reference({MemoryKind::exponential, 0.7}, {20, 30}) == Approx(23));
  CHECK(reference({MemoryKind::exponential, 0.0}, {20, 30}) == 30);  // only the last price is remembered
}

TEST_CASE("without a price what is remembered stays, and the first price is remembered as it is") {
  for (const MemoryKind kind :
       {MemoryKind::exponential, MemoryKind::peak_end_lowest, MemoryKind::peak_end_highest, MemoryKind::last_price}) {
    CHECK(remember({kind, 0.7}, both(20), std::nullopt) == both(20));
    CHECK(remember({kind, 0.7}, std::nullopt, Money(30)) == both(30));
    CHECK(remember({kind, 0.7}, std::nullopt, std::nullopt) == std::nullopt);
  }
}

TEST_CASE("half of an old price is forgotten after ln(1/2)/ln(theta) periods") {
  const double theta = std::pow(0.5, 1.0 / 8);  // eight periods
  CHECK(reference({MemoryKind::exponential, theta}, {100, 0, 0, 0, 0, 0, 0, 0, 0}) == Approx(50));
}

TEST_CASE("peak-end memory mixes the extreme price with the last one") {
  const PriceMemory lowest{MemoryKind::peak_end_lowest, 0.5}, highest{MemoryKind::peak_end_highest, 0.5};
  CHECK(reference(lowest, {20, 10, 40}) == Approx(25));   // lowest 10, last 40
  CHECK(reference(lowest, {20, 10, 4}) == Approx(4));     // the last is the lowest: a cut works at once
  CHECK(reference(highest, {20, 40, 10}) == Approx(25));  // highest 40, last 10
  CHECK(reference(highest, {20, 40, 10, 30}) == Approx(35));
}

TEST_CASE("the last price alone") { CHECK(reference({MemoryKind::last_price, 0.9}, {20, 40, 30}) == 30); }

TEST_CASE("a memory below 0, or not below 1, is refused") {
  for (const double theta : {1.0, -0.1, std::nan("")})
    CHECK_THROWS_AS(remember({MemoryKind::exponential, theta}, both(1), Money(1)), ModelError);
}
