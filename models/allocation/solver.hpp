#pragma once
/// The exact solver of the allocation problem.

#include "models/allocation/problem.hpp"

namespace ccm {

/// Solves the problem to a proven optimum, or to its node limit; a pure function of the problem, so equal problems have equal answers to
/// the last bit. Ties go to the first plan in the order of the search. Throws ModelError for an invalid problem.
/// How: models/allocation/README.md.     Tested by: tests/models/allocation_brute_force_test.cpp, allocation_milp_test.cpp,
/// allocation_table1_test.cpp, allocation_limits_test.cpp, allocation_extremes_test.cpp.
[[nodiscard]] Allocation solve(const AllocationProblem& problem);

}  // namespace ccm
