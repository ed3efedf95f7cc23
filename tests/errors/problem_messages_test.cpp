// Does every mistake in a problem file get the message that helps its author?

#include <catch2/catch.hpp>

#include "tests/errors/case_file.hpp"
#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

const std::string folder = std::string(CCM_SOURCE_DIR) + "/tests/errors/";

/// What the program says about a text in problem.yaml.
Finished answer_to(const std::string& command, const std::string& text, const std::string& arguments = "") {
  const TemporaryDirectory directory;
  write_file(directory / "problem.yaml", text);
  return shell("cd " + directory.path() + " && timeout 10 " CCM_BINARY " " + command + " problem.yaml " + arguments);
}

void check_cases(const std::string& topic) {
  const auto cases = read_cases(folder + "cases/" + topic + ".txt", file_text(folder + topic + ".yaml"));
  REQUIRE_FALSE(cases.empty());
  for (const ErrorCase& wrong : cases) {
    INFO(wrong.name);
    const Finished finished = answer_to("solve", wrong.scenario, wrong.arguments);
    CHECK(finished.err == wrong.message);
    CHECK(finished.out.empty());
    CHECK(finished.code == 2);
  }
}

std::string many_parts(int count) {
  std::string text = file_text(folder + "allocation.yaml");
  for (int i = 0; i < count; ++i) text += "  part" + std::to_string(i) + ": {demand: 1, routes: [[[m1, 1]]]}\n";
  return text;
}

}  // namespace

TEST_CASE("the problems that the wrong ones come from are right") {
  const Finished finished =
      ccmsim("validate " + folder + "allocation.yaml " + folder + "mfca.yaml " + folder + "bargaining.yaml " + folder + "pricing.yaml");
  CHECK(finished.code == 0);
  CHECK(finished.out == folder + "allocation.yaml: ok (problem of allocation)\n" + folder + "mfca.yaml: ok (problem of mfca)\n" + folder +
                            "bargaining.yaml: ok (problem of bargaining)\n" + folder + "pricing.yaml: ok (problem of pricing)\n");
}

TEST_CASE("messages: problems of allocation") { check_cases("allocation"); }
TEST_CASE("messages: problems of material flow cost accounting") { check_cases("mfca"); }
TEST_CASE("messages: problems of bargaining") { check_cases("bargaining"); }
TEST_CASE("messages: problems of pricing") { check_cases("pricing"); }

TEST_CASE("ten thousand parts are refused") {
  CHECK(answer_to("solve", many_parts(10'000)).err ==
        "problem.yaml:12:3: error: 10002 entries are more than the limit of 1000\n"
        "  12 |   P1: {demand: 100, setup_cost: 20, holding_cost: 4, move_cost: 1.2, routes: [[[m1, 2], [m2, 2]], [[m3, 5]]]}\n"
        "     |   ^\n");
}

TEST_CASE("a problem is not a scenario") {
  CHECK(answer_to("run", file_text(folder + "mfca.yaml")).err ==
        "problem.yaml:1:1: error: this is a problem, not a scenario\n"
        "  1 | problem: mfca\n"
        "    | ^\n"
        "  Use 'ccmsim solve'.\n");
}

TEST_CASE("a wrong problem is validated like a scenario") {
  const Finished finished = answer_to("validate", file_text(folder + "mfca.yaml") + "carry: qc\n");
  CHECK(finished.code == 2);
  CHECK(finished.err.starts_with("problem.yaml:11:8: error: expected one of qc_mass, carried_mass, not 'qc'"));
}

TEST_CASE("an empty problem, and one that is not there") {
  CHECK(answer_to("solve", "").err == "problem.yaml: error: nothing is written here\n  Start from a shipped scenario.\n");
  const Finished finished = ccmsim("solve /nowhere/problem.yaml");
  CHECK(finished.code == 2);
  CHECK(finished.err == "/nowhere/problem.yaml: error: cannot open the file: No such file or directory\n");
}
