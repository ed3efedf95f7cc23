#pragma once
/// Where places are, what drives between them, and when.

#include <optional>
#include <string>
#include <vector>

#include "models/logistics/consolidation.hpp"
#include "models/logistics/distance.hpp"
#include "models/logistics/vehicle.hpp"
#include "models/units.hpp"

namespace ccm {

/// A place; loading turns the city into its coordinates.
struct PlaceSpec {
  std::string name;
  std::optional<GeoPoint> at;
  std::optional<std::string> city;
};

struct RoadSpec {
  std::vector<std::string> between;  // two places
  Kilometres distance{0};
  std::optional<Seconds> time;
  Money toll{0};
};

/// A vehicle; loading fills what it leaves out from the built-in model.
struct VehicleSpec {
  std::string name;
  std::optional<std::string> model;
  std::optional<Kilograms> payload;
  FreightCounting counting = FreightCounting::trip;
  Money cost_per_trip{0};
  MoneyPerKilometre cost_per_km{0};
  MoneyPerHour cost_per_hour{0};
  MoneyPerTonneKilometre cost_per_tkm{0};
  std::optional<KilogramsPerKilometre> co2_per_km_empty;
  std::optional<KilogramsPerKilometre> co2_per_km_full;
  std::optional<KilogramsPerTonneKilometre> co2_per_tkm;
};

/// How a minifactory ships: each product when it is done, or at departures.
struct ShippingSpec {
  std::string vehicle = "van";
  std::optional<Departures> departures;
};

/// Whether the product is brought, or the customer fetches it.
enum class DeliveryMode { delivery, pickup };

}  // namespace ccm
