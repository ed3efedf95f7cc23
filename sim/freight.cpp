// What will shipping an order cost?

#include "sim/freight.hpp"

#include <map>
#include <tuple>

#include "sim/factory_model.hpp"

namespace ccm {
namespace {

/// Orders that the minifactory expects to ship per departure to the spot of each segment; 0 if they leave one by one.
std::vector<double> orders_per_departure(const Scenario& scenario, const Market& market, std::size_t minifactory) {
  std::vector<double> orders(scenario.customers.size());
  const auto& departures = scenario.minifactories[minifactory].shipping.departures;
  if (!departures) return orders;
  const std::vector<std::size_t> spot = destinations(scenario);
  for (const std::uint32_t s : market.customers[minifactory]) {
    const SegmentSpec& segment = scenario.customers[s];
    if (segment.delivery == DeliveryMode::pickup) continue;
    const double sellers = static_cast<double>(market.suppliers[s].size()), size = static_cast<double>(segment.order_size);
    orders[spot[s]] += sales_if_free(segment) / (sellers * size) * (departures->every / scenario.time.period);
  }
  for (std::size_t s = 0; s < spot.size(); ++s) orders[s] = orders[spot[s]];
  return orders;
}

/// A lone order's freight, less what others are expected to bear of it.
Freight shared_freight(const Vehicle& vehicle, const Way& way, Kilograms mass, double orders_per_departure) {
  const Freight alone = freight_alone(vehicle, way, mass);
  const double trips = trips_alone(mass, vehicle.payload);
  const double sharing = expected_sharing(orders_per_departure, mass / (vehicle.payload * trips));
  return alone + freight_of_trip(vehicle, way, Kilograms(0)) * (-(1 - sharing) * trips);
}

}  // namespace

std::vector<std::size_t> destinations(const Scenario& scenario) {
  std::map<std::tuple<std::string, double, double>, std::size_t> first;
  std::vector<std::size_t> spots;
  for (const SegmentSpec& segment : scenario.customers) {
    const GeoPoint at = segment.at.value_or(GeoPoint{});
    spots.push_back(first.emplace(std::tuple(segment.place.value_or(""), at.latitude, at.longitude), spots.size()).first->second);
  }
  return spots;
}

std::vector<Freight> expected_freight(const Scenario& scenario, const Geography& geography, const Market& market, std::size_t minifactory) {
  const std::vector<double> orders = orders_per_departure(scenario, market, minifactory);
  const Vehicle own = vehicle_named(scenario, scenario.minifactories[minifactory].shipping.vehicle);
  std::vector<Freight> freight(scenario.customers.size());
  for (const std::uint32_t s : market.customers[minifactory]) {
    const SegmentSpec& segment = scenario.customers[s];
    const Way way = geography.way(minifactory, s);
    const Kilograms mass = order_mass(scenario, segment);
    freight[s] = segment.delivery == DeliveryMode::pickup ? freight_alone(vehicle_named(scenario, segment.pickup_vehicle), way, mass)
                                                          : shared_freight(own, way, mass, orders[s]);
  }
  return freight;
}

}  // namespace ccm
