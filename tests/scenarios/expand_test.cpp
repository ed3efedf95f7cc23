// Do templates, counts and settings unfold to what they stand for?

#include <catch2/catch.hpp>
#include <set>

#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "tests/scenarios/small_scenario.hpp"

using namespace ccm;
using namespace ccm::test;

namespace {

Scenario loaded(const std::string& text, const std::vector<std::string>& settings = {}) {
  return load_scenario_text(text, "test", settings).scenario;
}

std::string replaced(const std::string& from, const std::string& to) {
  std::string text = small_scenario;
  return text.replace(text.find(from), from.size(), to);
}

const std::string shop_entry =
    "  - {name: shop, place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: 15 EUR/h, operates: [m]}}}\n";

}  // namespace

TEST_CASE("like: merges maps key by key and replaces everything else") {
  const Scenario scenario = loaded(
      replaced(shop_entry,
               "  - {name: a, like: shop, machines: {m: {power: 5 kW}}, lines: 3}\n"
               "  - {name: b, like: big}\n"
               "templates:\n"
               "  shop: {place: here, machines: {m: {power: 1 kW}, n: {power: 2 kW}}, workers: {w: {wage: 15 EUR/h, operates: [m]}}}\n"
               "  big: {like: shop, lines: 9, workers: {w: {operates: [m, n]}}}\n"));
  const MinifactorySpec &a = scenario.minifactories[0], &b = scenario.minifactories[1];
  CHECK(a.machines[0].power == Kilowatts(5));
  CHECK(a.machines[1].power == Kilowatts(2));
  CHECK(a.lines == 3);
  CHECK(b.lines == 9);
  CHECK(b.workers[0].wage == MoneyPerHour(15));
  CHECK(b.workers[0].operates == std::vector<std::string>{"m", "n"});
}

TEST_CASE("count: makes numbered items, and each: deals its values out in turn") {
  const Scenario scenario = loaded(replaced(
      shop_entry,
      "  - {name: shop, count: 5, place: here, lines: {each: [1, 2]}, machines: {m: {power: 1 kW}}, workers: {w: {wage: 15 EUR/h, operates: [m]}}}\n"));
  REQUIRE(scenario.minifactories.size() == 5);
  CHECK(scenario.minifactories[0].name == "shop_1");
  CHECK(scenario.minifactories[4].name == "shop_5");
  std::vector<std::int64_t> lines;
  for (const MinifactorySpec& minifactory : scenario.minifactories) lines.push_back(minifactory.lines);
  CHECK(lines == std::vector<std::int64_t>{1, 2, 1, 2, 1});
}

namespace {

std::vector<double> drawn_wages(int count, const std::string& more, const std::vector<std::string>& settings = {}) {
  const Scenario scenario = loaded(
      replaced(shop_entry,
               "  - {name: shop, count: " + std::to_string(count) +
                   ", place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: {uniform: [10 EUR/h, 20 EUR/h]}, operates: [m]}}}\n" +
                   more),
      settings);
  std::vector<double> wages;
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    if (minifactory.name.starts_with("shop_")) wages.push_back(minifactory.workers[0].wage.value());
  return wages;
}

}  // namespace

TEST_CASE("drawn values are in range, differ, and belong to the item's name and the seed") {
  const auto wages = drawn_wages(6, "");
  CHECK(std::set<double>(wages.begin(), wages.end()).size() == 6);
  for (const double wage : wages) CHECK((wage >= 10 && wage < 20));
  const auto more = drawn_wages(
      7,
      "  - {name: other, count: 2, place: here, machines: {m: {power: 1 kW}}, workers: {w: {wage: {uniform: [10 EUR/h, 20 EUR/h]}, operates: [m]}}}\n");
  CHECK(std::vector<double>(more.begin(), more.begin() + 6) == wages);
  CHECK(drawn_wages(6, "", {"seed=43"}) != wages);
}

TEST_CASE("a setting reaches keys of maps, items by name and by number, and makes keys that were not there") {
  const Scenario scenario = loaded(small_scenario, {"time.periods=7", "customers.buyers.beta=4", "minifactories.0.lines=2",
                                                    "minifactories.shop.machines.m.power=3 kW", "operator.quotes=1", "operator.quotes=2"});
  CHECK(scenario.time.periods == 7);
  CHECK(scenario.customers[0].beta == 4);
  CHECK(scenario.minifactories[0].lines == 2);
  CHECK(scenario.minifactories[0].machines[0].power == Kilowatts(3));
  CHECK(scenario.cloud_operator.quotes == 2);
}

TEST_CASE("a mistake in a setting is told with the setting as its place") {
  try {
    loaded(small_scenario, {"time.periods=many", "customers.nobody.beta=1", "nonsense"});
    FAIL("accepted");
  } catch (const ScenarioError& error) {
    const std::string text = error.what();
    CHECK(text.find("--set:1:14: error: expected a whole number") != std::string::npos);
    CHECK(text.find("there is no 'nobody' here") != std::string::npos);
    CHECK(text.find("expected path.to.key=value") != std::string::npos);
  }
}
