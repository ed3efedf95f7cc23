// What roads does a scenario have?

#include "scenarios/road_map.hpp"

#include <map>

#include "models/error.hpp"

namespace ccm {

std::size_t place_index(const Scenario& scenario, const std::string& name) {
  const auto found = std::ranges::find(scenario.places, name, &PlaceSpec::name);
  require(found != scenario.places.end(), "there is no such place");
  return static_cast<std::size_t>(found - scenario.places.begin());
}

RoadNetwork road_network(const Scenario& scenario) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < scenario.places.size(); ++i) index[scenario.places[i].name] = i;
  std::vector<Road> roads;
  for (const RoadSpec& road : scenario.roads)
    roads.push_back({index.at(road.between[0]),
                     index.at(road.between[1]),
                     {road.distance, road.time.value_or(road.distance / scenario.travel.speed), road.toll}});
  return {scenario.places.size(), roads, {scenario.travel.shortest, scenario.travel.cost_per_km}};
}

}  // namespace ccm
