// Does a comparison find the difference, and no other, and say how sure it is?

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/refusal.hpp"
#include "tests/cli/scenario.hpp"
#include "tests/support/table.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;
using Json = nlohmann::json;

namespace {

const std::string what_if = CCM_SOURCE_DIR "/scenarios/04_reference_price.yaml --variant customers.bargainers.reference_price.memory=0.75 ";

/// small.yaml against itself with customers who mind the price a little more.
const std::string small = "compare small.yaml --variant customers.takers.beta=1.6 ";

Json compared(const Workplace& place, const std::string& arguments) { return Json::parse(place.ccmsim(arguments + " --json").out); }

/// The row of an output of the whole run in a summary of `run`.
std::map<std::string, Json> summary_of(const Workplace& place, const std::string& arguments) {
  std::map<std::string, Json> rows;
  const Json summary = Json::parse(place.ccmsim("run " + arguments + " --json").out);
  for (const Json& row : summary.at("outputs"))
    if (row.at("group") == "") rows[row.at("output")] = row;
  return rows;
}

void refused(const std::string& arguments, const std::string& message) {
  INFO("ccmsim " << arguments);
  const Workplace place;
  check_refused(place.ccmsim(arguments), message);
  CHECK_FALSE(fs::exists(place / "runs"));
}

}  // namespace

TEST_CASE("a what-if of the memory of prices has intervals ten times narrower than independent runs") {
  const Workplace place;
  const Json comparison = compared(place, "compare " + what_if + "--out paired");
  CHECK(comparison["narrowing"][0]["main_output"] == "profit");
  CHECK(comparison["narrowing"][0]["main"] >= 10);
  const Json& profit = comparison["comparison"][0];
  CHECK(profit["verdict"] == "lower");

  // Runs that are independent indeed, and Welch's interval with t = 2.02 of 38 degrees of freedom. Standard deviations of 20 runs are
  // within 30 % of the truth with a probability of 93 %, so that a true factor of 14 may look like 9.
  const Json a = summary_of(place, CCM_SOURCE_DIR "/scenarios/04_reference_price.yaml -r 20 --seed 1 --out a")["profit"];
  const Json b = summary_of(place, CCM_SOURCE_DIR "/scenarios/04_reference_price.yaml -r 20 --seed 2 --out b")["profit"];
  const double independent = 2.02 * std::hypot(a["sd"].get<double>(), b["sd"].get<double>()) / std::sqrt(20.0);
  CHECK(independent / (profit["ci_high"].get<double>() - profit["difference"].get<double>()) > 9);
}

TEST_CASE("a comparison says what common chance achieved") {
  const Finished finished = Workplace().ccmsim("compare " + what_if + "--output profit --output requests");
  CHECK(finished.code == 0);
  CHECK(finished.out.find("\nIdentical in every replication: requests\n") != std::string::npos);
  CHECK(finished.out.find("\nCommon random numbers: intervals of profit 13.9 times narrower than those of independent runs; ") !=
        std::string::npos);
  CHECK(finished.out.find("\nWithout them the same precision takes 194 times as many runs.\n") != std::string::npos);
}

TEST_CASE("differences are those of two runs with the same seed") {
  const Workplace place;
  const Json comparison = compared(place, small + "-r 5 --seed 3 --out paired");
  auto before = summary_of(place, "small.yaml -r 5 --seed 3 --out before");
  auto after = summary_of(place, "small.yaml -r 5 --seed 3 --set customers.takers.beta=1.6 --out after");
  REQUIRE(comparison["comparison"].size() == before.size());
  std::size_t different = 0;
  for (const Json& row : comparison["comparison"]) {
    INFO(row.dump());
    const double a = before.at(row["output"])["mean"], b = after.at(row["output"])["mean"];
    // Means and differences are summed in different orders: a few units in the last place of the larger mean.
    CHECK(row["difference"].get<double>() == Approx(b - a).margin(1e-12 * std::max(std::abs(a), std::abs(b))));
    CHECK(row["baseline_mean"].get<double>() == Approx(a).epsilon(1e-12));
    different += row["verdict"] == "identical" ? 0 : 1;
  }
  CHECK(different > 5);
}

TEST_CASE("the files of a comparison do not depend on the number of jobs") {
  const Workplace place;
  const std::string command = small + "--variant time.periods=1 -r 6 --quiet ";
  REQUIRE(place.ccmsim(command + "--jobs 1 --out one").code == 0);
  REQUIRE(place.ccmsim(command + "--jobs 2 --out two").code == 0);
  const Finished difference = place.shell("diff -r one two && ls one");
  CHECK(difference.code == 0);
  CHECK(difference.out ==
        "comparison.csv\neffective-1.yaml\neffective-2.yaml\neffective-3.yaml\nmanifest.json\nreport.html\nruns.csv\n"
        "scenario-1.yaml\nscenario-2.yaml\nscenario-3.yaml\n");
}

