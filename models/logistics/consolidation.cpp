// Which shipments share a vehicle, what does each bear of the trip, and when does it leave?

#include "models/logistics/consolidation.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

void add(Load& load, std::size_t shipment, Kilograms mass) {
  load.pieces.push_back({shipment, mass});
  load.mass += mass;
}

void add_to_first_fit(std::vector<Load>& loads, std::size_t shipment, Kilograms mass, Kilograms payload) {
  const auto room = std::ranges::find_if(loads, [&](const Load& load) { return load.mass + mass <= payload; });
  add(room == loads.end() ? loads.emplace_back() : *room, shipment, mass);
}

/// The share of a whole; the last one is what is left.
double weight(const Load& load, const Load::Piece& piece) {
  return load.mass > Kilograms(0) ? piece.mass / load.mass : 1 / static_cast<double>(load.pieces.size());
}

}  // namespace

std::vector<Load> loads_of(const std::vector<Kilograms>& masses, Kilograms payload) {
  require(payload > Kilograms(0), "loading: the payload must be positive");
  std::vector<Load> loads;
  for (std::size_t i = 0; i < masses.size(); ++i) {
    require(masses[i] >= Kilograms(0), "loading: a mass must not be negative");
    Kilograms left = masses[i];
    for (; left > payload; left -= payload) add(loads.emplace_back(), i, payload);
    add_to_first_fit(loads, i, left, payload);
  }
  return loads;
}

std::vector<Freight> shares_of(const Load& load, const Freight& of_trip) {
  std::vector<Freight> shares;
  Freight left = of_trip;
  for (const Load::Piece& piece : load.pieces) {
    shares.push_back(&piece == &load.pieces.back() ? left : of_trip * weight(load, piece));
    left += shares.back() * -1;
  }
  return shares;
}

double trips_alone(Kilograms mass, Kilograms payload) { return std::max(1.0, std::ceil(mass / payload)); }

Freight freight_alone(const Vehicle& vehicle, const Way& way, Kilograms mass) {
  const double full = trips_alone(mass, vehicle.payload) - 1;
  const Kilograms rest = std::clamp(mass - vehicle.payload * full, Kilograms(0), vehicle.payload);
  const Freight last = freight_of_trip(vehicle, way, rest);
  return full > 0 ? freight_of_trip(vehicle, way, vehicle.payload) * full + last : last;
}

Seconds next_departure(const Departures& departures, Seconds ready) {
  require(departures.first >= Seconds(0) && departures.every > Seconds(0), "departures: they begin at 0 or later, some time apart");
  const auto departure = [&](double number) { return departures.first + departures.every * number; };
  double number = std::max(0.0, std::ceil((ready - departures.first) / departures.every));
  while (departure(number) < ready) ++number;
  while (number > 0 && departure(number - 1) >= ready) --number;
  return departure(number);
}

double expected_sharing(double mean, double load) {
  require(mean >= 0 && load >= 0 && load <= 1, "sharing: the mean must not be negative, and the load must lie in [0, 1]");
  return std::max(mean > 0 ? -std::expm1(-mean) / mean : 1.0, load);
}

}  // namespace ccm
