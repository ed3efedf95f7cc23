// Where does everybody stand, and how long does it last?

#include "sim/commands/report_setting.hpp"

#include "scenarios/road_map.hpp"

namespace ccm {
namespace {

std::optional<std::array<double, 2>> position(const std::optional<GeoPoint>& point) {
  return point ? std::optional(std::array{point->longitude, point->latitude}) : std::nullopt;
}

SiteSetting site_of(const Scenario& scenario, const SiteSpec& site, const std::string& name, std::string_view type = "") {
  const auto at = site.place ? scenario.places[place_index(scenario, *site.place)].at : site.at;
  return {.name = name, .type = std::string(type), .place = site.place, .at = position(at)};
}

}  // namespace

RunSetting setting_of(const Scenario& scenario) {
  RunSetting setting{.periods = scenario.time.periods,
                     .warm_up = scenario.time.warm_up,
                     .period_d = in_days(scenario.time.period),
                     .currency = scenario.currency,
                     .cloud_operator = site_of(scenario, scenario.cloud_operator, "operator")};
  for (const MinifactorySpec& one : scenario.minifactories) setting.minifactories.push_back(site_of(scenario, one, one.name));
  for (const SegmentSpec& one : scenario.customers) setting.segments.push_back(site_of(scenario, one, one.name, name_of(one.type)));
  for (const PlaceSpec& place : scenario.places) setting.places.push_back({.name = place.name, .at = position(place.at)});
  for (const RoadSpec& road : scenario.roads) setting.roads.push_back({road.between[0], road.between[1]});
  return setting;
}

}  // namespace ccm
