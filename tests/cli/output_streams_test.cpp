// Does the program say what it should, where it should, and survive those who do not listen?

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/scenario.hpp"

using namespace ccm::test;

namespace {

/// Runs with a standard output that takes nothing: the results must be there all the same, and the message says so.
void check_unheard(const std::string& redirection, const std::string& reason) {
  const Workplace place;
  const Finished finished = place.shell("$CCMSIM run small.yaml --out results " + redirection);
  CHECK(finished.code == 1);
  CHECK(finished.err ==
        "ccmsim: error: the results are in 'results', but the summary cannot be written to standard output: " + reason + "\n");
  CHECK(std::filesystem::exists(place / "results/manifest.json"));
  CHECK(file_text(place / "results/orders.csv").starts_with("replication,"));
}

}  // namespace

TEST_CASE("standard output is closed") { check_unheard(">&-", "Bad file descriptor"); }
TEST_CASE("standard output is full") { check_unheard(">/dev/full", "No space left on device"); }

TEST_CASE("nobody reads the pipe") {
  const Workplace place;
  const Finished finished = place.shell("{ sleep 0.1; $CCMSIM run small.yaml --out results; echo code $? >&2; } | true; sleep 0.5");
  CHECK(finished.err ==
        "ccmsim: error: the results are in 'results', but the summary cannot be written to standard output: Broken pipe\ncode 1\n");
  CHECK(std::filesystem::exists(place / "results/manifest.json"));
}

TEST_CASE("the other commands say that they cannot write") {
  for (const char* command : {"--help", "--version", "run --help", "list", "schema", "explain", "validate small.yaml"}) {
    INFO(command);
    const Finished finished = Workplace().shell("$CCMSIM " + std::string(command) + " >/dev/full");
    CHECK(finished.code == 1);
    CHECK(finished.err == "ccmsim: error: cannot write to standard output: No space left on device\n");
  }
}

TEST_CASE("standard error is closed") {
  const Workplace place;
  CHECK(place.ccmsim("run nowhere.yaml 2>&-").code == 2);
  CHECK(place.ccmsim("run small.yaml --out results --progress plain 2>/dev/full").code == 0);
}

TEST_CASE("all streams are closed") {
  const Workplace place;
  CHECK(place.ccmsim("run small.yaml --out results --quiet <&- >&- 2>&-").code == 0);
  CHECK(file_text(place / "results/orders.csv").starts_with("replication,"));
}

TEST_CASE("option --json prints one document and nothing else") {
  const Finished finished = Workplace().ccmsim("run small.yaml --out results --json");
  CHECK(finished.code == 0);
  CHECK(finished.err.empty());
  const auto document = nlohmann::json::parse(finished.out);
  CHECK(document["directory"] == "results");
  CHECK(document["outputs"].size() > 5);
}

TEST_CASE("option --quiet prints nothing") {
  const Finished finished = Workplace().ccmsim("run small.yaml --out results --quiet");
  CHECK(finished.code == 0);
  CHECK(finished.out.empty());
  CHECK(finished.err.empty());
}
