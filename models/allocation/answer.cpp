// What does the plan say of each part, machine and worker, and what does it cost?

#include "models/allocation/answer.hpp"

#include <algorithm>
#include <tuple>

namespace ccm {
namespace {

constexpr double full = 1 - 1e-9;  // of a capacity, but for rounding

class AnswerSheet {
 public:
  AnswerSheet(const AllocationProblem& problem, const Options& options, const std::vector<double>& shares, std::vector<LabourPool> pools)
      : problem_(problem),
        options_(options),
        shares_(shares),
        pools_(std::move(pools)),
        machine_time_(problem.plant.machines.size()),
        worker_time_(problem.plant.workers.size()) {}

  Allocation write(const Grouping& grouping) {
    result_.group_of_machine = grouping;
    for (const PartDemand& part : problem_.parts) {
      result_.parts.emplace_back().batch = economic_order_quantity(part.part, part.units);
      result_.unserved += part.units;
    }
    for (std::size_t j = 0; j < options_.all.size(); ++j)
      if (shares_[j] > 0) use(options_.all[j], shares_[j]);
    for (std::size_t p = 0; p < problem_.parts.size(); ++p) finish_part(p);
    find_full();
    std::ranges::sort(result_.work, {}, [](const Work& work) { return std::tie(work.part, work.route, work.machine, work.worker); });
    if (result_.unserved < 1e-9) result_.unserved = 0;
    result_.status = result_.unserved > 0 ? AllocationStatus::shortage : AllocationStatus::optimal;
    result_.bound = result_.cost.total();
    return std::move(result_);
  }

 private:
  void use(const Option& option, double share) {
    const PartDemand& demand = problem_.parts[option.part];
    const double units = demand.units * share;
    RouteUse use{.route = option.route, .units = units, .moves = count_moves(option.path, result_.group_of_machine, problem_.moves)};
    use.unit_cost = cost_without_labour(problem_.plant, demand.part, demand.part.routes[option.route]);
    use.unit_cost.movement = cost_of_a_move(demand) * (static_cast<double>(use.moves) / demand.units);
    for (const auto& [machine, time] : option.loads) use.unit_cost.labour += man(option, machine, time * share) / units;
    PartAllocation& part = result_.parts[option.part];
    part.served += units;
    part.cost += use.unit_cost * units;
    part.routes.push_back(use);
  }

  /// Takes the time from the machine's pool; returns the wages.
  Money man(const Option& option, std::size_t machine, double time) {
    machine_time_[machine] += time;
    LabourPool& pool = pool_of(machine);
    Money wages{0};
    for (std::size_t l = 0; l < pool.times.size() && time > 0; ++l) {
      auto& [level, left] = pool.times[l];
      const double taken = l + 1 == pool.times.size() ? time : std::min(time, left);
      if (taken <= 0) continue;
      left -= taken;
      time -= taken;
      worker_time_[level] += taken;
      wages += problem_.plant.workers[level].wage * Seconds(taken);
      result_.work.push_back({option.part, option.route, machine, level, Seconds(taken)});
    }
    return wages;
  }

  LabourPool& pool_of(std::size_t machine) {
    return *std::ranges::find_if(pools_, [&](const LabourPool& pool) { return std::ranges::count(pool.machines, machine) > 0; });
  }

  void finish_part(std::size_t index) {
    PartAllocation& part = result_.parts[index];
    const double demand = problem_.parts[index].units;
    if (demand == 0) return choose_for_nothing(index);
    if (demand - part.served < 1e-9 * demand) part.served = demand;
    result_.unserved -= part.served;
    result_.cost += part.cost;
    if (part.served > 0) part.average = part.cost.total() / part.served;
  }

  /// Nothing is demanded: the route whose first unit would cost least.
  void choose_for_nothing(std::size_t index) {
    const PartDemand one{problem_.parts[index].part, 1, 1};
    AllocationProblem single = {.plant = problem_.plant, .parts = {one}};
    PartAllocation& part = result_.parts[index];
    for (const Option& option : options_of(single).all) {
      CostByKind cost = cost_without_labour(problem_.plant, one.part, one.part.routes[option.route]);
      cost.labour = Money(option.wages);
      if (part.average && cost.total() >= *part.average) continue;
      part.average = cost.total();
      part.routes = {{option.route, 0, count_moves(option.path, result_.group_of_machine, problem_.moves), cost}};
    }
    part.marginal = part.average;
  }

  void find_full() {
    for (std::size_t y = 0; y < machine_time_.size(); ++y)
      if (machine_time_[y] > 0 && machine_time_[y] >= full * problem_.plant.machines[y].capacity.value())
        result_.full_machines.push_back(y);
    for (std::size_t w = 0; w < worker_time_.size(); ++w)
      if (worker_time_[w] > 0 && worker_time_[w] >= full * problem_.plant.workers[w].capacity.value()) result_.full_workers.push_back(w);
  }

  const AllocationProblem& problem_;
  const Options& options_;
  const std::vector<double>& shares_;
  std::vector<LabourPool> pools_;
  std::vector<double> machine_time_, worker_time_;
  Allocation result_;
};

}  // namespace

Allocation answer(const AllocationProblem& problem, const Options& options, const Grouping& grouping, const std::vector<double>& shares,
                  std::vector<LabourPool> pools) {
  return AnswerSheet(problem, options, shares, std::move(pools)).write(grouping);
}

}  // namespace ccm
