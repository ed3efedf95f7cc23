#pragma once
/// The facts of trips.

#include <cstdint>
#include <string_view>
#include <tuple>

#include "models/record_table.hpp"

namespace ccm {

/// One trip of a vehicle with goods.
struct ShipmentRecord {
  std::string_view minifactory, destination, mode, vehicle;
  double departed_at_d = 0, arrived_at_d = 0, distance_km = 0, mass_kg = 0;
  std::int64_t orders = 0;
  double cost = 0, co2_kg = 0;
};

template <>
struct Table<ShipmentRecord> {
  using R = ShipmentRecord;
  static constexpr std::string_view name = "shipments";
  static constexpr std::string_view doc = "one row per trip of a vehicle with goods; written when it leaves";
  static constexpr auto columns = std::tuple{
      Column{"minifactory", &R::minifactory, "where the goods come from"},
      Column{"destination", &R::destination, "place where they go, or the customer segment if it stands at none or fetches them"},
      Column{"mode", &R::mode, "delivery, or transfer to the next stage, which the minifactory pays, or pickup, which the customer pays"},
      Column{"vehicle", &R::vehicle, "the vehicle"},
      Column{"departed_at_d", &R::departed_at_d, "when it leaves the minifactory, or the customer leaves to fetch the goods"},
      Column{"arrived_at_d", &R::arrived_at_d, "when the customer has the goods, maybe after the horizon"},
      Column{"distance_km", &R::distance_km, "road distance, one way"},
      Column{"mass_kg", &R::mass_kg, "mass of the goods"},
      Column{"orders", &R::orders, "orders of which goods are in it"},
      Column{"cost", &R::cost, "what the trip costs"},
      Column{"co2_kg", &R::co2_kg, "CO2 of the trip"}};
};

}  // namespace ccm
