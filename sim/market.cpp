// Which minifactories can serve which customers, and how far are they?

#include "sim/market.hpp"

#include <algorithm>
#include <map>

namespace ccm {
namespace {

std::vector<Supplier> suppliers_of(const Scenario& scenario, const Geography& geography, std::size_t segment,
                                   const std::vector<bool>& capable) {
  std::vector<Supplier> suppliers;
  for (std::size_t m = 0; m < scenario.minifactories.size(); ++m) {
    if (!capable[m] || scenario.customers[segment].local.value_or(scenario.minifactories[m].name) != scenario.minifactories[m].name)
      continue;
    const Kilometres distance = geography.distance(m, segment);
    const auto& reach = scenario.minifactories[m].reach;
    if (!reach || distance <= *reach) suppliers.push_back({static_cast<std::uint32_t>(m), distance});
  }
  std::ranges::stable_sort(suppliers, {}, &Supplier::distance);
  return suppliers;
}

std::vector<bool> capable_of(const Scenario& scenario, const ServiceSpec& service) {
  std::vector<bool> capable;
  for (const MinifactorySpec& minifactory : scenario.minifactories) capable.push_back(can_make(minifactory, service, scenario));
  return capable;
}

}  // namespace

Geography::Geography(const Scenario& scenario) : travel_(scenario.travel), segments_(scenario.customers.size()) {
  std::map<std::string, GeoPoint> places;
  for (const PlaceSpec& place : scenario.places) places[place.name] = place.at;
  const auto locate = [&](const SiteSpec& site) { return site.at ? *site.at : places.at(site.place.value()); };
  std::vector<GeoPoint> customers;
  for (const SegmentSpec& segment : scenario.customers) customers.push_back(locate(segment));
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    for (const GeoPoint& customer : customers) distances_.push_back(road_distance(locate(minifactory), customer, travel_));
}

Kilometres Geography::distance(std::size_t minifactory, std::size_t segment) const { return distances_[minifactory * segments_ + segment]; }

Seconds Geography::delivery_time(std::size_t minifactory, std::size_t segment) const {
  return travel_time(distance(minifactory, segment), travel_);
}

Market market_of(const Scenario& scenario, const Geography& geography) {
  Market market{.customers = std::vector<std::vector<std::uint32_t>>(scenario.minifactories.size())};
  std::map<std::string, std::vector<bool>> capable;
  for (const ServiceSpec& service : scenario.services) capable[service.name] = capable_of(scenario, service);
  for (std::uint32_t s = 0; s < scenario.customers.size(); ++s) {
    market.suppliers.push_back(suppliers_of(scenario, geography, s, capable.at(scenario.customers[s].service)));
    for (const Supplier& supplier : market.suppliers.back()) market.customers[supplier.minifactory].push_back(s);
  }
  return market;
}

}  // namespace ccm
