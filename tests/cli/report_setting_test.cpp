// Does a report know where everybody stands?

#include "sim/commands/report_setting.hpp"

#include <catch2/catch.hpp>

#include "scenarios/load.hpp"

using namespace ccm;

TEST_CASE("the setting of a report has the actors with the coordinates of their places, or their own, and copies apart") {
  const auto loaded = load_scenario_text(
      "ccmsim: 1\nname: n\ncurrency: CHF\ntime: {period: 2 d, periods: 3, warm_up: 1}\n"
      "places: {town: {at: [46.5, 11.25]}, hill: {at: [47, 11]}}\nroads: [{between: [town, hill], distance: 60 km}]\n"
      "operator: {place: town}\nservices: {s: {parts: {p: 1}}}\nparts: {p: {routes: [[{machine: saw, minutes: 1}]]}}\n"
      "customers: [{name: takers, type: bargainer, place: hill, service: s, alpha: 10, beta: 1}]\n"
      "minifactories: [{name: shop, count: 2, place: town, machines: {saw: {power: 1 kW}}, "
      "workers: {hand: {wage: 20 CHF/h, operates: [saw]}}}]\n",
      "test.yaml");
  const RunSetting setting = setting_of(loaded.scenario);
  CHECK(setting.horizon_d() == 6);
  CHECK(setting.warm_up_end_d() == 2);
  CHECK(setting.currency == "CHF");
  REQUIRE(setting.minifactories.size() == 2);
  CHECK(setting.minifactories[1].name == "shop_2");
  CHECK(setting.minifactories[1].place == "town");
  CHECK(setting.minifactories[1].at == std::array{11.25, 46.5});
  CHECK(setting.segments.at(0).type == "bargainer");
  CHECK(setting.segments.at(0).at == std::array{11.0, 47.0});
  CHECK(setting.cloud_operator.at == std::array{11.25, 46.5});
  CHECK(setting.places.at(1).name == "hill");
  CHECK(setting.roads.at(0) == std::array<std::string, 2>{"town", "hill"});
}
