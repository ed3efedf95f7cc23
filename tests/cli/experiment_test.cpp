// Does an experiment give the same results however its runs are carried out, and say what is wrong?

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/experiments.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("results have the same bytes for any number of jobs") {
  const Laboratory place;
  for (const std::string jobs : {"1", "2", "4"})
    REQUIRE(place.ccmsim("experiment grid.yaml --jobs " + jobs + " --out j" + jobs + " -q").code == 0);
  CHECK(place.difference("j1", "j2").empty());
  CHECK(place.difference("j1", "j4").empty());
  const std::string runs = file_text(place / "j1/runs.csv");
  CHECK(runs.starts_with("point,replication,alpha,machine_power,profit,surplus.price_taker,sales,state,message\n1,1,10,5 kW,"));
  CHECK(count(runs, "\n") == 61);
  CHECK(count(runs, ",finished,") == 60);
}

TEST_CASE("shards put together are the whole") {
  const Laboratory place;
  REQUIRE(place.ccmsim("experiment grid.yaml --out whole -q").code == 0);
  for (const std::string shard : {"1/3", "3/3", "2/3"}) {
    const Finished part = place.ccmsim("experiment grid.yaml --out parts --shard " + shard);
    CHECK(part.code == 0);
    CHECK(part.err == "ccmsim: done; 20 runs are kept in 'parts'; without --shard the same command puts all shards together\n");
  }
  CHECK(place.shell("ls parts").out == "shard-1-of-3.sqlite\nshard-2-of-3.sqlite\nshard-3-of-3.sqlite\n");
  const Finished together = place.ccmsim("experiment grid.yaml --out parts -q");
  CHECK(together.code == 0);
  CHECK(together.err.empty());
  CHECK(place.difference("whole", "parts").empty());
}

TEST_CASE("what is there is not run again, and what is new is") {
  const Laboratory place;
  REQUIRE(place.ccmsim("experiment grid.yaml --replications 4 --out grown -q").code == 0);
  REQUIRE(place.ccmsim("experiment grid.yaml --out whole -q").code == 0);
  const Finished grown = place.ccmsim("experiment grid.yaml --out grown -q");
  CHECK(grown.err == "ccmsim: resuming: 24 of 60 runs are there\n");
  CHECK(place.difference("grown", "whole").empty());
  CHECK(place.ccmsim("experiment grid.yaml --out grown -q").err.empty());
  CHECK(place.difference("grown", "whole").empty());
}

TEST_CASE("runs of another scenario do not count") {
  const Laboratory place;
  REQUIRE(place.ccmsim("experiment grid.yaml --out results -q").code == 0);
  const Finished other = place.ccmsim("experiment grid.yaml --out results -q --set network.latency=20ms");
  CHECK(other.err == "ccmsim: 60 runs of another version of this experiment or its scenario are kept, but do not count\n");
  CHECK(place.ccmsim("experiment grid.yaml --out results -q --set network.latency=20ms --force").err.empty());
}

TEST_CASE("a run alone gives its row, and ccmsim run the same numbers") {
  const Laboratory place;
  REQUIRE(place.ccmsim("experiment grid.yaml --out results -q").code == 0);
  const Finished alone = place.ccmsim("experiment grid.yaml --point 4 --replication 7");
  CHECK(alone.code == 0);
  const std::string row = alone.out.substr(alone.out.find('\n') + 1);
  CHECK(row.starts_with("4,7,10,12 kW,"));
  CHECK(file_text(place / "results/runs.csv").find(row) != std::string::npos);
  const Finished run = place.ccmsim(
      "run small.yaml --out run --set customers.takers.alpha=10 --set 'minifactories.forge.machines.m1.power=12 kW' --replications 7 -q");
  REQUIRE(run.code == 0);
  const std::string profit = place.shell("awk -F, 'NR > 1 && $1 == 7 {sum += $0 ~ /forge/ ? 1 : 0} END {print sum}' run/periods.csv").out;
  CHECK(profit == "2\n");
}

TEST_CASE("a run that fails is a row, and does not stop the rest") {
  const Laboratory place;
  const Finished finished = place.ccmsim("experiment failing.yaml --out results");
  CHECK(finished.code == 3);
  CHECK(finished.err == "ccmsim: 2 of 8 runs failed\n");
  CHECK(finished.out.find("2 of 8 runs failed:\n  point 4 (warm_up=3, periods=2), replication 1: ") != std::string::npos);
  CHECK(finished.out.find("No analysis of variance of profit: ") != std::string::npos);
  const std::string runs = file_text(place / "results/runs.csv");
  CHECK(count(runs, ",finished,") == 6);
  CHECK(count(runs, ",failed,\"") == 2);
  CHECK(count(runs, "time.warm_up") == 2);
  CHECK(place.ccmsim("experiment failing.yaml --out results -q").err == "ccmsim: 2 of 8 runs failed\n");
  CHECK(place.ccmsim("experiment failing.yaml --out results -q --retry-failed").err ==
        "ccmsim: resuming: 6 of 8 runs are there\nccmsim: 2 of 8 runs failed\n");
}

