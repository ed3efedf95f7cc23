// Can goods get from every minifactory to every customer?

#include "scenarios/check_logistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenarios/road_map.hpp"

namespace ccm {
namespace {

constexpr double most_trips = 1000;  // of one order

class LogisticsChecker {
 public:
  LogisticsChecker(const Scenario& scenario, Reader& reader) : scenario_(scenario), reader_(reader) {}

  void run() {
    for (const PlaceSpec& place : scenario_.places) check_place(place);
    check_trips();
    if (scenario_.roads.empty()) return;
    if (check_roads() && check_actors_at_places()) check_connections();
  }

 private:
  bool mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
    return false;
  }

  void check_place(const PlaceSpec& place) {
    if (place.at.has_value() == place.city.has_value())
      mistake(".places." + place.name, place.at ? "both 'at' and 'city' say where it is" : "nothing says where it is",
              "Give either 'at: [latitude, longitude]' or 'city: NAME'.");
  }

  void check_trips() {
    for (std::size_t s = 0; s < scenario_.customers.size(); ++s) {
      const SegmentSpec& segment = scenario_.customers[s];
      const Kilograms mass = order_mass(scenario_, segment);
      const auto too_many = [&](const std::string& vehicle) {
        return trips_alone(mass, vehicle_named(scenario_, vehicle).payload) > most_trips;
      };
      const auto ships_too_often = [&](const MinifactorySpec& minifactory) { return too_many(minifactory.shipping.vehicle); };
      const bool picks_up = segment.delivery == DeliveryMode::pickup;
      if (picks_up ? too_many(segment.pickup_vehicle) : std::ranges::any_of(scenario_.minifactories, ships_too_often))
        mistake(fmt::format(".customers[{}]", s), fmt::format("an order of {:.6g} kg takes more than {} trips", mass.value(), most_trips),
                "Lower the service's 'mass' or the 'order_size', or give the vehicle more 'payload'.");
    }
  }

  bool check_roads() {
    using Same = std::tuple<std::string, std::string, Kilometres, Seconds, Money>;
    std::map<Same, std::size_t> known;
    bool good = true;
    for (std::size_t i = 0; i < scenario_.roads.size(); ++i) {
      const RoadSpec& road = scenario_.roads[i];
      if (road.between.size() != 2) {
        good = mistake(fmt::format(".roads[{}].between", i), fmt::format("a road has two ends, not {}", road.between.size()),
                       "Name two places.");
        continue;
      }
      const auto [a, b] = std::minmax(road.between[0], road.between[1]);
      const std::string path = fmt::format(".roads[{}]", i);
      if (a == b) good = mistake(path + ".between", fmt::format("a road leads from {} to itself", in_quotes(a)), "Name two places.");
      if (!known.emplace(Same{a, b, road.distance, road.time.value_or(Seconds(0)), road.toll}, i).second)
        good = mistake(path, fmt::format("this road between {} and {} stands here twice", in_quotes(a), in_quotes(b)),
                       "Roads between the same places must differ in distance, time or toll.");
    }
    return good;
  }

  bool check_actors_at_places() {
    bool good = true;
    const auto check_site = [&](const SiteSpec& site, const std::string& path) {
      if (!site.place) good = mistake(path, "with 'roads', it must stand at a place", "Give 'place: NAME' in place of 'at'.");
    };
    for (std::size_t s = 0; s < scenario_.customers.size(); ++s) check_site(scenario_.customers[s], fmt::format(".customers[{}].at", s));
    for (std::size_t m = 0; m < scenario_.minifactories.size(); ++m)
      check_site(scenario_.minifactories[m], fmt::format(".minifactories[{}].at", m));
    return good;
  }

  /// Roads lead both ways, so it is enough to look from the first minifactory.
  void check_connections() {
    const MinifactorySpec& first = scenario_.minifactories.front();
    const auto trips = road_network(scenario_).trips_from(place_index(scenario_, *first.place));
    std::map<std::string, bool> reached;
    for (std::size_t i = 0; i < trips.size(); ++i) reached[scenario_.places[i].name] = trips[i].has_value();
    const auto check_reached = [&](const SiteSpec& site, const std::string& path) {
      if (reached.at(*site.place)) return;
      mistake(path + ".place",
              fmt::format("no road leads from {} to {}, where minifactory {} stands", in_quotes(*site.place), in_quotes(*first.place),
                          in_quotes(first.name)),
              "With 'roads', goods travel on roads only: add those that connect the two places.");
    };
    for (std::size_t s = 0; s < scenario_.customers.size(); ++s) check_reached(scenario_.customers[s], fmt::format(".customers[{}]", s));
    for (std::size_t m = 1; m < scenario_.minifactories.size(); ++m)
      check_reached(scenario_.minifactories[m], fmt::format(".minifactories[{}]", m));
  }

  const Scenario& scenario_;
  Reader& reader_;
};

}  // namespace

void check_logistics(const Scenario& scenario, Reader& reader) { LogisticsChecker(scenario, reader).run(); }

}  // namespace ccm
