// Does every mistake in an experiment file get the message that helps its author?

#include <catch2/catch.hpp>

#include "tests/errors/case_file.hpp"
#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

const std::string folder = std::string(CCM_SOURCE_DIR) + "/tests/errors/";

/// What the program says about a text in experiment.yaml, beside its scenario.
Finished answer_to(const std::string& command, const std::string& text) {
  const TemporaryDirectory directory;
  write_file(directory / "experiment.yaml", text);
  write_file(directory / "base.yaml", file_text(folder + "base.yaml"));
  return shell("cd " + directory.path() + " && timeout 10 " CCM_BINARY " " + command + " experiment.yaml");
}

}  // namespace

TEST_CASE("the experiment that the wrong ones come from is right") {
  const Finished finished = ccmsim("validate " + folder + "experiment.yaml");
  CHECK(finished.code == 0);
  CHECK(finished.out == folder + "experiment.yaml: ok (experiment, grid, 2 factors)\n");
}

TEST_CASE("messages: experiments") {
  const auto cases = read_cases(folder + "cases/experiment.txt", file_text(folder + "experiment.yaml"));
  REQUIRE_FALSE(cases.empty());
  for (const ErrorCase& wrong : cases) {
    INFO(wrong.name);
    const Finished finished = answer_to("validate", wrong.scenario);
    CHECK(finished.err == wrong.message);
    CHECK(finished.out.empty());
    CHECK(finished.code == 2);
  }
}

TEST_CASE("an experiment is neither a scenario nor a problem") {
  const std::string text = file_text(folder + "experiment.yaml");
  CHECK(answer_to("run", text).err ==
        "experiment.yaml:1:1: error: this is an experiment, not a scenario\n"
        "  1 | experiment: 1\n"
        "    | ^\n"
        "  Use 'ccmsim experiment'.\n");
  CHECK(answer_to("solve", text).err.starts_with("experiment.yaml:1:1: error: this is an experiment, not a problem\n"));
}
