// Is every key described, and described once?

#include "scenarios/schema.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "models/pricing/strategy.hpp"

using namespace ccm;

TEST_CASE("every key has a meaning, a value and a path of its own") {
  std::set<std::string> paths;
  for (const KeyDoc& key : scenario_keys()) {
    INFO(key.path);
    CHECK(paths.insert(key.path).second);
    CHECK_FALSE(key.expected.empty());
    CHECK_FALSE(key.fallback.empty());
    CHECK(key.meaning.size() > 10);
    CHECK(key.meaning.ends_with("."));
  }
  CHECK(paths.contains("customers[].reference_price.memory"));
  CHECK(paths.contains("minifactories[].machines.<machine>.power"));
}

TEST_CASE("defaults are shown as they would be written") {
  for (const KeyDoc& key : scenario_keys()) {
    if (key.path == "time.period") CHECK(key.fallback == "26 d");
    if (key.path == "network.bandwidth") CHECK(key.fallback == "100 Mbps");
    if (key.path == "customers[].alpha") CHECK(key.fallback == "required");
    if (key.path == "minifactories[].reach") CHECK(key.fallback == "none");
  }
}

TEST_CASE("the schema and the documentation of the strategy name every strategy") {
  const std::string schema = scenario_json_schema().dump(), page = scenario_reference_page();
  for (const PricingStrategy& strategy : pricing_strategies()) {
    CHECK(schema.find(std::string(strategy.name)) != std::string::npos);
    CHECK(page.find(std::string(strategy.name)) != std::string::npos);
  }
}
