// Does the command line help whoever mistypes it?

#include <catch2/catch.hpp>

#include "tests/cli/refusal.hpp"

using namespace ccm::test;

namespace {

void refused(const std::string& arguments, const std::string& message) {
  INFO("ccmsim " << arguments);
  check_refused(ccmsim(arguments), message);
}

void answered(const std::string& arguments, const std::string& beginning) {
  INFO("ccmsim " << arguments);
  const Finished finished = ccmsim(arguments);
  CHECK(finished.code == 0);
  CHECK(finished.err.empty());
  CHECK(finished.out.substr(0, beginning.size()) == beginning);
}

}  // namespace

TEST_CASE("usage: commands") {
  refused("", "ccmsim: error: a command is missing" + usage_hint);
  refused("rnu scenario.yaml", "ccmsim: error: there is no command 'rnu'; did you mean 'run'?" + usage_hint);
  refused("fly", "ccmsim: error: there is no command 'fly'" + usage_hint);
}

TEST_CASE("usage: options") {
  refused("run scenario.yaml --replicatons 5",
          "ccmsim: error: 'run' has no option '--replicatons'; did you mean '--replications'?" + usage_hint);
  refused("run scenario.yaml --replicatons=5",
          "ccmsim: error: 'run' has no option '--replicatons'; did you mean '--replications'?" + usage_hint);
  refused("run scenario.yaml -z", "ccmsim: error: 'run' has no option '-z'" + usage_hint);
  refused("--verson", "ccmsim: error: ccmsim has no option '--verson'; did you mean '--version'?" + usage_hint);
  refused("run one.yaml two.yaml", "ccmsim: error: 'run' does not take so many arguments" + usage_hint);
  refused("run", "ccmsim: error: FILE is required" + usage_hint);
}

TEST_CASE("usage: values of options") {
  refused("run scenario.yaml --replications 0",
          "ccmsim: error: --replications: expected a whole number from 1 to 1000000, not '0'" + usage_hint);
  refused("run scenario.yaml --replications many",
          "ccmsim: error: --replications: expected a whole number from 1 to 1000000, not 'many'" + usage_hint);
  refused("run scenario.yaml --jobs -1", "ccmsim: error: --jobs: expected a whole number from 1 to 1024, not '-1'" + usage_hint);
  refused("run scenario.yaml --seed 1.5",
          "ccmsim: error: --seed: expected a whole number from 0 to 9223372036854775807, not '1.5'" + usage_hint);
  refused("run scenario.yaml --progress plian", "ccmsim: error: --progress: expected auto, plain or none, not 'plian'" + usage_hint);
  refused("run scenario.yaml --out", "ccmsim: error: --out: 1 required DIR missing" + usage_hint);
}

TEST_CASE("usage: an unknown key to explain") {
  refused("explain bta", "ccmsim: error: there is no key 'bta'; did you mean 'beta'?\n  'ccmsim explain' without a key lists all.\n");
}

TEST_CASE("usage: help and version") {
  answered("--help", "ccmsim simulates collaborative cloud manufacturing networks.\n");
  answered("run --help", "Simulate a scenario");
  answered("--version", "ccmsim ");
  answered("explain beta", "customers[].beta\n");
}
