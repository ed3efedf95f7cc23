// Does the same scenario give the same bytes, whatever the number of jobs?

#include <catch2/catch.hpp>

#include "tests/properties/random_scenario.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

/// Two runs of three replications with these options leave directories without any difference.
void expect_same_bytes(const std::string& scenario, const std::string& options, const std::string& other_options) {
  const TemporaryDirectory results;
  const std::string run = "run " + scenario + " --quiet --progress none --replications 3";
  REQUIRE(ccmsim(run + options + " --out " + results / "a").code == 0);
  REQUIRE(ccmsim(run + other_options + " --out " + results / "b").code == 0);
  const Finished difference = shell("diff -r " + results / "a" + " " + results / "b");
  INFO(difference.out);
  CHECK(difference.code == 0);
  CHECK(
      shell("ls " + results / "a").out ==
      "accounts.csv\neffective.yaml\nhosts.csv\nmachines.csv\nmanifest.json\nmessages.csv\nmfca.csv\norders.csv\nperiods.csv\nplans.csv\nprices.csv\nquotes.csv\nreport.html\nresults.sqlite\nscenario.yaml\nsegments.csv\nshipments.csv\nsummary.csv\nwork.csv\n");
}

}  // namespace

TEST_CASE("random scenarios give the same bytes for one job and for two") {
  const TemporaryDirectory scenarios;
  for (std::uint64_t number = 0; number < CCM_RANDOM_SCENARIOS / 20; ++number) {
    const std::string file = scenarios / "scenario.yaml";
    write_file(file, random_scenario(number));
    INFO("random scenario " << number);
    expect_same_bytes(file, " --jobs 1", " --jobs 2");
    expect_same_bytes(file, " --jobs 2", " --jobs 2");
  }
}

TEST_CASE("the case study of the paper gives the same bytes for one job and for two") {
  expect_same_bytes(CCM_SOURCE_DIR "/scenarios/papers/qamar_2023.yaml", " --jobs 1", " --jobs 2");
}

TEST_CASE("another seed gives other orders") {
  const TemporaryDirectory results;
  write_file(results / "scenario.yaml", random_scenario(0));
  const std::string run = "run " + results / "scenario.yaml" + " --quiet --progress none";
  REQUIRE(ccmsim(run + " --seed 1 --out " + results / "a").code == 0);
  REQUIRE(ccmsim(run + " --seed 2 --out " + results / "b").code == 0);
  CHECK(file_text(results / "a/orders.csv") != file_text(results / "b/orders.csv"));
}

}  // namespace ccm::test
