// Do minifactories queue as queueing theory says?
//
// M/M/1, M/D/1 and M/M/3 are checks of `ccmsim verify` (sim/commands/verify/queue_checks.cpp), here in four times as many runs.

#include <map>

#include "tests/support/process.hpp"
#include "tests/support/table.hpp"
#include "tests/validation/thorough.hpp"

using namespace ccm::test;

TEST_CASE("utilisation, wait and queue of M/M/1, M/D/1 and M/M/3 are those of theory") {
  check_narrowly(ccm::queue_checks(thorough_laboratory(4)), 0.02);
}

TEST_CASE("Little's law holds on every queue: the time average of its length is the sum of the waits over the time") {
  const TemporaryDirectory directory;
  const Finished run = ccmsim(fmt::format("run {}/scenarios/06_fifty_minifactories.yaml --set time.periods=26 --quiet --out {}",
                                          CCM_SOURCE_DIR, directory / "out"));
  INFO(run.err);
  REQUIRE(run.code == 0);
  struct Queue {
    double area_d = 0, waits_d = 0, longest_d = 0;
    int open = 0;
  };
  std::map<std::string, Queue> queues;
  for (const Row& row : read_table(directory / "out/periods.csv")) queues[row.at("minifactory")].area_d += number(row, "queue_mean") * 7;
  for (const Row& row : read_table(directory / "out/orders.csv")) {
    Queue& queue = queues[row.at("minifactory")];
    if (row.at("state") == "open") ++queue.open;
    if (row.at("state") != "delivered") continue;
    const double wait_d = number(row, "started_at_d") - number(row, "joined_at_d");
    queue.waits_d += wait_d;
    queue.longest_d = std::max(queue.longest_d, wait_d);
  }
  queues.erase("");  // requests without an offer
  REQUIRE(queues.size() == 50);
  // The two are measured apart: the line integrates its length, orders remember their times. They differ by the orders that are still
  // there at the horizon, whose waits the line has counted so far; each waits at most twice as long as the longest before it.
  for (const auto& [name, queue] : queues) {
    INFO(name);
    CHECK(queue.area_d - queue.waits_d >= -1e-9 * queue.waits_d);
    CHECK(queue.area_d - queue.waits_d <= queue.open * 2 * queue.longest_d + 1e-9 * queue.waits_d);
  }
}
