// Does every command leave a report of its results, and is it made of nothing else?

#include <catch2/catch.hpp>

#include "tests/cli/reports.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> kinds{"run", "comparison", "selection", "plan", "experiment"};

/// Its lines as one word each, without those of files that say where they come from.
std::string different_tables(const Reporters& place, const std::string& one, const std::string& other) {
  return place.shell("diff -rq -x manifest.json -x report.html -x 'scenario*.yaml' " + one + " " + other).out;
}

}  // namespace

TEST_CASE("report: every command leaves one, names it, and 'ccmsim report' makes the same again") {
  const Reporters place;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::string name = kinds[i];
    INFO(name);
    const Finished made = place.ccmsim(Reporters::commands()[i] + " --out " + name);
    REQUIRE(made.code == 0);
    CHECK(made.out.ends_with("Results: " + name + "\nReport: " + name + "/report.html\n"));
    const std::string page = file_text(place / (name + "/report.html"));
    const Json data = place.data_in(name + "/report.html");
    CHECK(data.at("kind") == name);
    CHECK(data.at("format") == 1);
    CHECK(data.contains(name));
    CHECK(data == place.data_of(name));
    CHECK(place.ccmsim("report " + name).out == name + "/report.html\n");
    CHECK(file_text(place / (name + "/report.html")) == page);
    CHECK(Json::parse(file_text(place / (name + "/manifest.json"))).at("sha256").count("report.html") == 0);
  }
}

TEST_CASE("report: the commands in it make the same tables, in the directory of the results") {
  const Reporters place;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    INFO(kinds[i]);
    REQUIRE(place.ccmsim(Reporters::commands()[i] + " --seed 5 -q --out " + kinds[i]).code == 0);
    const std::string again = place.data_in(kinds[i] + "/report.html").at("again").at(0);
    INFO(again);
    REQUIRE(again.starts_with("ccmsim "));
    CHECK(place.shell("cd " + kinds[i] + "; $CCMSIM " + again.substr(7) + " -q --out ../again-" + kinds[i]).code == 0);
    CHECK(different_tables(place, kinds[i], "again-" + kinds[i]).empty());
  }
}

TEST_CASE("report: words of commands are quoted where a shell needs it, and other ways to ask are kept") {
  const Reporters place;
  REQUIRE(place.ccmsim("run small.yaml --replication 3 -q --no-report --out one").code == 0);
  CHECK(place.data_of("one").at("again") == Json{"ccmsim run effective.yaml --replication 3"});
  REQUIRE(place.ccmsim("run small.yaml --half-width '50 %' --output sales --max-replications 9 -q --no-report --out wide").code == 0);
  CHECK(place.data_of("wide").at("again") ==
        Json{"ccmsim run effective.yaml --replications 3 --half-width 50% --output sales --max-replications 9"});
  REQUIRE(place.ccmsim("experiment grid.yaml -r 1 --set 'name=It'\"'\"'s hot' --interactions 1 -q --no-report --out hot").code == 0);
  CHECK(place.data_of("hot").at("again") ==
        Json{"ccmsim experiment experiment.yaml --set 'name=It'\\''s hot' --replications 1 --interactions 1"});
  CHECK(place.shell("cd hot && $CCMSIM experiment experiment.yaml --set 'name=It'\\''s hot' --replications 1 -q --out ../again").code == 0);
}

TEST_CASE("report: the same bytes whatever --jobs and --out are") {
  const Reporters place;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    INFO(kinds[i]);
    REQUIRE(place.ccmsim(Reporters::commands()[i] + " -q --jobs 1 --out " + kinds[i]).code == 0);
    REQUIRE(place.ccmsim(Reporters::commands()[i] + " -q --jobs 2 --out elsewhere/deep/" + kinds[i]).code == 0);
    CHECK(place.difference(kinds[i], "elsewhere/deep/" + kinds[i]).empty());
  }
}

TEST_CASE("report: --no-report leaves none, and takes a stale one of an experiment away") {
  const Reporters place;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    INFO(kinds[i]);
    const Finished made = place.ccmsim(Reporters::commands()[i] + " --no-report --out " + kinds[i]);
    CHECK(made.out.ends_with("Results: " + kinds[i] + "\n"));
    CHECK_FALSE(fs::exists(place / (kinds[i] + "/report.html")));
  }
  REQUIRE(place.ccmsim(Reporters::commands()[4] + " -q --out experiment").code == 0);
  CHECK(fs::exists(place / "experiment/report.html"));
  REQUIRE(place.ccmsim(Reporters::commands()[4] + " -q --out experiment --no-report --interactions 1").code == 0);
  CHECK_FALSE(fs::exists(place / "experiment/report.html"));
}

