#pragma once
/// The least cost of a small allocation problem, by trying everything.

#include "models/allocation/problem.hpp"

namespace ccm::test {

struct LeastCost {
  AllocationStatus status = AllocationStatus::optimal;
  double unserved = 0;  // sum of priority times units
  double cost = 0;
};

/// Tries each grouping within the bounds and, with single routes, each choice of routes; a linear program finds shares and labour.
/// For about 6 machines, 4 parts, 3 levels and 3 groups.
[[nodiscard]] LeastCost by_brute_force(const AllocationProblem& problem);

}  // namespace ccm::test
