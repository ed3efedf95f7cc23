// Are distances on the globe right?

#include "models/logistics/distance.hpp"

#include <catch2/catch.hpp>
#include <numbers>

using namespace ccm;

TEST_CASE("great circles of known length") {
  const double radius = 6371.0088;
  CHECK(great_circle({0, 0}, {0, 0}).value() == 0);
  CHECK(great_circle({0, 0}, {0, 180}).value() == Approx(std::numbers::pi * radius).epsilon(1e-12));      // half the equator
  CHECK(great_circle({90, 0}, {0, 77}).value() == Approx(std::numbers::pi * radius / 2).epsilon(1e-12));  // pole to equator
  CHECK(great_circle({60, 10}, {60, 11}).value() == Approx(55.60).margin(0.01));  // cos 60° of one equatorial degree
  CHECK(great_circle({-33, 179}, {-33, -179}).value() == Approx(great_circle({-33, 9}, {-33, 11}).value()).epsilon(1e-12));  // date line
}

TEST_CASE("great circles are symmetric") {
  const GeoPoint bolzano{46.498, 11.354}, trento{46.067, 11.121};
  CHECK(great_circle(bolzano, trento).value() == great_circle(trento, bolzano).value());
  CHECK(great_circle(bolzano, trento).value() == Approx(51.1).margin(0.2));
}

TEST_CASE("a trip is handling plus road over speed") {
  const Travel travel{.detour = 1.5, .speed = KilometresPerHour(50), .handling = minutes(30)};
  const Kilometres road = road_distance({0, 0}, {0, 1}, travel);
  CHECK(road.value() == Approx(1.5 * 111.195).epsilon(1e-5));
  CHECK(in_hours(travel_time(Kilometres(100), travel)) == Approx(2.5));
}
