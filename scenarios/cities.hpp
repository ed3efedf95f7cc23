#pragma once
/// Coordinates of cities, from the time zone database that every Debian system has (package tzdata).

#include <optional>
#include <string>
#include <vector>

#include "models/logistics/distance.hpp"

namespace ccm {

inline constexpr const char* city_table = "/usr/share/zoneinfo/zone.tab";

/// A principal city of a time zone.
struct City {
  std::string name;  // "Buenos Aires"
  std::string zone;  // "America/Argentina/Buenos_Aires"
  GeoPoint at;
};

/// Degrees of an ISO 6709 text, +-DDMM+-DDDMM or +-DDMMSS+-DDDMMSS; nothing if it is none.     Tested by: tests/scenarios/places_test.cpp.
[[nodiscard]] std::optional<GeoPoint> parse_iso6709(const std::string& text);

/// The cities of a zone.tab: lines of country, coordinates, zone and comment between tabs.
[[nodiscard]] std::vector<City> parse_cities(const std::string& table);

/// Those called so, by name or zone, in capitals or not, with spaces or underscores.
[[nodiscard]] std::vector<City> cities_called(const std::string& name, const std::vector<City>& cities);

}  // namespace ccm
