// What does a trip cost, and what does it emit?

#include "models/logistics/vehicle.hpp"

#include <array>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr std::array<Vehicle, 2> vehicles{Vehicle{.name = "van",
                                                  .payload = Kilograms(1200),
                                                  .co2_per_km_empty = KilogramsPerKilometre(0.25561),
                                                  .co2_per_km_full = KilogramsPerKilometre(0.25561),
                                                  .co2_per_tkm = KilogramsPerTonneKilometre(0.6313)},
                                          Vehicle{.name = "truck",
                                                  .payload = Kilograms(2180),
                                                  .co2_per_km_empty = KilogramsPerKilometre(0.46138),
                                                  .co2_per_km_full = KilogramsPerKilometre(0.54068),
                                                  .co2_per_tkm = KilogramsPerTonneKilometre(0.52761)}};

}  // namespace

std::span<const Vehicle> built_in_vehicles() { return vehicles; }

KilogramsPerKilometre emission(const Vehicle& vehicle, Kilograms load) {
  require(load >= Kilograms(0) && load <= vehicle.payload, "vehicle: the load must lie between nothing and the payload");
  return vehicle.co2_per_km_empty + (vehicle.co2_per_km_full - vehicle.co2_per_km_empty) * (load / vehicle.payload);
}

Freight freight_of_trip(const Vehicle& vehicle, const Way& way, Kilograms load) {
  const Kilograms back_empty = emission(vehicle, Kilograms(0)) * way.distance, there = emission(vehicle, load) * way.distance;
  if (vehicle.counting == FreightCounting::tonne_km) {
    const TonneKilometres work = load * way.distance;
    return {vehicle.cost_per_trip + vehicle.cost_per_tkm * work, vehicle.co2_per_tkm * work};
  }
  const Money one_way = vehicle.cost_per_km * way.distance + vehicle.cost_per_hour * way.time + way.toll;
  return {vehicle.cost_per_trip + one_way * 2, there + back_empty};
}

}  // namespace ccm
