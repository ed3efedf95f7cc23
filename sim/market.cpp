// Which minifactories can serve which customers, and how far are they?

#include "sim/market.hpp"

#include <algorithm>
#include <map>

#include "scenarios/road_map.hpp"

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

std::vector<bool> capable_of(const Scenario& scenario, const ServiceSpec& service, Stage stage) {
  std::vector<bool> capable;
  for (const MinifactorySpec& minifactory : scenario.minifactories) capable.push_back(can_make(minifactory, service, scenario, stage));
  return capable;
}

/// Who can make a service as a whole, and who each of its stages.
struct Capable {
  std::vector<bool> whole;
  std::vector<std::vector<bool>> stages;
};

Capable capable_of(const Scenario& scenario, const ServiceSpec& service) {
  Capable capable{capable_of(scenario, service, {}), {}};
  for (std::size_t stage = 0; stage < service.stages.size(); ++stage) capable.stages.push_back(capable_of(scenario, service, stage));
  return capable;
}

using Suppliers = std::vector<Supplier>;

/// None if some stage finds nobody.
std::vector<Suppliers> stages_of(const Scenario& scenario, const Geography& geography, std::size_t segment, const Capable& capable) {
  std::vector<Suppliers> stages;
  for (const auto& can : capable.stages) stages.push_back(suppliers_of(scenario, geography, segment, can));
  return std::ranges::any_of(stages, &Suppliers::empty) ? std::vector<Suppliers>{} : stages;
}

void add_customer(Market& market, std::uint32_t segment, const Suppliers& suppliers) {
  for (const Supplier& supplier : suppliers) {
    auto& customers = market.customers[supplier.minifactory];
    if (customers.empty() || customers.back() != segment) customers.push_back(segment);
  }
}

}  // namespace

Geography::Geography(const Scenario& scenario) : travel_(scenario.travel), segments_(scenario.customers.size()) {
  if (scenario.roads.empty())
    fly_with_detours(scenario);
  else
    drive_roads(scenario);
}

void Geography::fly_with_detours(const Scenario& scenario) {
  std::map<std::string, GeoPoint> places;
  for (const PlaceSpec& place : scenario.places) places[place.name] = place.at.value();
  const auto locate = [&](const SiteSpec& site) { return site.at ? *site.at : places.at(site.place.value()); };
  std::vector<GeoPoint> customers;
  for (const SegmentSpec& segment : scenario.customers) customers.push_back(locate(segment));
  for (const MinifactorySpec& minifactory : scenario.minifactories) {
    minifactories_.push_back(locate(minifactory));
    for (const GeoPoint& customer : customers) distances_.push_back(road_distance(minifactories_.back(), customer, travel_));
  }
}

void Geography::drive_roads(const Scenario& scenario) {
  const RoadNetwork roads = road_network(scenario);
  ways_.resize(scenario.places.size());
  for (const SegmentSpec& segment : scenario.customers) segment_places_.push_back(place_index(scenario, segment.place.value()));
  for (const MinifactorySpec& minifactory : scenario.minifactories) {
    const std::size_t place = minifactory_places_.emplace_back(place_index(scenario, minifactory.place.value()));
    if (!ways_[place].empty()) continue;
    for (const std::optional<RoadTrip>& trip : roads.trips_from(place)) ways_[place].push_back(trip ? trip->way : Way{});
  }
}

Way Geography::way(std::size_t minifactory, std::size_t segment) const {
  if (!ways_.empty()) return ways_[minifactory_places_[minifactory]][segment_places_[segment]];
  const Kilometres distance = distances_[minifactory * segments_ + segment];
  return {distance, distance / travel_.speed, Money(0)};
}

Kilometres Geography::distance(std::size_t minifactory, std::size_t segment) const { return way(minifactory, segment).distance; }

Seconds Geography::delivery_time(std::size_t minifactory, std::size_t segment) const {
  return travel_.handling + way(minifactory, segment).time;
}

Way Geography::way_between(std::size_t from, std::size_t to) const {
  if (!ways_.empty()) return ways_[minifactory_places_[from]][minifactory_places_[to]];
  const Kilometres distance = road_distance(minifactories_[from], minifactories_[to], travel_);
  return {distance, distance / travel_.speed, Money(0)};
}

Kilometres Geography::distance_between(std::size_t from, std::size_t to) const { return way_between(from, to).distance; }

Seconds Geography::transfer_time_between(std::size_t from, std::size_t to) const { return travel_.handling + way_between(from, to).time; }

Market market_of(const Scenario& scenario, const Geography& geography) {
  Market market{.customers = std::vector<std::vector<std::uint32_t>>(scenario.minifactories.size())};
  std::map<std::string, Capable> capable;
  for (const ServiceSpec& service : scenario.services) capable[service.name] = capable_of(scenario, service);
  for (std::uint32_t s = 0; s < scenario.customers.size(); ++s) {
    const Capable& can = capable.at(scenario.customers[s].service);
    market.suppliers.push_back(suppliers_of(scenario, geography, s, can.whole));
    market.stages.emplace_back();
    if (market.suppliers.back().empty()) market.stages.back() = stages_of(scenario, geography, s, can);
    if (market.in_stages(s)) market.suppliers.back() = market.stages.back().front();
    for (std::size_t stage = 0; stage < std::max<std::size_t>(1, market.stages[s].size()); ++stage)
      add_customer(market, s, market.sellers(s, stage));
  }
  return market;
}

}  // namespace ccm
