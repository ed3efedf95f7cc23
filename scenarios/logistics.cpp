// Where are the places that a scenario names, and what are its vehicles like?

#include "scenarios/logistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "scenarios/cities.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/type.hpp"
#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 3> place_columns{"name", "latitude", "longitude"};
constexpr std::size_t most_places = 100'000;

bool is_readable(const fs::path& path) { return !fs::is_directory(path) && std::ifstream(path); }

/// Where each of the columns stands; reports those that are missing or unknown.
std::optional<std::array<std::size_t, 3>> column_positions(const CsvRow& header, Reader& reader) {
  const std::vector<std::string> known(place_columns.begin(), place_columns.end());
  std::array<std::size_t, 3> positions{};
  std::array<int, 3> times{};
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    const Node& field = header.fields[i];
    const auto column = std::ranges::find(known, field.text);
    if (column == known.end()) {
      reader.mistake(field.mark,
                     fmt::format("a table of places has no column {}{}", in_quotes(field.text), did_you_mean(field.text, known)),
                     "The first line names the columns: name,latitude,longitude.");
      return std::nullopt;
    }
    positions[static_cast<std::size_t>(column - known.begin())] = i;
    ++times[static_cast<std::size_t>(column - known.begin())];
  }
  for (std::size_t c = 0; c < known.size(); ++c)
    if (times[c] != 1) {
      reader.mistake(header.mark, fmt::format("the column '{}' stands here {} times, not once", known[c], times[c]),
                     "The first line names the columns: name,latitude,longitude.");
      return std::nullopt;
    }
  return positions;
}

void add_place(Scenario& scenario, const CsvRow& row, const std::array<std::size_t, 3>& columns, Reader& reader) {
  if (row.fields.size() != columns.size())
    return reader.mistake(row.mark, fmt::format("a place has {} fields, not {}", columns.size(), row.fields.size()));
  const auto name = name_type("place")->read(row.fields[columns[0]], reader);
  const auto latitude = number_type(between(-90, 90))->read(row.fields[columns[1]], reader);
  const auto longitude = number_type(between(-180, 180))->read(row.fields[columns[2]], reader);
  if (name && latitude && longitude) scenario.places.push_back({.name = *name, .at = GeoPoint{*latitude, *longitude}});
}

void add_places(Scenario& scenario, const fs::path& path, Reader& reader) {
  const std::vector<CsvRow> rows = parse_csv(read_file(path.string()), path.string());
  const Mark& key = reader.mark_of(".places_from");
  if (rows.empty()) return reader.mistake(key, fmt::format("the table of places {} is empty", in_quotes(path.string())));
  if (rows.size() > most_places) return reader.mistake(key, fmt::format("the table has more than {} places", most_places));
  const auto columns = column_positions(rows.front(), reader);
  if (!columns) return;
  for (std::size_t i = 1; i < rows.size(); ++i) add_place(scenario, rows[i], *columns, reader);
}

void locate(PlaceSpec& place, const std::vector<City>& cities, Reader& reader) {
  const Mark where = reader.mark_of(".places." + place.name + ".city");
  const std::vector<City> found = cities_called(*place.city, cities);
  if (found.size() == 1) {
    place.at = found.front().at;
    place.city.reset();
    return;
  }
  if (found.size() > 1)
    return reader.mistake(where, fmt::format("there are {} cities called {}", found.size(), in_quotes(*place.city)),
                          fmt::format("Write '{}' or '{}'.", found[0].zone, found[1].zone));
  std::vector<std::string> names;
  for (const City& city : cities) names.push_back(city.name);
  reader.mistake(where, fmt::format("no city {} is known{}", in_quotes(*place.city), did_you_mean(*place.city, names)),
                 fmt::format("{} lists the cities that are; for others give 'at: [latitude, longitude]'.", city_table));
}

/// What a vehicle leaves out is as in its model.
void complete(VehicleSpec& vehicle) {
  const auto built_in = std::ranges::find(built_in_vehicles(), vehicle.model.value_or(vehicle.name), &Vehicle::name);
  const Vehicle& model = built_in == built_in_vehicles().end() ? built_in_vehicles().front() : *built_in;
  vehicle.model = std::string(model.name);
  vehicle.payload = vehicle.payload.value_or(model.payload);
  vehicle.co2_per_km_empty = vehicle.co2_per_km_empty.value_or(model.co2_per_km_empty);
  vehicle.co2_per_km_full = vehicle.co2_per_km_full.value_or(model.co2_per_km_full);
  vehicle.co2_per_tkm = vehicle.co2_per_tkm.value_or(model.co2_per_tkm);
}

}  // namespace

void add_listed_places(Scenario& scenario, const fs::path* directory, Reader& reader) {
  if (!scenario.places_from || !directory) return;
  const fs::path path = *directory / *scenario.places_from;
  scenario.places_from.reset();
  if (is_readable(path)) return add_places(scenario, path, reader);
  reader.mistake(reader.mark_of(".places_from"), fmt::format("cannot read the table of places {}", in_quotes(path.string())),
                 "The path is relative to the scenario file.");
}

void locate_cities(Scenario& scenario, Reader& reader) {
  const auto is_open = [](const PlaceSpec& place) { return place.city && !place.at; };
  const auto first = std::ranges::find_if(scenario.places, is_open);
  if (first == scenario.places.end()) return;
  if (!is_readable(city_table))
    return reader.mistake(reader.mark_of(".places." + first->name + ".city"), fmt::format("there is no list of cities {}", city_table),
                          "Install the package tzdata, or give 'at: [latitude, longitude]'.");
  const std::vector<City> cities = parse_cities(read_file(city_table));
  for (PlaceSpec& place : scenario.places)
    if (is_open(place)) locate(place, cities, reader);
}

void complete_vehicles(Scenario& scenario, Reader& reader) {
  for (VehicleSpec& vehicle : scenario.vehicles) complete(vehicle);
  for (const Vehicle& vehicle : built_in_vehicles())
    if (std::ranges::find(scenario.vehicles, vehicle.name, &VehicleSpec::name) == scenario.vehicles.end())
      reader.define({"vehicle", "", std::string(vehicle.name), reader.mark_of("")});
}

}  // namespace ccm
