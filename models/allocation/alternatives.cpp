// What would the second choice cost, and what would more capacity save?

#include "models/allocation/alternatives.hpp"

#include <algorithm>

#include "models/allocation/solver.hpp"

namespace ccm {
namespace {

void renumber(std::size_t& route, std::size_t without) { route += route >= without ? 1 : 0; }

/// The plan in terms of the routes before one was left out.
void renumber(Allocation& plan, std::size_t part, std::size_t without) {
  for (RouteUse& use : plan.parts[part].routes) renumber(use.route, without);
  for (Work& work : plan.work)
    if (work.part == part) renumber(work.route, without);
}

Alternative solve_without(AllocationProblem problem, std::size_t part, std::size_t route) {
  std::vector<Route>& routes = problem.parts[part].part.routes;
  routes.erase(routes.begin() + static_cast<std::ptrdiff_t>(route));
  Alternative alternative{part, route, solve(problem)};
  renumber(alternative.plan, part, route);
  return alternative;
}

Relief solve_with_an_hour_more(AllocationProblem problem, bool of_worker, std::size_t index) {
  (of_worker ? problem.plant.workers[index].capacity : problem.plant.machines[index].capacity) += hours(1);
  return {of_worker, index, solve(problem)};
}

void share_out(std::int64_t& node_limit, std::size_t questions) {
  node_limit = std::max<std::int64_t>(1, node_limit / static_cast<std::int64_t>(std::max<std::size_t>(1, questions)));
}

}  // namespace

std::vector<Alternative> alternatives(AllocationProblem problem, const Allocation& optimum) {
  std::vector<std::pair<std::size_t, std::size_t>> questions;
  for (std::size_t p = 0; p < optimum.parts.size(); ++p)
    for (const RouteUse& use : optimum.parts[p].routes)
      if (use.units > 0 && problem.parts[p].part.routes.size() > 1) questions.emplace_back(p, use.route);
  share_out(problem.node_limit, questions.size());
  std::vector<Alternative> found;
  for (const auto& [part, route] : questions) found.push_back(solve_without(problem, part, route));
  return found;
}

std::vector<Relief> reliefs(AllocationProblem problem, const Allocation& optimum) {
  share_out(problem.node_limit, optimum.full_machines.size() + optimum.full_workers.size());
  std::vector<Relief> found;
  for (const std::size_t machine : optimum.full_machines) found.push_back(solve_with_an_hour_more(problem, false, machine));
  for (const std::size_t worker : optimum.full_workers) found.push_back(solve_with_an_hour_more(problem, true, worker));
  return found;
}

}  // namespace ccm