TEST_CASE("with --fail-fast the first failure ends it, and the rest is kept") {
  const Laboratory place;
  const Finished finished = place.ccmsim("experiment failing.yaml --out results --fail-fast --jobs 1");
  CHECK(finished.code == 3);
  CHECK(finished.out.empty());
  CHECK(finished.err == "ccmsim: a run failed; 4 runs are kept in 'results'; the same command goes on\n");
  CHECK_FALSE(fs::exists(place / "results/runs.csv"));
}

TEST_CASE("every design runs and leaves its tables") {
  const Laboratory place;
  const std::string ranges =
      "factors:\n  - {name: alpha, key: customers.takers.alpha, range: [10, 20]}\n"
      "  - {name: latency, key: network.latency, range: [1 ms, 100 ms], scale: log}\n";
  const std::string two_levels =
      "factors:\n  - {name: alpha, key: customers.takers.alpha, levels: [10, 20]}\n"
      "  - {name: latency, key: network.latency, levels: [1 ms, 100 ms]}\n"
      "  - {name: power, key: minifactories.forge.machines.m1.power, levels: [5 kW, 12 kW]}\n";
  struct Design {
    std::string factors, design, table;
  };
  for (const auto& [factors, design, table] :
       {Design{ranges, "{kind: sobol, base: 4}", "sobol"}, Design{ranges, "{kind: morris, trajectories: 3}", "morris"},
        Design{ranges, "{kind: latin_hypercube, points: 5}", "summary"}, Design{two_levels, "{kind: full_factorial}", "effects"},
        Design{two_levels, "{kind: fractional_factorial, generators: [C=AB]}", "anova"}}) {
    INFO(design);
    write_file(place / "e.yaml", Laboratory::experiment(factors + "design: " + design + "\n"));
    const Finished finished = place.ccmsim("experiment e.yaml --out " + table);
    CHECK(finished.err.empty());
    CHECK(finished.code == 0);
    CHECK(file_text(place / (table + "/" + table + ".csv")).find("profit") != std::string::npos);
  }
  CHECK(place.ccmsim("experiment e.yaml --out anova").out.find("\n  A = BC\n") != std::string::npos);
}

TEST_CASE("wrong words and files are refused before anything is made") {
  const Laboratory place;
  struct Wrong {
    std::string words, message;
  };
  for (const auto& [words, message] :
       {Wrong{"experiment grid.yaml --shard 3/2", "expected i/n, such as 2/4"},
        Wrong{"experiment grid.yaml --shard x", "expected i/n, such as 2/4"},
        Wrong{"experiment grid.yaml --shard 1/2 --force", "one shard cannot start anew"},
        Wrong{"experiment grid.yaml --replication 2", "--point"}, Wrong{"experiment grid.yaml --point 7", "there is no point 7"},
        Wrong{"experiment small.yaml", "this is a scenario"}, Wrong{"run grid.yaml", "this is an experiment"},
        Wrong{"experiment none.yaml", "none.yaml"}, Wrong{"experiment grid.yaml --set customers.takers.alpah=3", "alpah"},
        Wrong{"experiment grid.yaml --out small.yaml", "'small.yaml' exists and is no experiment"}}) {
    INFO(words);
    const Finished finished = place.ccmsim(words);
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.err.find(message) != std::string::npos);
  }
  CHECK(place.shell("ls -A").out == "endless.yaml\nfailing.yaml\ngrid.yaml\nsmall.yaml\n");
}

TEST_CASE("outputs and generators are checked with their place in the file") {
  const Laboratory place;
  write_file(place / "e.yaml",
             "experiment: 1\nname: e\nscenario: small.yaml\nfactors:\n  - {name: a, key: customers.takers.alpha, levels: [10, 20]}\n"
             "design: {kind: grid}\noutputs: [profit, proft, surplus.bargainer]\n");
  const Finished outputs = place.ccmsim("experiment e.yaml --out results");
  CHECK(outputs.code == 2);
  CHECK(outputs.err.find("e.yaml:7:19: error: there is no output 'proft'; did you mean 'profit'?") != std::string::npos);
  CHECK(outputs.err.find("e.yaml:7:26: error: the output surplus has no group 'bargainer'") != std::string::npos);
  write_file(place / "f.yaml", Laboratory::experiment("factors:\n  - {name: a, key: customers.takers.alpha, levels: [10, 20]}\n"
                                                      "  - {name: b, key: customers.takers.beta, levels: [1, 2]}\n"
                                                      "design: {kind: fractional_factorial, generators: [B=BA]}\n"));
  const Finished generators = place.ccmsim("experiment f.yaml --out results");
  CHECK(generators.code == 2);
  CHECK(generators.err.find("f.yaml:7:") != std::string::npos);
}

TEST_CASE("a second command on the same store is refused") {
  const Laboratory place;
  const Finished finished = place.shell(
      "$CCMSIM experiment grid.yaml --replications 100000 --out results -q 2>/dev/null & "
      "while ! [ -e results/results.sqlite ]; do sleep 0.01; done; sleep 0.2; $CCMSIM experiment grid.yaml --out results; code=$?; "
      "kill -9 $!; exit $code");
  CHECK(finished.code == 2);
  CHECK(finished.err.find("is in use: another command is at work on this experiment") != std::string::npos);
}
