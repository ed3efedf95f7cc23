// Which keys say where things are, and how goods travel?

#include "scenarios/schema_types.hpp"

namespace ccm {
namespace {

std::vector<std::string> built_in_names() {
  std::vector<std::string> names;
  for (const Vehicle& vehicle : built_in_vehicles()) names.emplace_back(vehicle.name);
  return names;
}

TypePtr<Departures> departures_type() {
  return share(Record<Departures>("the departures section")
                   .key(&Departures::every, duration({.low = 60, .high = longest_time}), {"every", "Time from one departure to the next."})
                   .key(&Departures::first, duration(at_least(0)), {"at", "When the first one leaves, from the start of the simulation."}));
}

}  // namespace

TypePtr<PlaceSpec> place_type() {
  return share(
      Record<PlaceSpec>("a place")
          .optional(&PlaceSpec::at, coordinates_type(),
                    {"at", "Latitude and longitude in degrees, north and east positive; or give 'city'."})
          .optional(
              &PlaceSpec::city, text_type(),
              {"city",
               "Name of one of some 400 cities of the world whose coordinates the system knows, such as Vienna; effective.yaml shows them. Or give 'at'.",
               "the time zone database, zone.tab"}));
}

TypePtr<RoadSpec> road_type() {
  return share(Record<RoadSpec>("a road")
                   .required(&RoadSpec::between, list_of(reference_type("place")),
                             {"between", "The two places at its ends; it is driven in both directions."})
                   .required(&RoadSpec::distance,
                             quantity<Kilometres>(Dimension::distance, {.low = 0, .high = 50'000, .low_excluded = true}),
                             {"distance", "Its length."})
                   .optional(&RoadSpec::time, duration(above(0)), {"time", "Time to drive it; by default its length over 'travel.speed'."})
                   .key(&RoadSpec::toll, money(), {"toll", "What a vehicle pays to use it, in each direction."}));
}

TypePtr<Travel> travel_type() {
  return share(
      Record<Travel>("the travel section")
          .key(&Travel::detour, number_type(between(1, 10)),
               {"detour", "Road distance divided by great-circle distance, if there are no 'roads'."})
          .key(&Travel::speed, quantity<KilometresPerHour>(Dimension::speed, {.low = 0.1, .high = 2000}),
               {"speed", "Mean speed on the road, where a road does not say its time."})
          .key(&Travel::handling, duration(at_least(0)), {"handling", "Time for loading and unloading, once per delivery."})
          .key(&Travel::shortest, choice<Shortest>({"time", "distance", "cost"}),
               {"shortest", "By what the way on the 'roads' is chosen; the cost is that of the tolls and of 'cost_per_km'.",
                "[Dijkstra1959]"})
          .key(&Travel::cost_per_km, quantity<MoneyPerKilometre>(Dimension::distance_price, at_least(0)),
               {"cost_per_km",
                "What a kilometre is taken to cost when ways are compared with 'shortest: cost'; vehicles say what it does cost."}));
}

TypePtr<VehicleSpec> vehicle_type() {
  const auto per_km = quantity<KilogramsPerKilometre>(Dimension::emission_per_distance, at_least(0));
  return share(
      Record<VehicleSpec>("a vehicle")
          .optional(
              &VehicleSpec::model, word_type(built_in_names()),
              {"model",
               "The built-in vehicle from which it takes payload and emissions that it does not say: the one of its name, or the van.",
               "[DESNZ2025]"})
          .optional(&VehicleSpec::payload, quantity<Kilograms>(Dimension::mass, {.low = 0, .high = 1e6, .low_excluded = true}),
                    {"payload", "What it can carry."})
          .key(
              &VehicleSpec::counting, choice<FreightCounting>({"trip", "tonne_km"}),
              {"counting",
               "Whether its trips are made for these goods alone, there and back (trip), or the goods are some of many (tonne_km), as with a parcel service.",
               "[ISO14083]"})
          .key(&VehicleSpec::cost_per_trip, money(), {"cost_per_trip", "What a trip costs however far it is."})
          .key(&VehicleSpec::cost_per_km, quantity<MoneyPerKilometre>(Dimension::distance_price, at_least(0)),
               {"cost_per_km", "What a kilometre costs, with 'counting: trip'; the way back counts too."})
          .key(&VehicleSpec::cost_per_hour, quantity<MoneyPerHour>(Dimension::wage, at_least(0)),
               {"cost_per_hour", "What an hour at the wheel costs, with 'counting: trip'; the way back counts too."})
          .key(&VehicleSpec::cost_per_tkm, quantity<MoneyPerTonneKilometre>(Dimension::transport_price, at_least(0)),
               {"cost_per_tkm", "What a tonne-kilometre costs, with 'counting: tonne_km'."})
          .optional(&VehicleSpec::co2_per_km_empty, per_km, {"co2_per_km_empty", "CO2 per kilometre without load.", "[DESNZ2025]"})
          .optional(&VehicleSpec::co2_per_km_full, per_km,
                    {"co2_per_km_full", "CO2 per kilometre with the full payload; in between it is linear in the load.", "[DESNZ2025]"})
          .optional(&VehicleSpec::co2_per_tkm, quantity<KilogramsPerTonneKilometre>(Dimension::emission_per_transport, at_least(0)),
                    {"co2_per_tkm", "CO2 per tonne-kilometre, with 'counting: tonne_km'.", "[DESNZ2025]"}));
}

TypePtr<ShippingSpec> shipping_type() {
  return share(
      Record<ShippingSpec>("the shipping section")
          .key(&ShippingSpec::vehicle, reference_type("vehicle"), {"vehicle", "What it ships with, and pays."})
          .optional(&ShippingSpec::departures, departures_type(),
                    {"departures",
                     "When vehicles leave; goods for one place share them. Without it, every product leaves alone when it is done."}));
}

}  // namespace ccm
