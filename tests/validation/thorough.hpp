#pragma once
/// The simulated checks of `ccmsim verify` with more runs than users wait for.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/commands/verify/topics.hpp"

namespace ccm::test {

/// Makes so many times as many runs as `ccmsim verify`, two at a time.
inline Laboratory thorough_laboratory(std::size_t thoroughness) { return Laboratory(2, thoroughness); }

/// Every check passes, and its tolerance is below that share of the expected number; otherwise it would say nothing. What follows from the
/// rounding of printed numbers is as narrow as print allows, however much is simulated.
inline void check_narrowly(const std::vector<Check>& checks, double widest) {
  REQUIRE_FALSE(checks.empty());
  for (const Check& check : checks) {
    INFO(fmt::format("{}: expected {}, obtained {}, tolerance {} ({})", check.name, check.expected, check.obtained, check.tolerance.value,
                     check.tolerance.why));
    CHECK(passes(check));
    if (check.tolerance.why != "rounding of printed numbers") CHECK(check.tolerance.value <= widest * std::abs(check.expected));
  }
}

}  // namespace ccm::test
