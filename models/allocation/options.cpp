// Which routes can each part take, and what do they cost and need?

#include "models/allocation/options.hpp"

#include <algorithm>
#include <bit>

namespace ccm {
namespace {

bool operates(const Worker& worker, std::size_t machine) {
  return worker.capacity > Seconds(0) && std::ranges::find(worker.operates, machine) != worker.operates.end();
}

void add_load(Option& option, std::size_t machine, Seconds time) {
  if (time == Seconds(0)) return;
  const auto known = std::ranges::find(option.loads, machine, &std::pair<std::size_t, double>::first);
  if (known != option.loads.end())
    known->second += time.value();
  else
    option.loads.emplace_back(machine, time.value());
}

Option option_of(const AllocationProblem& problem, std::size_t part, std::size_t route) {
  const PartDemand& demand = problem.parts[part];
  const Route& way = demand.part.routes[route];
  Option option{.part = part, .route = route, .move_cost = cost_of_a_move(demand).value()};
  option.cost = cost_without_labour(problem.plant, demand.part, way).total().value() * demand.units;
  const std::vector<double> started = units_started(way);
  for (std::size_t i = 0; i < way.operations.size(); ++i) {
    const Operation& operation = way.operations[i];
    const Seconds time = operation.time * (started[i] * demand.units);
    add_load(option, operation.machine, time);
    option.wages += (problem.plant.workers[*cheapest_level(problem.plant, operation.machine)].wage * time).value();
    if (option.path.empty() || option.path.back() != operation.machine) option.path.push_back(operation.machine);
  }
  return option;
}

std::size_t distinct_groups(const std::vector<std::size_t>& path, const std::vector<std::size_t>& group_of_machine) {
  std::uint64_t visited = 0;
  for (const std::size_t machine : path) visited |= std::uint64_t{1} << group_of_machine[machine];
  return static_cast<std::size_t>(std::popcount(visited));
}

}  // namespace

std::optional<std::size_t> cheapest_level(const Plant& plant, std::size_t machine) {
  std::optional<std::size_t> best;
  for (std::size_t w = 0; w < plant.workers.size(); ++w)
    if (operates(plant.workers[w], machine) && (!best || plant.workers[w].wage < plant.workers[*best].wage)) best = w;
  return best;
}

bool can_run(const Plant& plant, const Route& route) {
  return std::ranges::all_of(route.operations, [&](const Operation& operation) {
    return plant.machines[operation.machine].capacity > Seconds(0) && cheapest_level(plant, operation.machine).has_value();
  });
}

Money cost_of_a_move(const PartDemand& part) {
  const double batch = economic_order_quantity(part.part, part.units);
  return batch == 0 ? Money(0) : part.part.move_cost * (part.units / batch);
}

Options options_of(const AllocationProblem& problem) {
  Options options{.first = {0}};
  for (std::size_t p = 0; p < problem.parts.size(); ++p) {
    if (problem.parts[p].units == 0) continue;
    const std::vector<Route>& routes = problem.parts[p].part.routes;
    for (std::size_t r = 0; r < routes.size(); ++r)
      if (can_run(problem.plant, routes[r])) options.all.push_back(option_of(problem, p, r));
    if (options.all.size() == options.first.back()) continue;
    options.parts.push_back(p);
    options.first.push_back(options.all.size());
  }
  return options;
}

std::size_t count_moves(const std::vector<std::size_t>& path, const std::vector<std::size_t>& group_of_machine, MoveRule rule) {
  if (path.empty()) return 0;
  if (rule == MoveRule::distinct_groups) return distinct_groups(path, group_of_machine) - 1;
  std::size_t changes = 0;
  for (std::size_t i = 1; i < path.size(); ++i) changes += group_of_machine[path[i]] != group_of_machine[path[i - 1]];
  return changes;
}

}  // namespace ccm
