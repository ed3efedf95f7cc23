// Is a copy of an experiment file the same but for where its scenario lies?

#include "scenarios/experiments/experiment_copy.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

namespace {

std::string file_with(const std::string& scenario) {
  return "# A comment of ../a.yaml stays.\nexperiment: 1\nname: Überblick\n" + scenario +
         "factors: [{name: wage, key: x.y, levels: [5 kW, 12 kW]}]\ndesign: {kind: grid}\noutputs: [profit]\n";
}

std::string copied(const std::string& scenario) {
  return text_beside(load_experiment_text(file_with(scenario), "folder/e.yaml"), "scenario.yaml");
}

}  // namespace

TEST_CASE("experiment copy: only the path of the scenario changes") {
  CHECK(copied("scenario: ../a.yaml  # its comment\n") == file_with("scenario: scenario.yaml  # its comment\n"));
  CHECK(copied("scenario: \"../a.yaml\"\n") == file_with("scenario: \"scenario.yaml\"\n"));
  CHECK(copied("scenario:\n  ../a.yaml\n") == file_with("scenario:\n  scenario.yaml\n"));
}

TEST_CASE("experiment copy: a path that is not written as it reads is replaced all the same") {
  const std::string copy = copied("scenario: \"..\\x2fa.yaml\"\n");
  const Experiment experiment = load_experiment_text(copy, "e.yaml");
  CHECK(experiment.scenario->text == "scenario.yaml");
  CHECK(experiment.name == "Überblick");
  CHECK(experiment.factors.front().levels == std::vector<std::string>{"5 kW", "12 kW"});
}

TEST_CASE("experiment copy: the files that a scenario names") {
  CHECK(files_named_in("ccmsim: 1\nplaces_from: places/alps.csv\nnetwork: {platform: net.xml}\n") ==
        std::vector<std::string>{"places/alps.csv", "net.xml"});
  CHECK(files_named_in("ccmsim: 1\n").empty());
}
