// Does `ccmsim schedule` answer as its contract says, to readers and to programs?

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

using Json = nlohmann::json;

const std::string benchmark = std::string(CCM_SOURCE_DIR) + "/scenarios/problems/brandimarte_1993/mk02.fjs";

/// A directory with shop.fjs of this content, and what the program says to it.
Finished answer_to(const std::string& text, const std::string& arguments = "") {
  const TemporaryDirectory directory;
  write_file(directory / "shop.fjs", text);
  return shell("cd " + directory.path() + " && " CCM_BINARY " schedule shop.fjs " + arguments);
}

}  // namespace

TEST_CASE("schedule: the page") {
  const Finished finished = answer_to("2 2\n2 1 1 3 1 2 2\n1 2 1 4 2 5\n");
  CHECK(finished.code == 0);
  CHECK(finished.err.empty());
  CHECK(finished.out ==
        "jobs: 2, operations: 3, machines: 2\n"
        "\n"
        "No schedule is shorter than 5.\n"
        "  rule  makespan  gap %\n"
        "  fifo         7   40.0\n"
        "  edd          7   40.0\n"
        "  spt          7   40.0\n"
        "  cr           7   40.0\n"
        "\n"
        "Schedule by fifo\n"
        "  job  operation  machine  start  end\n"
        "    1          1        1      0    3\n"
        "    1          2        2      5    7\n"
        "    2          1        2      0    5\n");
}

TEST_CASE("schedule: the document agrees with itself") {
  const Finished finished = ccmsim("schedule " + benchmark + " --json");
  REQUIRE(finished.code == 0);
  const Json answer = Json::parse(finished.out);
  CHECK(answer.at("jobs") == 10);
  CHECK(answer.at("machines") == 6);
  CHECK(answer.at("operations") == 58);
  CHECK(answer.at("schedule").size() == 58);
  double end = 0, best = 1e9;
  for (const Json& done : answer.at("schedule")) end = std::max(end, done.at("end").get<double>());
  for (const Json& one : answer.at("rules")) {
    best = std::min(best, one.at("makespan").get<double>());
    const double gap = one.at("makespan").get<double>() / answer.at("lower_bound").get<double>() - 1;
    CHECK(one.at("gap").get<double>() == Approx(gap).margin(1e-12));
  }
  CHECK(answer.at("rules").size() == 4);
  CHECK(answer.at("makespan") == end);
  CHECK(answer.at("makespan") == best);
}

TEST_CASE("schedule: one rule, and one that is not there") {
  const Json answer = Json::parse(ccmsim("schedule --rule spt --json " + benchmark).out);
  CHECK(answer.at("rule") == "spt");
  CHECK(answer.at("rules").size() == 1);
  const Finished finished = ccmsim("schedule --rule spd " + benchmark);
  CHECK(finished.code == 2);
  CHECK(finished.out.empty());
  CHECK(finished.err ==
        "ccmsim: error: --rule: there is no rule 'spd'; did you mean 'spt'?\n"
        "  Known: fifo, edd, spt, cr.\n"
        "  'ccmsim --help' lists the commands, 'ccmsim COMMAND --help' its options.\n");
}

TEST_CASE("schedule: wrong files") {
  const Finished finished = answer_to("1 2\n1 1 3 5\n");
  CHECK(finished.code == 2);
  CHECK(finished.out.empty());
  CHECK(finished.err ==
        "shop.fjs:2:5: error: expected a machine of operation 1, a whole number from 1 to 2, not '3'\n"
        "  2 | 1 1 3 5\n"
        "    |     ^\n");
  CHECK(ccmsim("schedule /nowhere/shop.fjs").err == "/nowhere/shop.fjs: error: cannot open the file: No such file or directory\n");
  CHECK(ccmsim("schedule /nowhere/shop.fjs").code == 2);
}
