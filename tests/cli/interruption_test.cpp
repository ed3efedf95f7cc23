// What is left of a run that is ended from outside?

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/cli/scenario.hpp"

namespace fs = std::filesystem;
using namespace ccm::test;

namespace {

/// Starts an endless run in the background as $!, and waits until its first replication is at work.
const std::string start_endless =
    "$CCMSIM run endless.yaml --out results --jobs 2 --replications 2 2>err >out & "
    "while ! ls .results.partial-*/replication-1/orders.csv >/dev/null 2>&1; do sleep 0.02; done; ";

/// How many processes still run in the directory.
std::string living(const Workplace& place) {
  return place.shell("for p in /proc/[0-9]*; do [ \"$(readlink $p/cwd)\" = \"$PWD\" ] && readlink $p/exe; done | grep -c ccmsim").out;
}

}  // namespace

TEST_CASE("kill -9 leaves no result, no process, and a leftover that the next run removes") {
  const Workplace place;
  static_cast<void>(place.shell(start_endless + "kill -9 $!; wait $!; sleep 0.2"));
  CHECK_FALSE(fs::exists(place / "results"));
  CHECK(living(place) == "0\n");

  const Finished next = place.ccmsim("run small.yaml --out results --quiet");
  CHECK(next.code == 0);
  CHECK(next.err.find("ccmsim: removed '.results.partial-") == 0);
  CHECK(next.err.find("', left by a run that was killed\n") != std::string::npos);
  CHECK(place.shell("ls -A").out == "endless.yaml\nerr\nout\nresults\nsmall.yaml\n");
}

TEST_CASE("an interrupted run without a finished replication leaves nothing") {
  const Workplace place;
  const Finished finished = place.shell(start_endless + "kill -TERM $!; wait $!");
  CHECK(finished.code == 130);
  CHECK(file_text(place / "err") == "ccmsim: interrupted; 0 of 2 replications had finished, so nothing is kept\n");
  CHECK(file_text(place / "out").empty());
  CHECK(place.shell("ls -A").out == "endless.yaml\nerr\nout\nsmall.yaml\n");
}

TEST_CASE("an interrupted run keeps the replications that had finished") {
  const Workplace place;
  const std::string until_third = "while ! ls .results.partial-*/replication-3 >/dev/null 2>&1; do sleep 0.02; done; ";
  // An interactive shell would let background jobs hear SIGINT; sh makes them deaf to it, so it is sent by way of env.
  const Finished finished =
      place.shell("env --default-signal=INT $CCMSIM run small.yaml --out results --jobs 1 --replications 100000 2>err >out & " +
                  until_third + "kill -INT $!; wait $!");
  CHECK(finished.code == 130);
  const std::string err = file_text(place / "err");
  CHECK(err.find("ccmsim: interrupted; ") == 0);
  CHECK(err.find(" of 100000 replications had finished; their results are kept\n") != std::string::npos);
  CHECK(file_text(place / "out").find("Results: results\n") != std::string::npos);
  CHECK(file_text(place / "results/orders.csv").find("\n2,") != std::string::npos);
  CHECK_FALSE(fs::exists(place / "results/replication-1"));
}
