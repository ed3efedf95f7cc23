// Do the formulas and the simulated provider earn the profits of the paper's Table 3?
//
// The checks are those of `ccmsim verify` (sim/commands/verify/paper_checks.cpp) in three times as many runs.

#include "tests/validation/thorough.hpp"

using namespace ccm::test;

TEST_CASE("simulated profits are those of Table 3, and of the best single price that it lacks") {
  check_narrowly(ccm::paper_checks(thorough_laboratory(3)), 0.005);
}
