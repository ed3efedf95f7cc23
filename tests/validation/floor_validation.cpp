// Do machines queue as queueing theory says?
//
// The checks of `ccmsim verify` (sim/commands/verify/floor_checks.cpp), here in three times as many runs.

#include "tests/validation/thorough.hpp"

using namespace ccm::test;

TEST_CASE("machines: queues, tandems, networks, priorities, loss and energy are those of theory") {
  check_narrowly(ccm::floor_checks(thorough_laboratory(3)), 0.03);
}
