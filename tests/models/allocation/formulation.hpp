#pragma once
/// The numbers of the allocation problem, computed by the tests' own formulas and not by the product's.

#include "models/allocation/problem.hpp"

namespace ccm::test {

/// What one good unit takes on a route.
struct RouteNumbers {
  CostByKind unit_cost;       // without labour and movement
  std::vector<double> hours;  // on each machine: t_xry
};

struct PartNumbers {
  double batch = 0;               // Q_x = sqrt(2 D SC / HC) [units]
  double cost_of_full_moves = 0;  // m_x = MoveCost D / Q: of one move of each batch, if all of the demand moves
  std::vector<RouteNumbers> routes;
};

/// One entry per part, in the problem's order.
[[nodiscard]] std::vector<PartNumbers> numbers_of(const AllocationProblem& problem);

/// k_xr(n) of a batch.
[[nodiscard]] std::size_t moves_on(const Route& route, const std::vector<std::size_t>& group_of_machine, MoveRule rule);

[[nodiscard]] bool keeps_bounds(const AllocationProblem& problem, const std::vector<std::size_t>& group_of_machine);

[[nodiscard]] bool operates(const Worker& worker, std::size_t machine);

/// sum_x priority_x D_x, which is what the unserved units weigh if nothing is made.
[[nodiscard]] double weight_of_all_demand(const AllocationProblem& problem);

}  // namespace ccm::test
