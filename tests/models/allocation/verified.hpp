#pragma once
/// Answers of the solver that are plans, whatever the node limit.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "models/allocation/solver.hpp"
#include "tests/models/allocation/verify_plan.hpp"

namespace ccm::test {

/// Costs are sums of up to some thousand products in double precision; this part of them is rounding.
constexpr double rounding_of_costs = 1e-9;

inline Allocation verified(AllocationProblem problem, std::int64_t limit) {
  problem.node_limit = limit;
  const Allocation answer = solve(problem);
  CHECK(verify_plan(problem, answer) == std::vector<std::string>{});
  if (answer.status != AllocationStatus::limit) return answer;
  CHECK(answer.nodes >= limit);
  CHECK(answer.gap > 0);
  CHECK(answer.gap <= 1);
  return answer;
}

template <class Function>
void for_each_rule(AllocationProblem problem, Function function) {
  for (const RouteRule routes : {RouteRule::single, RouteRule::split})
    for (const MoveRule moves : {MoveRule::distinct_groups, MoveRule::changes}) {
      problem.routes = routes;
      problem.moves = moves;
      INFO(fmt::format("{}, {}", routes == RouteRule::single ? "single" : "split", moves == MoveRule::changes ? "changes" : "distinct"));
      function(problem);
    }
}

}  // namespace ccm::test
