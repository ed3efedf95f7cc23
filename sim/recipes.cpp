// By which routes is one order made, at what cost, in what time, and what does it need?

#include "sim/recipes.hpp"

#include <algorithm>

namespace ccm {
namespace {

constexpr double sliver = 1e-12;  // a stretch of shares that is only rounding

void add(std::vector<std::size_t>& set, std::size_t element) {
  const auto place = std::ranges::lower_bound(set, element);
  if (place == set.end() || *place != element) set.insert(place, element);
}

void add(Resources& needs, const Resources& more) {
  for (const std::size_t machine : more.machines) add(needs.machines, machine);
  for (const std::size_t worker : more.workers) add(needs.workers, worker);
}

/// Wages of a machine for one good unit on the route: those of the levels that the plan puts there.
Money wages_at(const AllocationProblem& problem, const Allocation& allocation, std::size_t part, const RouteUse& use, std::size_t machine) {
  Money wages{0};
  for (const Work& work : allocation.work)
    if (work.part == part && work.route == use.route && work.machine == machine)
      wages += problem.plant.workers[work.worker].wage * work.time;
  return wages / use.units;
}

/// The levels that the plan puts at a machine for a part on a route; if it puts none there, the cheapest one.
std::vector<std::size_t> levels_at(const AllocationProblem& problem, const Allocation& allocation, std::size_t part, const RouteUse& use,
                                   std::size_t machine) {
  std::vector<std::size_t> levels;
  for (const Work& work : allocation.work)
    if (work.part == part && work.route == use.route && work.machine == machine) add(levels, work.worker);
  if (levels.empty()) levels.push_back(cheapest_level(problem.plant, machine).value());
  return levels;
}

/// The operations at which a batch enters a machine group and so has been moved.
std::vector<bool> entries(const Route& route, const Grouping& grouping, MoveRule rule) {
  std::vector<bool> moved;
  std::vector<std::size_t> visited;
  for (const Operation& operation : route.operations) {
    const std::size_t group = grouping[operation.machine];
    const bool is_new = std::ranges::find(visited, group) == visited.end();
    moved.push_back(!visited.empty() && (rule == MoveRule::changes ? group != visited.back() : is_new));
    visited.push_back(group);
  }
  return moved;
}

Seconds time_on(const Route& route, const std::vector<double>& started, std::size_t machine) {
  Seconds time{0};
  for (std::size_t i = 0; i < started.size(); ++i)
    if (route.operations[i].machine == machine) time += route.operations[i].time * started[i];
  return time;
}

PlannedRoute planned_route(const AllocationProblem& problem, const Allocation& allocation, std::size_t part, const RouteUse& use) {
  const Route& route = problem.parts[part].part.routes[use.route];
  const std::vector<double> started = units_started(route);
  const std::vector<bool> moved = entries(route, allocation.group_of_machine, problem.moves);
  PlannedRoute planned{.route = use.route, .unit_cost = use.unit_cost};
  for (std::size_t i = 0; i < started.size(); ++i) {
    const Operation& operation = route.operations[i];
    const Seconds time = operation.time * started[i];
    OperationCost& cost = planned.operations.emplace_back();
    if (moved[i]) cost.movement = use.unit_cost.movement / static_cast<double>(use.moves);
    if (use.units > 0 && time > Seconds(0))
      cost.labour = wages_at(problem, allocation, part, use, operation.machine) * (time / time_on(route, started, operation.machine));
    else
      cost.labour = problem.plant.workers[cheapest_level(problem.plant, operation.machine).value()].wage * time;
    planned.time += time;
    planned.steps.push_back({operation.machine, levels_at(problem, allocation, part, use, operation.machine), moved[i]});
    add(planned.needs, {{operation.machine}, planned.steps.back().levels});
  }
  return planned;
}

/// Appends a part to the recipes of the parts before it.
std::vector<Recipe> joined(const std::vector<Recipe>& before, const std::vector<PlannedRoute>& routes, double units) {
  std::vector<Recipe> result;
  auto recipe = before.begin();
  std::size_t route = 0;
  for (double of_recipe = recipe->weight, of_route = routes[0].weight;;) {
    const double stretch = std::min(of_recipe, of_route);
    if (stretch > sliver) {
      Recipe& made = result.emplace_back(*recipe);
      made.weight = stretch;
      made.routes.push_back(route);
      made.time += routes[route].time * units;
      made.cost += routes[route].unit_cost * units;
      add(made.needs, routes[route].needs);
    }
    of_recipe -= stretch;
    of_route -= stretch;
    if (of_recipe <= sliver && ++recipe == before.end()) return result;
    if (of_route <= sliver && ++route == routes.size()) return result;
    if (of_recipe <= sliver) of_recipe = recipe->weight;
    if (of_route <= sliver) of_route = routes[route].weight;
  }
}

}  // namespace

std::vector<std::vector<PlannedRoute>> planned_routes(const AllocationProblem& problem, const Allocation& allocation) {
  std::vector<std::vector<PlannedRoute>> planned(problem.parts.size());
  for (std::size_t p = 0; p < problem.parts.size(); ++p) {
    const PartAllocation& part = allocation.parts[p];
    for (const RouteUse& use : part.routes) {
      planned[p].push_back(planned_route(problem, allocation, p, use));
      planned[p].back().weight = part.served > 0 ? use.units / part.served : 1;
    }
  }
  return planned;
}

std::vector<Recipe> recipes_of(const ServiceModel& service, const std::vector<std::vector<PlannedRoute>>& routes) {
  std::vector<Recipe> recipes(1);
  for (const auto& [part, units] : service.parts) {
    if (routes[part].empty()) return {};
    recipes = joined(recipes, routes[part], units);
  }
  return recipes;
}

}  // namespace ccm
