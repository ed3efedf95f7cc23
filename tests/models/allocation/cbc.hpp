#pragma once
/// The least cost of an allocation problem by COIN-OR's branch-and-cut solver.

#include "tests/models/allocation/brute_force.hpp"

namespace ccm::test {

/// Two mixed-integer programs: first the least unserved, then the least cost with that. Needs the program `cbc`; throws
/// std::runtime_error if it does not prove an optimum within a minute.
[[nodiscard]] LeastCost by_cbc(const AllocationProblem& problem);

}  // namespace ccm::test
