// Are places found where they are, in the file, in a table, or by the name of a city?

#include <catch2/catch.hpp>

#include "scenarios/cities.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/load.hpp"
#include "scenarios/road_map.hpp"
#include "tests/scenarios/small_scenario.hpp"
#include "tests/support/process.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts fields_of(const std::string& csv) {
  Texts texts;
  for (const CsvRow& row : parse_csv(csv, "t.csv")) {
    texts.emplace_back();
    for (const Node& field : row.fields) texts.back().push_back(field.text);
  }
  return texts;
}

std::string error_of(const std::string& csv) {
  try {
    (void)parse_csv(csv, "t.csv");
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return "";
}

std::string small_scenario_with(const std::string& other, const std::string& text) {
  return std::string(small_scenario).replace(small_scenario.find(other), other.size(), text);
}

/// The small scenario and places of a table beside it.
LoadedScenario load_with_table(const std::string& table) {
  const TemporaryDirectory directory;
  write_file(directory / "cities.csv", table);
  write_file(directory / "scenario.yaml", "places_from: cities.csv\n" + small_scenario);
  return load_scenario(directory / "scenario.yaml");
}

}  // namespace

TEST_CASE("a table of comma-separated values: quotes, line ends, blanks, empty lines, the byte order mark") {
  CHECK(fields_of("").empty());
  CHECK(fields_of("a,b\nc,d") == Texts{{"a", "b"}, {"c", "d"}});
  CHECK(fields_of("\xEF\xBB\xBF"
                  "a , b\r\n\r\n\tc,\"d\"\r\n") == Texts{{"a", "b"}, {"c", "d"}});
  CHECK(fields_of("\"a,\"\"b\"\"\nc\",d\n") == Texts{{"a,\"b\"\nc", "d"}});
  CHECK(fields_of("a,,\n") == Texts{{"a", "", ""}});
  CHECK(fields_of("\"\"\n") == Texts{{""}});
}

TEST_CASE("fields stand in lines and columns that are counted in characters") {
  const auto rows = parse_csv("Tölz,\"x\ny\",3\nz,4\n", "t.csv");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].fields[1].mark.column == 6);
  CHECK(rows[0].fields[2].mark.line == 2);
  CHECK(rows[0].fields[2].mark.column == 4);
  CHECK(rows[1].fields[1].mark.line == 3);
  CHECK(rows[1].fields[1].mark.column == 3);
}

TEST_CASE("quotes out of place, and what is no text, are reported where they stand") {
  CHECK(error_of("a,b\"c\n").starts_with("t.csv:1:4: error: a quote stands inside a field"));
  CHECK(error_of("a\n\"b\" c,d\n").starts_with("t.csv:2:5: error: after a field in quotes comes a comma"));
  CHECK(error_of("a,\"b\nc\n").starts_with("t.csv:1:3: error: this quote is never closed"));
  CHECK(error_of("a\nb\xFF\n").starts_with("t.csv:2:2: error: the file is not UTF-8"));
}

TEST_CASE("coordinates of ISO 6709") {
  const GeoPoint vienna = parse_iso6709("+4813+01620").value();
  CHECK(vienna.latitude == Approx(48 + 13 / 60.0));
  CHECK(vienna.longitude == Approx(16 + 20 / 60.0));
  const GeoPoint troll = parse_iso6709("-720041+0023206").value();
  CHECK(troll.latitude == Approx(-(72 + 41 / 3600.0)));
  CHECK(troll.longitude == Approx(2 + 32 / 60.0 + 6 / 3600.0));
  for (const char* wrong : {"", "4813+01620", "+4813", "+4813+0162", "+4863+01620", "+48x3+01620", "+9913+01620", "+4813+01620+1"})
    CHECK_FALSE(parse_iso6709(wrong));
}

