#pragma once
/// What a planner asks next: how much the second choice costs, and what more capacity is worth.

#include "models/allocation/problem.hpp"

namespace ccm {

/// The best plan in which a part does without a route that it uses in the optimum.
struct Alternative {
  std::size_t part = 0;
  std::size_t without = 0;  // the route left out (index)
  Allocation plan;
};

/// The best plan with one hour more of a machine or worker level whose capacity is used up.
struct Relief {
  bool of_worker = false;  // else of a machine
  std::size_t index = 0;
  Allocation plan;
};

/// One alternative for each route in use, solved anew without it; empty if a part has no other route. The problem's node limit is
/// shared out over them.
[[nodiscard]] std::vector<Alternative> alternatives(AllocationProblem problem, const Allocation& optimum);

/// One relief for each full machine and worker level of the optimum, solved anew. The node limit is shared out as above.
[[nodiscard]] std::vector<Relief> reliefs(AllocationProblem problem, const Allocation& optimum);

}  // namespace ccm
