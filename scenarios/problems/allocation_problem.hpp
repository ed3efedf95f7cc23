#pragma once
/// Problem files of allocation: one minifactory, its parts and their demand in one period.

#include <string>
#include <vector>

#include "models/allocation/problem.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// An allocation problem with the names of what it is about, in the order of the indices.
struct AllocationTask {
  AllocationProblem problem;
  std::vector<std::string> machines, workers, parts;
  std::string currency;
};

/// The keys of such a file.
[[nodiscard]] const AnyType& allocation_type();

/// Reads the tree of a file; throws ScenarioError with every mistake. Bounds that no grouping can keep are no mistake: the answer is
/// that there is none.     Tested by: tests/scenarios/problem_test.cpp.
[[nodiscard]] AllocationTask read_allocation(const Node& root, Reader& reader);

}  // namespace ccm
