// Is every run there once, with the same bytes, however often an experiment is killed?

#include <catch2/catch.hpp>
#include <random>

#include "tests/cli/experiments.hpp"

using namespace ccm::test;

namespace {

constexpr int kills = 20;

/// Seconds from 0.02 to 0.3, the same in every run of the test.
std::string random_moment(std::minstd_rand& random) { return "0." + std::to_string(20 + random() % 280 + 1000).substr(1); }

/// 120 runs, so that kills come before, while and after they are made.
const std::string whole = "$CCMSIM experiment grid.yaml --replications 20 -q --jobs 2 --out ";

}  // namespace

TEST_CASE("an experiment that is killed 20 times and resumed has the same bytes") {
  const Laboratory place;
  REQUIRE(place.shell(whole + "reference").code == 0);
  std::minstd_rand random(7);
  for (int kill = 0; kill < kills; ++kill) {
    if (kill % 5 == 0) REQUIRE(place.shell("rm -rf results").code == 0);
    static_cast<void>(place.shell(whole + "results 2>/dev/null & sleep " + random_moment(random) + "; kill -9 $! 2>/dev/null; wait $!"));
  }
  CHECK(place.shell(whole + "results 2>/dev/null").code == 0);
  CHECK(place.difference("reference", "results").empty());
}

TEST_CASE("an experiment whose workers are killed at 20 moments has the same bytes") {
  const Laboratory place;
  const std::string many = "$CCMSIM experiment grid.yaml --replications 200 -q --progress none --jobs 2 --out ";
  REQUIRE(place.shell(many + "reference").code == 0);
  std::minstd_rand random(11);
  std::string killer;
  for (int kill = 0; kill < kills; ++kill)
    killer += "sleep " + random_moment(random).replace(2, 1, "0") + "; pkill -9 -o -P $! && echo killed; ";
  const Finished finished = place.shell(many + "results 2>err & " + killer + "wait $!");
  CHECK(finished.code == 0);
  CHECK(finished.out.find("killed") != std::string::npos);
  CHECK(file_text(place / "err").empty());
  CHECK(place.difference("reference", "results").empty());
}

TEST_CASE("an interrupted experiment keeps what has finished, and goes on") {
  const Laboratory place;
  const std::string until_some_are_there =
      "for i in $(seq 500); do [ -s results/results.sqlite-wal ] && break; sleep 0.01; done; sleep 0.1; ";
  const Finished finished =
      place.shell("env --default-signal=INT " + whole + "results 2>err & " + until_some_are_there + "kill -INT $!; wait $!");
  CHECK(finished.code == 130);
  CHECK_THAT(file_text(place / "err"),
             Catch::Matches("ccmsim: interrupted; [0-9]+ runs are kept in 'results'; the same command goes on\n"));
  REQUIRE(place.shell(whole + "reference").code == 0);
  CHECK(place.shell(whole + "results 2>/dev/null").code == 0);
  CHECK(place.difference("reference", "results").empty());
}

TEST_CASE("a full disk ends an experiment with a message, and what was there is kept") {
  const Laboratory place;
  const Finished finished = place.shell(
      "unshare -rm sh -c 'mkdir small && mount -t tmpfs -o size=200k none small && $0 experiment grid.yaml --replications 2000 -q --out small/results' "
      "$CCMSIM || exit $?");
  if (finished.err.find("unshare") == 0) return;  // not permitted here
  CHECK(finished.code == 1);
  CHECK(finished.err.find("ccmsim: error: cannot use small/results/results.sqlite: ") != std::string::npos);
}
