// Do runs that say the same in two ways leave the same bytes?

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

const std::string scenario = std::string(CCM_SOURCE_DIR) + "/scenarios/02_three_customer_types.yaml";
const std::string tables[] = {"orders", "quotes",   "periods",  "prices", "plans",    "machines", "work",
                              "mfca",   "segments", "messages", "hosts",  "accounts", "summary"};

/// The tables of a run of the scenario, with these lines more.
std::string tables_of_run(const std::string& more, const std::string& options = "") {
  const TemporaryDirectory directory;
  write_file(directory / "scenario.yaml", file_text(scenario) + more);
  const Finished run =
      ccmsim("run " + directory / "scenario.yaml" + " --replications 2 --quiet --out " + directory / "out" + " " + options);
  INFO(run.err);
  REQUIRE(run.code == 0);
  std::string text;
  for (const std::string& table : tables) text += file_text(directory / ("out/" + table + ".csv"));
  return text;
}

const std::string sections = R"(
events:
  - {at: 27 d, host: operator, down: 2 d}
  - {at: 30 d, machine: workshop.mill, down: 2 d}
failures:
  - {link: workshop, up: 1 d, down: 1 h}
)";
/// One just before the end of the first period, the others, as chance will have it, after it.
const std::string never = R"(
events:
  - {at: 25.999999999 d, machine: workshop.mill, down: 2 d}
failures:
  - {link: workshop, up: 3650 d, down: 1 h}
  - {host: operator, up: 3650 d, down: 1 h}
)";

}  // namespace

TEST_CASE("with faults off, a scenario that has faults leaves the bytes of one that has none") {
  const bool equal = tables_of_run(sections, "--set faults=false") == tables_of_run("");
  CHECK(equal);
  const bool matters = tables_of_run(sections) != tables_of_run("");
  CHECK(matters);
}

TEST_CASE("a scenario whose faults never come leaves the bytes of one that has none") {
  const bool equal = tables_of_run(never, "--set time.periods=1") == tables_of_run("", "--set time.periods=1");
  CHECK(equal);
}

TEST_CASE("customers who make no offers of their own live exactly as in a market with posted prices") {
  const TemporaryDirectory results;
  const auto simulate = [&](const std::string& formation) {
    const std::string silent = " --set customers.{}.talks.rounds=0", one = " --set customers.{}.talks.quotes=1";
    std::string run =
        "run " CCM_SOURCE_DIR "/scenarios/02_three_customer_types.yaml --quiet --set operator.quotes=1 --set market.prices=" + formation +
        " --set results.negotiations=false --out " + results / formation;
    for (const std::string segment : {"takers", "negotiators", "bargainers"})
      run += fmt::format(fmt::runtime(silent + one), segment, segment);
    const Finished finished = ccmsim(run);
    INFO(finished.err);
    REQUIRE(finished.code == 0);
  };
  simulate("seller");
  simulate("negotiated");
  for (const std::string table : {"orders", "quotes", "segments", "periods", "prices", "messages", "accounts", "plans"})
    CHECK(shell("cmp " + results / ("seller/" + table + ".csv") + " " + results / ("negotiated/" + table + ".csv")).code == 0);
}

}  // namespace ccm::test
