// Does a newcomer leave what concerns the others as it was?

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "scenarios/load.hpp"
#include "sim/campaign.hpp"
#include "sim/results/run_files.hpp"
#include "sim/simulation.hpp"
#include "tests/properties/random_scenario.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

constexpr std::uint64_t scenarios = 30;
constexpr const char* newcomer = "newcomer";

using Change = void (*)(Scenario&);

void write_tables(const Scenario& scenario, const std::string& directory) {
  std::filesystem::create_directory(directory);
  ReplicationFiles files(directory, 1, {});
  simulate(scenario, 1, files.recorder());
  files.close();
}

/// Leaves the tables of the scenario in a/ and those of the changed one in b/.
void simulate_both(const Scenario& scenario, Change change, const TemporaryDirectory& results) {
  const Task task = [&](std::size_t index, const auto&) {
    Scenario own = scenario;
    if (index == 1) change(own);
    write_tables(own, results / (index == 0 ? "a" : "b"));
  };
  for (const Outcome& outcome : run_forked(2, 2, task, [](double, std::size_t) {})) {
    INFO(outcome.message);
    REQUIRE(outcome.kind == Outcome::Kind::finished);
  }
}

/// The lines of a file that do not name the newcomer.
std::vector<std::string> lines_of_others(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (line.find(newcomer) == std::string::npos) lines.push_back(line);
  return lines;
}

void expect_others_untouched(Change change) {
  for (std::uint64_t number = 0; number < scenarios; ++number) {
    INFO("random scenario " << number);
    const TemporaryDirectory results;
    const Scenario scenario = load_scenario_text(random_scenario(number), "random").scenario;
    if (!scenario.roads.empty()) continue;  // on roads, nobody is out of the others' reach
    simulate_both(scenario, change, results);
    for (const char* table : {"orders", "quotes", "periods", "prices", "plans", "segments", "messages", "accounts"}) {
      INFO(table);
      CHECK(lines_of_others(results / fmt::format("a/{}.csv", table)) == lines_of_others(results / fmt::format("b/{}.csv", table)));
    }
    CHECK(lines_of_others(results / "b/accounts.csv").size() + 1 ==
          static_cast<std::size_t>(std::ranges::count(file_text(results / "b/accounts.csv"), '\n')));
  }
}

void add_far_minifactory(Scenario& scenario) {
  MinifactorySpec minifactory = scenario.minifactories[0];
  minifactory.name = newcomer;
  minifactory.at = GeoPoint{-40, 170};
  minifactory.reach = Kilometres(0);
  scenario.minifactories.insert(scenario.minifactories.begin(), minifactory);
}

void add_minifactory_without_machines(Scenario& scenario) {
  MinifactorySpec minifactory = scenario.minifactories[0];
  minifactory.name = newcomer;
  minifactory.machines = {{.name = "saw", .power = Kilowatts(1)}};
  minifactory.workers = {{.name = "sawyer", .wage = MoneyPerHour(1), .operates = {"saw"}}};
  minifactory.groups.clear();
  scenario.minifactories.insert(scenario.minifactories.begin(), minifactory);
}

void add_segment_with_its_own_service(Scenario& scenario) {
  scenario.parts.push_back({.name = "P_new", .routes = {{{"m1", 10}}}});
  scenario.services.push_back({.name = "S_new", .parts = {{"P_new", 1}}});
  SegmentSpec segment{.name = newcomer, .service = "S_new", .alpha = 20, .beta = 0.1};
  if (scenario.roads.empty())
    segment.at = GeoPoint{46, 11};
  else
    segment.place = "p1";
  scenario.customers.push_back(segment);
}

/// Request, segment, time and private value: the columns that chance alone decides, in the order of the requests.
std::vector<std::string> draws_of_others(const std::string& path) {
  std::vector<std::string> draws;
  for (const std::string& line : lines_of_others(path)) {
    std::size_t end = 0;
    for (int columns = 0; columns < 7; ++columns) end = line.find(',', end) + 1;
    draws.push_back(line.substr(0, end));
  }
  std::ranges::sort(draws);
  return draws;
}

}  // namespace

TEST_CASE("a minifactory that reaches nobody changes no row of the others") { expect_others_untouched(add_far_minifactory); }
TEST_CASE("a minifactory without the machines changes no row of the others") { expect_others_untouched(add_minifactory_without_machines); }

TEST_CASE("a segment with a service of its own leaves arrivals and private values of the others as they were") {
  for (std::uint64_t number = 0; number < scenarios; ++number) {
    INFO("random scenario " << number);
    const TemporaryDirectory results;
    simulate_both(load_scenario_text(random_scenario(number), "random").scenario, add_segment_with_its_own_service, results);
    CHECK(draws_of_others(results / "a/orders.csv") == draws_of_others(results / "b/orders.csv"));
    CHECK(draws_of_others(results / "b/orders.csv").size() <
          static_cast<std::size_t>(std::ranges::count(file_text(results / "b/orders.csv"), '\n')));
  }
}

}  // namespace ccm::test
