// Does the operator match as theory says?
//
// The checks of `ccmsim verify` (sim/commands/verify/matching_checks.cpp), here in twice as many runs.

#include "tests/validation/thorough.hpp"

using namespace ccm::test;

TEST_CASE("the nearest free unit, the power of two choices, pooling and loss are those of theory") {
  check_narrowly(ccm::matching_checks(thorough_laboratory(2)), 0.025);
}
