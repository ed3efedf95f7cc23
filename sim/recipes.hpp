#pragma once
/// From an allocation to the ways in which single orders are made.

#include "models/allocation/options.hpp"
#include "sim/planning.hpp"

namespace ccm {

/// The planned routes of each part; none for a part that cannot be made.
[[nodiscard]] std::vector<std::vector<PlannedRoute>> planned_routes(const AllocationProblem& problem, const Allocation& allocation);

/// The ways to make one unit of a service, weighted so that each part takes its routes in the planned shares: the shares of each part are
/// laid side by side from 0 to 1, and each stretch in which no part changes its route is a recipe.
/// Empty if some part cannot be made.     Tested by: tests/sim/planning_test.cpp.
[[nodiscard]] std::vector<Recipe> recipes_of(const ServiceModel& service, const std::vector<std::vector<PlannedRoute>>& routes);

}  // namespace ccm
