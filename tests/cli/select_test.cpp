// Does a selection find the best scenario, say how sure it is, and give up where it must?

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/refusal.hpp"
#include "tests/cli/scenario.hpp"

using namespace ccm::test;
using Json = nlohmann::json;

namespace {

/// The less customers mind the price, the more they pay: the best profit is about alpha^2 / (4 beta).
const std::string three = "select small.yaml --variant customers.takers.beta=0.5 --variant customers.takers.beta=1 --output profit ";

void refused(const std::string& arguments, const std::string& message) {
  INFO("ccmsim " << arguments);
  check_refused(Workplace().ccmsim(arguments), "ccmsim: error: " + message + usage_hint);
}

}  // namespace

TEST_CASE("KN selects the scenario that is better by far") {
  const Workplace place;
  const Json selection = Json::parse(place.ccmsim(three + "--indifference 1 --out results --json").out);
  CHECK(selection["best"] == 2);
  CHECK(selection["in_words"] == "With a probability of at least 95 %, scenario 2 has the highest mean profit, or one within 1 EUR of it.");
  CHECK(selection["selection"][1]["state"] == "best");
  CHECK(selection["selection"][0]["state"] == "eliminated");
  CHECK(file_text(place / "results/selection.csv").starts_with("scenario,n,mean,sd,state\n1,10,"));
}

TEST_CASE("the lowest mean can be the best") {
  const Json selection = Json::parse(Workplace().ccmsim(three + "--indifference 1 --lowest --json").out);
  CHECK(selection["best"] == 1);
}

TEST_CASE("OCBA spends its budget on runs that do not share their chance") {
  const Workplace place;
  const Json selection = Json::parse(place.ccmsim(three + "--procedure ocba --budget 50 --out results --json").out);
  CHECK(selection["best"] == 2);
  int runs = 0;
  for (const Json& row : selection["selection"]) runs += row["n"].get<int>();
  CHECK(runs == 50);
  CHECK(selection["in_words"].get<std::string>().starts_with("Scenario 2 has the highest mean profit of 50 runs."));
  // Equal scenarios with chances of their own differ.
  const Json equal = Json::parse(place.ccmsim("select small.yaml small.yaml --output units --procedure ocba --budget 20 --json").out);
  CHECK(equal["selection"][0]["mean"] != equal["selection"][1]["mean"]);
}

TEST_CASE("the files of a selection do not depend on the number of jobs") {
  const Workplace place;
  const std::string close =
      "select small.yaml --variant customers.takers.alpha=10.2 --variant customers.takers.alpha=10.1 --output profit ";
  for (const std::string procedure : {"--indifference 0.2 ", "--procedure ocba --budget 70 "}) {
    REQUIRE(place.ccmsim(close + procedure + "--quiet --force --jobs 1 --out one").code == 0);
    REQUIRE(place.ccmsim(close + procedure + "--quiet --force --jobs 3 --out two").code == 0);
    CHECK(place.shell("diff -r one two").code == 0);
    CHECK(file_text(place / "one/runs.csv").find("\n2,14,") != std::string::npos);  // not settled by the first stage
  }
}

TEST_CASE("scenarios that are equal in all runs are settled at once") {
  const Json selection = Json::parse(Workplace().ccmsim("select small.yaml small.yaml --output units --indifference 1 --json").out);
  CHECK(selection["best"] == 1);
  CHECK(selection["selection"][1]["state"] == "equal");
  CHECK(selection["selection"][1]["n"] == 10);
}

TEST_CASE("a selection that is not decided in time") {
  const Workplace place;
  const Finished finished = place.ccmsim(
      "select small.yaml --variant customers.takers.beta=1.51 --output profit --indifference 0.001 --max-replications 12 --out results");
  CHECK(finished.code == 1);
  CHECK(finished.err == "ccmsim: error: 12 replications of each do not decide it; raise --max-replications or --indifference\n");
  CHECK(finished.out.find("\nNo scenario was selected.\n") != std::string::npos);
  CHECK(file_text(place / "results/selection.csv").find(",undecided\n") != std::string::npos);
}

TEST_CASE("nothing to select by") {
  const Finished finished =
      Workplace().ccmsim("select small.yaml small.yaml --set customers.takers.alpha=0.0001 --output lead_time --indifference 1 --quiet");
  CHECK(finished.code == 1);
  CHECK(finished.err == "ccmsim: error: lead_time has no value in scenario 1, replication 1, so that there is nothing to select by\n");
}

TEST_CASE("an interrupted selection keeps the runs that had finished") {
  const Workplace place;
  const Finished finished = place.shell(
      "env --default-signal=INT $CCMSIM select small.yaml small.yaml --output units --procedure ocba --first-stage 100000 --budget 200000 "
      "--out results 2>err >out & sleep 2; kill -INT $!; wait $!");
  CHECK(finished.code == 130);
  CHECK(file_text(place / "err").find(" runs had finished; their results are kept\n") != std::string::npos);
  CHECK(file_text(place / "out").find("\nNo scenario was selected.\n") != std::string::npos);
}

TEST_CASE("wrong words for a selection") {
  const std::string two = "select small.yaml small.yaml --output units ";
  refused("select small.yaml small.yaml --indifference 1", "--output is required");
  refused(two, "--indifference is required: the smallest difference that matters, in the unit of the output");
  for (const char* number : {"0", "-1", "nan", "inf", "1e999", "few"})
    refused(two + "--indifference " + number, "--indifference: expected a number above 0, not '" + std::string(number) + "'");
  refused(two + "--indifference 1 --budget 50", "--budget is of --procedure ocba; kn runs until it is sure");
  refused(two + "--indifference 1 --confidence 50%", "--confidence: a guess among 2 is right with 50 %; ask for more");
  refused(two + "--indifference 1 --max-replications 9", "--max-replications: the first stage alone takes more");
  refused(two + "--procedure okba", "--procedure: expected kn or ocba, not 'okba'");
  refused(two + "--procedure ocba", "--budget is required: the runs of all scenarios together");
  refused(two + "--procedure ocba --budget 19", "--budget: the first stage alone takes 20 runs");
  refused(two + "--procedure ocba --budget 30 --indifference 1", "--indifference is of --procedure kn; ocba spends its --budget");
}