TEST_CASE("report: an experiment that has more runs to come has no report until they are done") {
  const Reporters place;
  REQUIRE(place.ccmsim("experiment failing.yaml -q --out results").code == 3);
  CHECK(place.data_in("results/report.html").at("experiment").at("failed") == 2);
  CHECK(place.ccmsim("experiment failing.yaml -r 3 --fail-fast -q --jobs 1 --out results").code == 3);
  for (const char* file : {"report.html", "manifest.json", "experiment.yaml", "scenario.yaml"})
    CHECK_FALSE(fs::exists(place / (std::string("results/") + file)));
  const Finished unfinished = place.ccmsim("report results");
  CHECK(unfinished.code == 2);
  CHECK(unfinished.err ==
        "ccmsim: error: 'results' has no results yet: an experiment is under way there, or was interrupted\n"
        "  The same 'ccmsim experiment' command goes on.\n");
}

TEST_CASE("report: directories that say nothing of their command have one, too") {
  const Reporters place;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    INFO(kinds[i]);
    REQUIRE(place.ccmsim(Reporters::commands()[i] + " -q --out " + kinds[i]).code == 0);
    Json manifest = Json::parse(file_text(place / (kinds[i] + "/manifest.json")));
    manifest.erase("command");
    write_file(place / (kinds[i] + "/manifest.json"), manifest.dump());
    CHECK(place.data_of(kinds[i]).at("kind") == kinds[i]);
  }
}

TEST_CASE("report: the names of a scenario stay texts") {
  const Reporters place;
  const std::string hostile = "</script><img src=x onerror=alert(1)><!--";
  REQUIRE(place.ccmsim("run small.yaml -q --set 'name=\"" + hostile + "\"' --set 'question=\"" + hostile + "\"' --out results").code == 0);
  const std::string page = file_text(place / "results/report.html");
  CHECK(page.find("<img src=x") == std::string::npos);
  CHECK(page.find("@DATA@") == std::string::npos);
  CHECK(place.data_in("results/report.html").at("title") == hostile);
  CHECK(place.data_in("results/report.html").at("question") == hostile);
}

TEST_CASE("report: option --out writes elsewhere, --json nowhere") {
  const Reporters place;
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --out results").code == 0);
  CHECK(place.ccmsim("report results --out page.html").out == "page.html\n");
  CHECK(place.data_in("page.html") == place.data_of("results"));
  CHECK_FALSE(fs::exists(place / "results/report.html"));
}

TEST_CASE("report: what is no ordinary file is not replaced by a page") {
  const Reporters place;
  REQUIRE(place.ccmsim("run small.yaml -q --no-report --out results").code == 0);
  REQUIRE(place.shell("mkfifo pipe; ln -s elsewhere link; mkdir folder").code == 0);
  for (const char* name : {"pipe", "link", "folder"}) {
    const Finished finished = place.ccmsim(std::string("report results --out ") + name);
    CHECK(finished.code == 2);
    CHECK(finished.err ==
          "ccmsim: error: '" + std::string(name) + "' is not an ordinary file, so no page can take its place\n  Name a file for --out.\n");
  }
  CHECK(place.shell("test -p pipe && test -L link && test -d folder && ! ls | grep new").code == 0);
}

TEST_CASE("report: the facts say what was run") {
  const Reporters place;
  REQUIRE(place.ccmsim("run small.yaml -r 2 --seed 3 --set time.periods=4 --set time.warm_up=1 -q --out results").code == 0);
  const Json facts = place.data_of("results").at("facts");
  const std::vector<std::pair<std::string, std::string>> expected{
      {"Scenario file", "small.yaml"},
      {"Changed", "time.periods=4, time.warm_up=1, seed=3"},
      {"Market", "1 customer segment, 1 minifactory"},
      {"Simulated time", "4 periods of 26 d; the first is left out of totals and means"},
      {"Replications", "2"},
      {"Seed", "3"}};
  CHECK(facts.get<std::vector<std::pair<std::string, std::string>>>() == expected);
}
