// Does every mistake in a scenario get the message that helps its author?

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/errors/case_file.hpp"
#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

const std::string folder = std::string(CCM_SOURCE_DIR) + "/tests/errors/";

/// Runs the wrong scenario: the message must be exactly the expected one, and nothing else may be left.
void check_case(const ErrorCase& wrong) {
  INFO(wrong.name);
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", wrong.scenario);
  const Finished finished = shell("cd " + directory.path() + " && " CCM_BINARY " run scenario.yaml --out results " + wrong.arguments);
  CHECK(finished.err == wrong.message);
  CHECK(finished.out.empty());
  CHECK(finished.code == 2);
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 1);
}

void check_cases(const std::string& topic) {
  const auto cases = read_cases(folder + "cases/" + topic + ".txt", file_text(folder + "base.yaml"));
  REQUIRE_FALSE(cases.empty());
  for (const ErrorCase& wrong : cases) check_case(wrong);
}

}  // namespace

TEST_CASE("the base scenario of the wrong ones is right") { CHECK(ccmsim("validate " + folder + "base.yaml").code == 0); }

TEST_CASE("messages: YAML that is no scenario") { check_cases("yaml"); }
TEST_CASE("messages: keys and structure") { check_cases("structure"); }
TEST_CASE("messages: numbers and ranges") { check_cases("numbers"); }
TEST_CASE("messages: units and words") { check_cases("units"); }
TEST_CASE("messages: names") { check_cases("names"); }
TEST_CASE("messages: templates and counts") { check_cases("reuse"); }
TEST_CASE("messages: keys that contradict each other") { check_cases("contradictions"); }
TEST_CASE("messages: failures and repetitions") { check_cases("faults"); }
TEST_CASE("messages: prices, talks and memories") { check_cases("market"); }
TEST_CASE("messages: places, roads, vehicles and shipping") { check_cases("logistics"); }
TEST_CASE("messages: matching, lots and stages") { check_cases("matching"); }
TEST_CASE("messages: floors of machines, shifts and cancellations") { check_cases("floor"); }
TEST_CASE("messages: --set") { check_cases("settings"); }