TEST_CASE("a scenario does not differ from itself") {
  const Json comparison = compared(Workplace(), "compare small.yaml small.yaml -r 2");
  for (const Json& row : comparison["comparison"]) CHECK(row["verdict"] == "identical");
}

TEST_CASE("several scenarios share the confidence") {
  const Finished finished = Workplace().ccmsim(small + "--variant customers.takers.beta=1.7 -r 4 --confidence 90%");
  CHECK(finished.out.find("difference, with its 95 % interval") != std::string::npos);
  CHECK(finished.out.find("\nThe 2 intervals of one output hold together with 90 % (Bonferroni).\n") != std::string::npos);
}

TEST_CASE("scenarios that do not fit together") {
  const Workplace place;
  const std::string other =
      place.shell("sed 's/EUR/CHF/g; s/seed: 7/seed: 8/' small.yaml > francs.yaml; sed 's/seed: 7/seed: 8/' small.yaml > other.yaml").err;
  const Finished francs = place.ccmsim("compare small.yaml francs.yaml");
  CHECK(francs.code == 2);
  CHECK(francs.err ==
        "francs.yaml: error: the currency is CHF, but that of small.yaml is EUR\n  Amounts in different currencies cannot be compared.\n");
  const Finished told = place.ccmsim("compare small.yaml other.yaml --variant time.periods=3 --quiet -r 2");
  CHECK(told.code == 0);
  CHECK(told.err ==
        "ccmsim: other.yaml has seed 8; it runs with 7, the seed of the first\n"
        "ccmsim: small.yaml with time.periods=3 simulates 3 periods of 26 d, but small.yaml 2 periods of 26 d; "
        "what adds up over a run differs for that alone\n");
}

TEST_CASE("wrong words for a comparison") {
  refused("compare small.yaml",
          "ccmsim: error: there is one scenario only; name a second file, or change a key of it with --variant PATH=VALUE" + usage_hint);
  refused(small + "-r 1", "ccmsim: error: --replications: expected a whole number from 2 to 1000000, not '1'" + usage_hint);
  for (const char* share : {"0", "100", "100%", "abc", "nan", "-5%", "%"})
    refused(small + "--confidence " + share,
            "ccmsim: error: --confidence: expected a share such as 95%, not '" + std::string(share) + "'" + usage_hint);
  refused(small + "--output proft",
          "--output: error: there is no output 'proft'; did you mean 'profit'?\n"
          "  'ccmsim list' shows the outputs; profit.NAME is the profit of one minifactory, surplus.TYPE the surplus of one type.\n");
  refused("compare small.yaml nowhere.yaml", "nowhere.yaml: error: cannot open the file: No such file or directory\n");
}

TEST_CASE("an output that no run has") {
  const Finished finished = Workplace().ccmsim("compare small.yaml small.yaml -r 2 --set customers.takers.alpha=0.0001 --output lead_time");
  CHECK(finished.code == 0);
  CHECK(finished.out.find("not enough replications with a value in both: 0, and two are needed") != std::string::npos);
}

TEST_CASE("an interrupted comparison keeps the runs that had finished") {
  const Workplace place;
  const Finished finished = place.shell("env --default-signal=INT $CCMSIM " + small +
                                        "--out results --jobs 1 -r 100000 2>err >out & sleep 2; kill -INT $!; wait $!");
  CHECK(finished.code == 130);
  const std::string err = file_text(place / "err");
  CHECK(err.starts_with("ccmsim: interrupted; "));
  CHECK(err.find(" of 200000 runs had finished; their results are kept\n") != std::string::npos);
  CHECK(file_text(place / "out").find("Results: results\n") != std::string::npos);
  CHECK(file_text(place / "results/runs.csv").find("\n2,1,") != std::string::npos);
}

TEST_CASE("runs that fail leave their pairs out") {
  const Workplace place;
  const Finished finished = place.shell(
      "cp small.yaml changing.yaml; $CCMSIM compare small.yaml changing.yaml --out results --progress none --jobs 1 -r 500 --output profit 2>err & "
      "sleep 0.5; echo '# changed' >> changing.yaml; wait $!");
  CHECK(finished.code == 3);
  const std::string err = file_text(place / "err");
  CHECK(err.starts_with("ccmsim: error: scenario 2, replication "));
  CHECK(err.find(": changing.yaml was changed meanwhile\n") != std::string::npos);
  const std::string row = file_text(place / "results/comparison.csv");
  CHECK(row.find("\n2,profit,EUR,500,") == std::string::npos);
  CHECK(row.find("\n2,profit,EUR,") != std::string::npos);
}

TEST_CASE("a comparison that nobody reads is kept") {
  const Workplace place;
  const Finished finished = place.shell("$CCMSIM " + small + "-r 2 --out results >/dev/full");
  CHECK(finished.code == 1);
  CHECK(finished.err ==
        "ccmsim: error: the results are in 'results', but the summary cannot be written to standard output: No space left on device\n");
  CHECK(fs::exists(place / "results/manifest.json"));
}
