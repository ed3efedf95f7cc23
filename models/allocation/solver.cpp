// Which plan is the cheapest?

#include "models/allocation/solver.hpp"

#include <algorithm>

#include "models/allocation/answer.hpp"
#include "models/allocation/tight_search.hpp"

namespace ccm {
namespace {

/// The best plan as if capacity had no end.
struct BoundlessPlan {
  Grouping grouping;
  double bound = 0;  // proven
};

GroupingCosts boundless_costs(const Options& options) {
  GroupingCosts costs{{}, std::vector<double>(options.part_count(), std::numeric_limits<double>::infinity())};
  for (const Option& option : options.all) costs.option.push_back(option.cost + option.wages);
  return costs;
}

std::size_t cheapest_option(const AllocationProblem& problem, const Options& options, std::size_t part, const Grouping& grouping) {
  const auto cost = [&](std::size_t j) {
    const Option& option = options.all[j];
    return option.cost + option.wages + option.move_cost * static_cast<double>(count_moves(option.path, grouping, problem.moves));
  };
  std::size_t best = options.first[part];
  for (std::size_t j = best + 1; j < options.first[part + 1]; ++j)
    if (cost(j) < cost(best)) best = j;
  return best;
}

std::vector<LabourPool> cheapest_labour(const AllocationProblem& problem) {
  std::vector<LabourPool> pools;
  for (std::size_t y = 0; y < problem.plant.machines.size(); ++y)
    if (const auto level = cheapest_level(problem.plant, y)) pools.push_back({{y}, {{*level, std::numeric_limits<double>::infinity()}}});
  return pools;
}

Allocation boundless_answer(const AllocationProblem& problem, const Options& options, const Grouping& grouping) {
  std::vector<double> shares(options.all.size());
  for (std::size_t x = 0; x < options.part_count(); ++x) shares[cheapest_option(problem, options, x, grouping)] = 1;
  return answer(problem, options, grouping, shares, cheapest_labour(problem));
}

bool fits(const AllocationProblem& problem, const Allocation& plan) {
  std::vector<Seconds> machine(problem.plant.machines.size()), worker(problem.plant.workers.size());
  for (const Work& work : plan.work) {
    machine[work.machine] += work.time;
    worker[work.worker] += work.time;
  }
  constexpr double rounding = 1 + 1e-12;
  for (std::size_t y = 0; y < machine.size(); ++y)
    if (machine[y] > problem.plant.machines[y].capacity * rounding) return false;
  for (std::size_t w = 0; w < worker.size(); ++w)
    if (worker[w] > problem.plant.workers[w].capacity * rounding) return false;
  return true;
}

/// Of the search only half of the budget is spent if capacity seems to bind: then another search follows.
BoundlessPlan boundless_plan(const AllocationProblem& problem, const Options& options, GroupingSearch& groupings, Budget& budget) {
  const GroupingCosts costs = boundless_costs(options);
  budget.hold_back_half();
  BoundlessPlan plan{.grouping = groupings.guess(costs)};
  if (fits(problem, boundless_answer(problem, options, plan.grouping))) budget.release();
  plan.bound = groupings.search(costs, groupings.cost(plan.grouping, costs), [&](const Grouping& grouping, double cost) {
    plan.grouping = grouping;
    return cost;
  });
  budget.release();
  return plan;
}

/// Batches grow with demand, so one more unit moves half as much as the average one.
void add_marginals(Allocation& plan) {
  for (PartAllocation& part : plan.parts)
    if (part.served > 0) part.marginal = (part.cost.total() - part.cost.movement / 2) / part.served;
}

void add_bound(Allocation& plan, double bound) {
  const double cost = plan.cost.total().value();
  if (bound >= cost * (1 - 1e-11)) return;
  plan.status = AllocationStatus::limit;
  plan.bound = Money(bound);
  plan.gap = (cost - bound) / cost;
}

/// Where all is made, capacity can only have made it dearer.
void raise_bound(Allocation& plan, double bound) {
  if (plan.status != AllocationStatus::limit || plan.unserved > 0 || bound <= plan.bound.value()) return;
  plan.status = AllocationStatus::optimal;
  plan.bound = plan.cost.total();
  plan.gap = 0;
  add_bound(plan, bound);
}

Allocation without_grouping(const AllocationProblem& problem) {
  Allocation nothing{.status = AllocationStatus::infeasible};
  nothing.parts.resize(problem.parts.size());
  for (const PartDemand& part : problem.parts) nothing.unserved += part.units;
  return nothing;
}

Allocation search(const AllocationProblem& problem, Budget& budget) {
  const Options options = options_of(problem);
  GroupingSearch groupings(problem, options, budget);
  if (!groupings.possible()) return without_grouping(problem);
  const BoundlessPlan plan = boundless_plan(problem, options, groupings, budget);
  Allocation allocation = boundless_answer(problem, options, plan.grouping);
  if (!fits(problem, allocation)) {
    allocation = TightSearch(problem, options, groupings, budget).run(plan.grouping);
    raise_bound(allocation, plan.bound);
    return allocation;
  }
  add_marginals(allocation);
  add_bound(allocation, plan.bound);
  return allocation;
}

}  // namespace

Allocation solve(const AllocationProblem& problem) {
  require_valid(problem);
  Budget budget(problem.node_limit);
  Allocation allocation = search(problem, budget);
  allocation.nodes = budget.spent();
  return allocation;
}

}  // namespace ccm
