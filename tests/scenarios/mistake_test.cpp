// Is a mistake told so that a user finds and mends it?

#include "scenarios/mistake.hpp"

#include <catch2/catch.hpp>

#include "scenarios/load.hpp"

using namespace ccm;

namespace {

std::string told(const Mark& where, const std::string& message, const std::string& advice = "") {
  Mistake mistake;
  mistake.where = where;
  mistake.message = message;
  mistake.advice = advice;
  return to_text(mistake);
}

}  // namespace

TEST_CASE("a mistake shows its place, its line, a caret and what to do") {
  const auto source = std::make_shared<const Source>(Source{"file.yaml", {"first", "  beta: x", "third"}});
  CHECK(told({source, 2, 9}, "expected a number, not 'x'", "Write 1.5.") ==
        "file.yaml:2:9: error: expected a number, not 'x'\n"
        "  2 |   beta: x\n"
        "    |         ^\n"
        "  Write 1.5.");
  CHECK(told({source, 0, 0}, "the file is empty") == "file.yaml: error: the file is empty");
  CHECK(told({}, "no place") == "error: no place");
}

TEST_CASE("mistakes come in the order of their places") {
  const auto source = std::make_shared<const Source>(Source{"f", {"a", "b"}});
  Mistakes mistakes;
  mistakes.add({source, 2, 1}, "second");
  mistakes.add({source, 1, 3}, "first");
  try {
    mistakes.throw_if_any();
    FAIL("nothing thrown");
  } catch (const ScenarioError& error) {
    CHECK(error.mistakes()[0].message == "first");
    CHECK(error.mistakes()[1].message == "second");
  }
}

TEST_CASE("did you mean finds the near word and is silent about far ones") {
  const std::vector<std::string> known{"minifactories", "customers", "operator", "beta"};
  CHECK(did_you_mean("custommers", known) == "; did you mean 'customers'?");
  CHECK(did_you_mean("minifactroies", known) == "; did you mean 'minifactories'?");
  CHECK(did_you_mean("betta", known) == "; did you mean 'beta'?");
  CHECK(did_you_mean("xyz", known).empty());
  CHECK(did_you_mean("", known).empty());
  CHECK(did_you_mean(std::string(10'000, 'a'), known).empty());
}
