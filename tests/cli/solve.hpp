#pragma once
/// `ccmsim solve` with a shipped problem, and what it answers.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"

namespace ccm::test {

using Json = nlohmann::json;

inline const std::string problems = std::string(CCM_SOURCE_DIR) + "/scenarios/problems/";

[[nodiscard]] inline Json solved(const std::string& arguments) {
  const Finished finished = ccmsim("solve " + problems + arguments + " --json");
  REQUIRE(finished.code == 0);
  CHECK(finished.err.empty());
  return Json::parse(finished.out);
}

[[nodiscard]] inline std::string page(const std::string& arguments) {
  const Finished finished = ccmsim("solve " + problems + arguments);
  CHECK(finished.code == 0);
  CHECK(finished.err.empty());
  return finished.out;
}

[[nodiscard]] inline bool shows(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline void check_has(const Json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    INFO(key);
    CHECK(object.contains(key));
  }
}

[[nodiscard]] inline Approx to(double value) { return Approx(value).epsilon(1e-9); }

}  // namespace ccm::test
