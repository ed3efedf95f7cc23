// Do shipments share vehicles as the rule says, and is every cost borne by somebody?

#include "models/logistics/consolidation.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models/error.hpp"
#include "models/random.hpp"

using namespace ccm;

namespace {

std::vector<std::vector<double>> masses_of(const std::vector<Load>& loads) {
  std::vector<std::vector<double>> masses;
  for (const Load& load : loads) {
    masses.emplace_back();
    for (const Load::Piece& piece : load.pieces) masses.back().push_back(piece.mass.value());
  }
  return masses;
}

using Masses = std::vector<std::vector<double>>;

std::vector<Kilograms> kilograms(const std::vector<double>& values) { return {values.begin(), values.end()}; }

}  // namespace

TEST_CASE("shipments go into the first vehicle with room for all of them") {
  CHECK(masses_of(loads_of(kilograms({}), Kilograms(10))).empty());
  CHECK(masses_of(loads_of(kilograms({4, 6, 1}), Kilograms(10))) == Masses{{4, 6}, {1}});
  CHECK(masses_of(loads_of(kilograms({6, 6, 4, 3, 1}), Kilograms(10))) == Masses{{6, 4}, {6, 3, 1}});
  CHECK(masses_of(loads_of(kilograms({0, 0, 0}), Kilograms(10))) == Masses{{0, 0, 0}});
}

TEST_CASE("a shipment above the payload takes several trips, and the last one has room for others") {
  CHECK(masses_of(loads_of(kilograms({25, 5}), Kilograms(10))) == Masses{{10}, {10}, {5, 5}});
  CHECK(masses_of(loads_of(kilograms({20, 5}), Kilograms(10))) == Masses{{10}, {10}, {5}});
  CHECK(trips_alone(Kilograms(25), Kilograms(10)) == 3);
  CHECK(trips_alone(Kilograms(20), Kilograms(10)) == 2);
  CHECK(trips_alone(Kilograms(0), Kilograms(10)) == 1);
}

TEST_CASE("random shipments: nothing is lost or overloaded, and the shares are the trip's freight") {
  RandomStream chance(3, 1, "loads", "masses");
  const Vehicle vehicle{
      .payload = Kilograms(100), .co2_per_km_empty = KilogramsPerKilometre(0.3), .co2_per_km_full = KilogramsPerKilometre(0.7)};
  for (int run = 0; run < 300; ++run) {
    std::vector<Kilograms> masses;
    for (std::size_t i = 0; i <= chance.index(12); ++i) masses.emplace_back(chance.uniform(0, 1) < 0.2 ? 0 : chance.uniform(0, 260));
    std::vector<double> left(masses.size());
    std::transform(masses.begin(), masses.end(), left.begin(), [](Kilograms mass) { return mass.value(); });
    for (const Load& load : loads_of(masses, vehicle.payload)) {
      const Freight trip = freight_of_trip(vehicle, {Kilometres(77), hours(1), Money(3)}, load.mass) + Freight{Money(31.7)};
      Freight sum;
      for (const Freight& share : shares_of(load, trip)) sum += share;
      // A dozen additions err by less than a dozen units in the last place.
      CHECK(sum.cost.value() == Approx(trip.cost.value()).epsilon(1e-14));
      CHECK(sum.co2.value() == Approx(trip.co2.value()).epsilon(1e-14));
      for (const Load::Piece& piece : load.pieces) left[piece.shipment] -= piece.mass.value();
    }
    for (const double kg : left) CHECK(kg == Approx(0).margin(1e-12));
  }
}

TEST_CASE("a trip is shared by mass, or alike if nothing weighs anything") {
  const auto costs = [](std::vector<double> masses) {
    std::vector<double> shared;
    for (const Freight& share : shares_of(loads_of(kilograms(masses), Kilograms(10)).front(), {Money(60), Kilograms(6)}))
      shared.push_back(share.cost.value());
    return shared;
  };
  CHECK(costs({1, 2, 3}) == std::vector<double>{10, 20, 30});
  CHECK(costs({0, 0}) == std::vector<double>{30, 30});
  CHECK(costs({0, 5}) == std::vector<double>{0, 60});
}

TEST_CASE("a lone shipment pays for full vehicles and one with the rest") {
  const Vehicle vehicle{.payload = Kilograms(10), .co2_per_km_full = KilogramsPerKilometre(1), .cost_per_trip = Money(4)};
  const Way way{Kilometres(100), hours(1), Money(0)};
  const Freight freight = freight_alone(vehicle, way, Kilograms(25));
  CHECK(freight.cost == Money(12));
  CHECK(freight.co2.value() == Approx(100 + 100 + 50));
  CHECK(freight_alone(vehicle, way, Kilograms(0)).cost == Money(4));
}

TEST_CASE("the next departure is at the ready time or the first one after it") {
  const Departures daily{hours(16), days(1)};
  CHECK(next_departure(daily, Seconds(0)) == hours(16));
  CHECK(next_departure(daily, hours(16)) == hours(16));
  CHECK(next_departure(daily, hours(16) + Seconds(1)) == hours(40));
  CHECK(next_departure(daily, days(300)) == days(300) + hours(16));
  const Departures odd{Seconds(0.1), Seconds(0.3)};
  for (int i = 0; i < 2000; ++i) {
    const Seconds ready(i * 0.0371);
    const Seconds left = next_departure(odd, ready);
    CHECK(left >= ready);
    CHECK(next_departure(odd, left) == left);
    CHECK((left - ready).value() <= 0.3 + 1e-9);
  }
}

TEST_CASE("sharing: simulated departures need as many vehicles as expected") {
  RandomStream chance(5, 1, "departures", "shipments");
  constexpr int departures = 40'000;
  for (const double mean : {0.2, 1.0, 4.0}) {
    int shipments = 0, vehicles = 0;
    for (int i = 0; i < departures; ++i) {
      const auto some = static_cast<int>(chance.poisson(mean));
      shipments += some;
      vehicles += some > 0;
    }
    // Vehicles are binomial: their relative standard deviation is below 1 / sqrt(0.18 * 40000) = 1.2 %, shipments' about as much; the two
    // go together, so three per cent are more than 2.6 standard deviations.
    CHECK(static_cast<double>(vehicles) / shipments == Approx(expected_sharing(mean, 0)).epsilon(0.03));
  }
  CHECK(expected_sharing(0, 0.3) == 1);
  CHECK(expected_sharing(50, 0.3) == 0.3);
}

TEST_CASE("loads, departures and sharing that make no sense are refused") {
  CHECK_THROWS_AS(loads_of(kilograms({1}), Kilograms(0)), ModelError);
  CHECK_THROWS_AS(loads_of(kilograms({-1}), Kilograms(1)), ModelError);
  CHECK_THROWS_AS(next_departure({Seconds(-1), days(1)}, Seconds(0)), ModelError);
  CHECK_THROWS_AS(next_departure({Seconds(0), Seconds(0)}, Seconds(0)), ModelError);
  CHECK_THROWS_AS(expected_sharing(-1, 0), ModelError);
  CHECK_THROWS_AS(expected_sharing(1, 1.1), ModelError);
}