TEST_CASE("cities are called by their names or zones, and more than one may be called the same") {
  const auto cities = parse_cities(
      "# a comment\nUS\t+3816-08545\tAmerica/Kentucky/Louisville\nXX\t+0000+00000\tEurope/Louisville\n"
      "AR\t-3436-05827\tAmerica/Argentina/Buenos_Aires\tBuenos Aires\nYY\tnowhere\tEurope/Nowhere\n");
  REQUIRE(cities.size() == 3);
  CHECK(cities_called("louisville", cities).size() == 2);
  CHECK(cities_called("Europe/Louisville", cities).size() == 1);
  CHECK(cities_called("Buenos Aires", cities).front().at.latitude == Approx(-(34 + 36 / 60.0)));
  CHECK(cities_called("Vienna", cities).empty());
}

TEST_CASE("a city becomes its coordinates, and the effective form carries them") {
  const auto loaded = load_scenario_text(small_scenario_with("{at: [46, 11]}", "{city: Vienna}"), "test");
  REQUIRE(loaded.scenario.places.size() == 1);
  CHECK(loaded.scenario.places[0].at->latitude == Approx(48.2).margin(0.1));
  CHECK(loaded.scenario.places[0].at->longitude == Approx(16.35).margin(0.1));
  CHECK(loaded.effective.find("city") == std::string::npos);
  CHECK(load_scenario_text(loaded.effective, "effective").scenario.places[0].at->latitude == loaded.scenario.places[0].at->latitude);
}

TEST_CASE("a table of places: columns in any order, and an effective form that carries the places and needs no table") {
  const auto loaded = load_with_table("longitude,name,latitude\r\n11.5568,Bad-Tölz,47.7603\r\n");
  REQUIRE(loaded.scenario.places.size() == 2);
  CHECK(loaded.scenario.places[1].name == "Bad-Tölz");
  CHECK(loaded.scenario.places[1].at->latitude == 47.7603);
  CHECK(loaded.effective.find("places_from") == std::string::npos);
  const Scenario again = load_scenario_text(loaded.effective, "effective").scenario;
  CHECK(again.places[1].at->longitude == 11.5568);
}

TEST_CASE("a road without a time is driven at the speed of travel, in both directions") {
  Scenario scenario;
  scenario.travel.speed = KilometresPerHour(50);
  scenario.places = {{.name = "a", .at = GeoPoint{}}, {.name = "b", .at = GeoPoint{}}};
  scenario.roads = {{.between = {"a", "b"}, .distance = Kilometres(100), .toll = Money(3)}};
  const RoadNetwork network = road_network(scenario);
  for (const std::string from : {"a", "b"}) {
    const std::size_t to = 1 - place_index(scenario, from);
    const Way way = network.trips_from(place_index(scenario, from))[to]->way;
    CHECK(way.time == hours(2));
    CHECK(way.toll == Money(3));
  }
}

TEST_CASE("a vehicle takes from its built-in model what it does not say") {
  const auto loaded = load_scenario_text(
      "vehicles: {van: {cost_per_km: 0.5 EUR/km}, cart: {payload: 90 kg, co2_per_km_empty: 0 kg/km}, lorry: {model: truck, counting: tonne_km}}\n" +
          std::string(small_scenario),
      "test");
  const Scenario& scenario = loaded.scenario;
  CHECK(vehicle_named(scenario, "van").cost_per_km == MoneyPerKilometre(0.5));
  CHECK(vehicle_named(scenario, "van").payload == Kilograms(1200));
  CHECK(vehicle_named(scenario, "cart").payload == Kilograms(90));
  CHECK(vehicle_named(scenario, "cart").co2_per_km_empty == KilogramsPerKilometre(0));
  CHECK(vehicle_named(scenario, "cart").co2_per_km_full == KilogramsPerKilometre(0.25561));
  CHECK(vehicle_named(scenario, "lorry").payload == Kilograms(2180));
  CHECK(vehicle_named(scenario, "truck").cost_per_km == MoneyPerKilometre(0));
  CHECK(vehicle_named(load_scenario_text(loaded.effective, "effective").scenario, "cart").payload == Kilograms(90));
}
