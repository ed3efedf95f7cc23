// Does a file become the scenario it says, with every default in one place?

#include "scenarios/load.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "scenarios/file_kind.hpp"
#include "tests/scenarios/small_scenario.hpp"

using namespace ccm;
using namespace ccm::test;

TEST_CASE("keys that are left out have the defaults of the structs") {
  const Scenario scenario = load_scenario_text(small_scenario, "test").scenario;
  CHECK(scenario.seed == Scenario{}.seed);
  CHECK(scenario.time.period == days(26));
  CHECK(scenario.network.contention == Contention::bulk);
  CHECK_FALSE(scenario.network.backbone);
  CHECK(scenario.customers[0].patience == days(5));
  CHECK(scenario.minifactories[0].pricing.strategy == "differential");
}

TEST_CASE("quantities are read in their units, with the scenario's currency and shift") {
  const auto scenario = load_scenario_text(
                            "currency: CHF\ntime: {period: 2 wk, shift: 8 h}\n"
                            "network: {latency: 1.5 ms, bandwidth: 1 Gbps, backbone: {latency: 20 ms, bandwidth: 10 Gbps}}\n" +
                                std::string(small_scenario).replace(small_scenario.find("15 EUR/h"), 8, "160 CHF/shift"),
                            "test")
                            .scenario;
  CHECK(in_days(scenario.time.period) == 14);
  CHECK(scenario.network.latency == Seconds(0.0015));
  CHECK(scenario.network.bandwidth == BytesPerSecond(125e6));
  CHECK(scenario.network.backbone->bandwidth == BytesPerSecond(1250e6));
  CHECK(scenario.minifactories[0].workers[0].wage.value() == Approx(20));
}

TEST_CASE("every shipped scenario loads, and its effective form loads to itself") {
  int seen = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(CCM_SOURCE_DIR) + "/scenarios")) {
    if (entry.path().extension() != ".yaml" || kind_of_file(entry.path().string()) != FileKind::scenario) continue;
    INFO(entry.path().string());
    const LoadedScenario loaded = load_scenario(entry.path().string());
    CHECK(load_scenario_text(loaded.effective, "effective").effective == loaded.effective);
    ++seen;
  }
  CHECK(seen >= 8);
}

TEST_CASE("the effective form keeps every key, also those that are not the default") {
  const auto loaded = load_scenario_text(small_scenario, "test",
                                         {"minifactories.shop.reach=12 km", "network.contention=all",
                                          "customers.0.reference_price.start=17.25", "operator.commission=7 %", "services.job.due=36 h"});
  const Scenario again = load_scenario_text(loaded.effective, "effective").scenario;
  CHECK(again.minifactories[0].reach == Kilometres(12));
  CHECK(again.network.contention == Contention::all);
  CHECK(again.customers[0].reference_price.start == Money(17.25));
  CHECK(again.cloud_operator.commission == loaded.scenario.cloud_operator.commission);
  CHECK(again.services[0].due == hours(36));
}

TEST_CASE("the paper's wages and capacities come through the units unchanged") {
  const Scenario scenario = load_scenario(std::string(CCM_SOURCE_DIR) + "/scenarios/papers/qamar_2023.yaml").scenario;
  const MinifactorySpec& rsp = scenario.minifactories[0];
  CHECK(rsp.workers[0].wage.value() * 7.5 == Approx(130));
  CHECK(rsp.energy_price.value() / 60 == Approx(0.0335));
  CHECK(in_minutes(rsp.working_time) * 26 == Approx(23400));
}
