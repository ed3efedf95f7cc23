#pragma once
/// Shipments that share vehicles, and when they leave.

#include <vector>

#include "models/logistics/vehicle.hpp"

namespace ccm {

/// What leaves in one vehicle: shipments, by their position in the list, or parts of them.
struct Load {
  struct Piece {
    std::size_t shipment = 0;
    Kilograms mass{0};
  };
  std::vector<Piece> pieces;
  Kilograms mass{0};
};

/// Loads shipments for one destination in their order, each into the first vehicle that still has room for all of it. One above the payload
/// fills vehicles of its own, and what is left of it is loaded like a shipment (first fit).
/// masses  >= 0;  payload  > 0; else ModelError.     Tested by: tests/models/consolidation_test.cpp.
[[nodiscard]] std::vector<Load> loads_of(const std::vector<Kilograms>& masses, Kilograms payload);

/// What each piece of a load bears of the trip's freight: by mass, or alike if nothing weighs anything. The last piece bears what is left,
/// so that nothing is lost in rounding.     Tested by: tests/models/consolidation_test.cpp.
[[nodiscard]] std::vector<Freight> shares_of(const Load& load, const Freight& of_trip);

/// How many vehicles a shipment needs that travels alone (>= 1).
[[nodiscard]] double trips_alone(Kilograms mass, Kilograms payload);

/// Freight of a shipment that travels alone.
[[nodiscard]] Freight freight_alone(const Vehicle& vehicle, const Way& way, Kilograms mass);

/// Departures at first, first + every, first + 2 every, ...
/// first  >= 0 s;  every  > 0 s; else ModelError.
struct Departures {
  Seconds first{0};
  Seconds every = days(1);
};

/// The first departure at `ready` or later.     Tested by: tests/models/consolidation_test.cpp.
[[nodiscard]] Seconds next_departure(const Departures& departures, Seconds ready);

/// What part of the vehicles of lone shipments is still needed when shipments to one place, which come at random (Poisson), `mean` per
/// departure, share them:     max((1 - e^-mean) / mean, load),     the share of departures at which something leaves per shipment, or the
/// part of a vehicle that a shipment fills if that is more. mean  >= 0;  load  mass over the payload of the vehicles that it needs alone,
/// in [0, 1]; else ModelError. Tested by: tests/models/consolidation_test.cpp.
[[nodiscard]] double expected_sharing(double mean, double load);

}  // namespace ccm
