// Do trips cost and emit what the tables say?

#include "models/logistics/vehicle.hpp"

#include <catch2/catch.hpp>

#include "models/error.hpp"

using namespace ccm;

namespace {

const Vehicle& built_in(std::string_view name) {
  for (const Vehicle& vehicle : built_in_vehicles())
    if (vehicle.name == name) return vehicle;
  throw ModelError("no such vehicle");
}

constexpr double last_digit = 0.5e-5;  // the table has five decimals

}  // namespace

TEST_CASE("rows of the UK factors of 2025: a rigid truck of 3.5 to 7.5 t, empty, half full, full, and on the average") {
  const Vehicle& truck = built_in("truck");
  CHECK(emission(truck, Kilograms(0)).value() == Approx(0.46138).margin(1e-12));
  CHECK(emission(truck, Kilograms(1090)).value() == Approx(0.50103).margin(last_digit));
  CHECK(emission(truck, Kilograms(2180)).value() == Approx(0.54068).margin(1e-12));
  // The average truck is laden to 43 %: (0.49548 - 0.46138) / (0.54068 - 0.46138) = 0.4300.
  CHECK(emission(truck, truck.payload * 0.43).value() == Approx(0.49548).margin(last_digit));
}

TEST_CASE("an average van emits as much per km whatever it carries") {
  const Vehicle& van = built_in("van");
  CHECK(emission(van, Kilograms(0)).value() == 0.25561);
  CHECK(emission(van, Kilograms(700)).value() == 0.25561);
}

TEST_CASE("a dedicated trip counts the way back, empty, while goods among others' goods count tonnes times kilometres") {
  Vehicle truck = built_in("truck");
  truck.cost_per_trip = Money(20);
  truck.cost_per_km = MoneyPerKilometre(0.5);
  truck.cost_per_hour = MoneyPerHour(30);
  truck.cost_per_tkm = MoneyPerTonneKilometre(0.2);
  const Way way{Kilometres(100), hours(2), Money(7)};
  const Freight own = freight_of_trip(truck, way, Kilograms(1090));
  CHECK(own.cost.value() == Approx(20 + 2 * (50 + 60 + 7)));
  CHECK(own.co2.value() == Approx(50.103 + 46.138).margin(100 * last_digit));
  truck.counting = FreightCounting::tonne_km;
  const Freight shared = freight_of_trip(truck, way, Kilograms(1090));
  CHECK(shared.cost.value() == Approx(20 + 0.2 * 109));
  CHECK(shared.co2.value() == Approx(0.52761 * 109));
}

TEST_CASE("a parcel of 2 kg in a van of its own emits hundreds of times what tonne-kilometres would count") {
  Vehicle van = built_in("van");
  const Way way{Kilometres(50), hours(1), Money(0)};
  const double own = freight_of_trip(van, way, Kilograms(2)).co2.value();
  van.counting = FreightCounting::tonne_km;
  const double counted = freight_of_trip(van, way, Kilograms(2)).co2.value();
  CHECK(own == Approx(25.561));
  CHECK(counted == Approx(0.06313));
}

TEST_CASE("a load below nothing or above the payload is refused") {
  for (const double kg : {-1.0, 1200.1}) {
    CHECK_THROWS_AS(emission(built_in("van"), Kilograms(kg)), ModelError);
    CHECK_THROWS_AS(freight_of_trip(built_in("van"), {}, Kilograms(kg)), ModelError);
  }
}
