// Are numbers and units read as they are meant, and written so that they read back?

#include "scenarios/dimension.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace ccm;

TEST_CASE("numbers are decimal, finite and without an octal look") {
  CHECK(parse_number("26") == 26);
  CHECK(parse_number("-0.5") == -0.5);
  CHECK(parse_number("+1.5e3") == 1500);
  CHECK(parse_number("0") == 0);
  CHECK(parse_number("0.25") == 0.25);
  for (const char* wrong : {"", "010", "-007", "0x1f", "nan", "inf", "-inf", "1e999", "1,5", "1 000", "12a", ".", "e5", " 1"}) {
    INFO(wrong);
    CHECK_FALSE(parse_number(wrong));
  }
}

TEST_CASE("a measure is a number and a unit") {
  const auto measure = split_measure("26 d");
  CHECK(measure->number == 26);
  CHECK(measure->unit == "d");
  CHECK(split_measure("100Mbps")->unit == "Mbps");
  CHECK(split_measure("7")->unit.empty());
  CHECK_FALSE(split_measure("d 26"));
  CHECK_FALSE(split_measure("010 d"));
}

TEST_CASE("every unit of a dimension is what it says") {
  const UnitContext context{.currency = "CHF", .shift = hours(8)};
  const auto factor = [&](Dimension dimension, const std::string& name) {
    for (const Unit& unit : units_of(dimension, context))
      if (unit.name == name) return unit.factor;
    return -1.0;
  };
  CHECK(factor(Dimension::duration, "wk") == 7 * 24 * 3600);
  CHECK(factor(Dimension::bandwidth, "Mbps") == 1e6 / 8);
  CHECK(factor(Dimension::bytes, "MiB") == 1024 * 1024);
  CHECK(factor(Dimension::power, "MW") == 1000);
  CHECK(factor(Dimension::speed, "m/s") == 3.6);
  CHECK(factor(Dimension::wage, "CHF/shift") == Approx(1.0 / 8));
  CHECK(factor(Dimension::wage, "EUR/h") == -1);
  CHECK(factor(Dimension::energy_price, "CHF/kWmin") == 60);
}

TEST_CASE("quantities are written with few digits and read back exactly") {
  const UnitContext context;
  CHECK(quantity_text(26 * 86400, Dimension::duration, context) == "26 d");
  CHECK(quantity_text(600, Dimension::duration, context) == "10 min");
  CHECK(quantity_text(0, Dimension::duration, context) == "0 s");
  CHECK(quantity_text(12.5e6, Dimension::bandwidth, context) == "100 Mbps");
  std::mt19937_64 random(3);
  for (int i = 0; i < 2000; ++i) {
    const double value = static_cast<double>(random() >> 20) * 1e-3;
    const auto measure = split_measure(quantity_text(value, Dimension::duration, context));
    for (const Unit& unit : units_of(Dimension::duration, context))
      if (unit.name == measure->unit) CHECK(measure->number * unit.factor == value);
  }
}
