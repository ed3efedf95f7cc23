// How is demand shared over routes at least cost when the machine groups stand?

#include "models/allocation/relaxation.hpp"

#include <algorithm>

namespace ccm {
namespace {

constexpr std::int64_t least_work = 500'000;  // granted to each program even when the budget is spent, since there must be a plan

std::vector<std::size_t> levels_of(const Plant& plant, std::size_t machine) {
  std::vector<std::size_t> levels;
  for (std::size_t w = 0; w < plant.workers.size(); ++w) {
    const Worker& worker = plant.workers[w];
    if (worker.capacity > Seconds(0) && std::ranges::find(worker.operates, machine) != worker.operates.end()) levels.push_back(w);
  }
  std::ranges::stable_sort(levels, {}, [&](std::size_t w) { return plant.workers[w].wage; });
  return levels;
}

double load_on(const Option& option, std::size_t machine) {
  const auto found = std::ranges::find(option.loads, machine, &std::pair<std::size_t, double>::first);
  return found == option.loads.end() ? 0 : found->second;
}

/// The most time that the machine can be asked for.
double largest_load(const Options& options, std::size_t machine) {
  double sum = 0;
  for (std::size_t x = 0; x < options.part_count(); ++x) {
    double largest = 0;
    for (std::size_t j = options.first[x]; j < options.first[x + 1]; ++j) largest = std::max(largest, load_on(options.all[j], machine));
    sum += largest;
  }
  return sum;
}

}  // namespace

/// Rows in the making.
struct Relaxation::Program {
  std::size_t columns;
  std::vector<double> coefficients, limits;

  double* add_row(double limit) {
    limits.push_back(limit);
    coefficients.resize(limits.size() * columns);
    return coefficients.data() + (limits.size() - 1) * columns;
  }
};

Relaxation::Relaxation(const AllocationProblem& problem, const Options& options)
    : problem_(problem),
      options_(options),
      allowed_(options.all.size(), true),
      grouping_(problem.plant.machines.size(), 0),
      simplex_((find_classes(), set_scales(), program())) {
  for (std::size_t x = 0; x < options_.part_count(); ++x) simplex_.set_cost(simplex_.slack_of(x), {unserved_weight(x), 0});
  for (std::size_t j = 0; j < options_.all.size(); ++j) set_option_cost(j);
  for (std::size_t c = 0; c < classes_.size(); ++c)
    for (std::size_t l = 0; l < classes_[c].levels.size(); ++l) {
      const double per_hour = problem_.plant.workers[classes_[c].levels[l]].wage.value();
      simplex_.set_cost(first_time_column_[c] + l, {0, per_hour * in_hours(Seconds(time_scale_)) / money_scale_});
    }
}

void Relaxation::find_classes() {
  for (std::size_t y = 0; y < problem_.plant.machines.size(); ++y) {
    if (largest_load(options_, y) == 0) continue;
    const auto levels = levels_of(problem_.plant, y);
    const auto known = std::ranges::find(classes_, levels, &LabourClass::levels);
    if (known == classes_.end())
      classes_.push_back({levels, {y}});
    else
      known->machines.push_back(y);
  }
  columns_ = options_.all.size();
  for (const LabourClass& labour : classes_) {
    first_time_column_.push_back(columns_);
    columns_ += labour.levels.size();
  }
}

void Relaxation::set_scales() {
  double money = 0, demand = 0, time = 0;
  for (const Option& option : options_.all) money = std::max(money, option.cost + option.wages + option.move_cost);
  for (const std::size_t p : options_.parts) demand += problem_.parts[p].units * problem_.parts[p].priority;
  for (std::size_t y = 0; y < problem_.plant.machines.size(); ++y) time = std::max(time, largest_load(options_, y));
  if (money > 0) money_scale_ = money;
  if (demand > 0) demand_scale_ = demand;
  if (time > 0) time_scale_ = time;
}

Simplex Relaxation::program() const {
  Program program{.columns = columns_};
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    double* row = program.add_row(1);
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) row[j] = 1;
  }
  fill_capacity_rows(program);
  fill_labour_rows(program);
  return Simplex(columns_, program.coefficients, program.limits);
}

void Relaxation::fill_capacity_rows(Program& program) const {
  for (std::size_t y = 0; y < problem_.plant.machines.size(); ++y) {
    const double capacity = problem_.plant.machines[y].capacity.value();
    if (largest_load(options_, y) <= capacity) continue;
    double* row = program.add_row(capacity / time_scale_);
    for (std::size_t j = 0; j < options_.all.size(); ++j) row[j] = load_on(options_.all[j], y) / time_scale_;
  }
}

void Relaxation::fill_labour_rows(Program& program) const {
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    double* row = program.add_row(0);
    for (std::size_t j = 0; j < options_.all.size(); ++j)
      for (const std::size_t y : classes_[c].machines) row[j] += load_on(options_.all[j], y) / time_scale_;
    for (std::size_t l = 0; l < classes_[c].levels.size(); ++l) row[first_time_column_[c] + l] = -1;
  }
  for (std::size_t w = 0; w < problem_.plant.workers.size(); ++w) {
    double* row = nullptr;
    for (std::size_t c = 0; c < classes_.size(); ++c) {
      const auto level = std::ranges::find(classes_[c].levels, w);
      if (level == classes_[c].levels.end()) continue;
      if (!row) row = program.add_row(problem_.plant.workers[w].capacity.value() / time_scale_);
      row[first_time_column_[c] + static_cast<std::size_t>(level - classes_[c].levels.begin())] = 1;
    }
  }
}

double Relaxation::unserved_weight(std::size_t part) const {
  const PartDemand& demand = problem_.parts[options_.parts[part]];
  return demand.units * demand.priority / demand_scale_;
}

double Relaxation::move_cost(std::size_t option) const {
  const Option& chosen = options_.all[option];
  if (chosen.move_cost == 0) return 0;
  return chosen.move_cost * static_cast<double>(count_moves(chosen.path, grouping_, problem_.moves));
}

/// An option that is not allowed is worse than leaving its demand unserved, and so never chosen.
void Relaxation::set_option_cost(std::size_t option) {
  const double forbidden = allowed_[option] ? 0 : 2;
  simplex_.set_cost(option, {forbidden, (options_.all[option].cost + move_cost(option)) / money_scale_});
}

void Relaxation::allow(std::size_t option, bool allowed) {
  if (allowed_[option] == allowed) return;
  allowed_[option] = allowed;
  set_option_cost(option);
}

void Relaxation::set_grouping(const Grouping& grouping) {
  grouping_ = grouping;
  for (std::size_t j = 0; j < options_.all.size(); ++j)
    if (options_.all[j].move_cost > 0) set_option_cost(j);
}

void Relaxation::solve(Budget& budget) { budget.spend(simplex_.minimise(std::max(least_work, budget.left()))); }

Rank Relaxation::value() const {
  const Rank value = simplex_.value();
  return {value.unserved, value.money * money_scale_};
}

RelaxedPlan Relaxation::plan() const {
  RelaxedPlan plan{grouping_, value(), {}, {}};
  for (std::size_t j = 0; j < options_.all.size(); ++j) plan.share.push_back(simplex_.solution(j));
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    std::vector<double>& times = plan.level_time.emplace_back();
    for (std::size_t l = 0; l < classes_[c].levels.size(); ++l) times.push_back(simplex_.solution(first_time_column_[c] + l) * time_scale_);
  }
  return plan;
}

double Relaxation::time_of(const LabourClass& labour, const std::vector<double>& shares) const {
  double time = 0;
  for (std::size_t j = 0; j < shares.size(); ++j) {
    if (shares[j] == 0) continue;
    for (const std::size_t y : labour.machines) time += shares[j] * load_on(options_.all[j], y);
  }
  return time;
}

RelaxedPlan Relaxation::largest_shares(RelaxedPlan plan) const {
  plan.value = {};
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    const auto begin = plan.share.begin(), first = begin + static_cast<std::ptrdiff_t>(options_.first[x]),
               end = begin + static_cast<std::ptrdiff_t>(options_.first[x + 1]);
    const auto largest = std::max_element(first, end);
    const double share = std::min(1.0, *largest);
    std::fill(first, end, 0);
    *largest = share;
    const auto option = static_cast<std::size_t>(largest - begin);
    const double moves = static_cast<double>(count_moves(options_.all[option].path, plan.grouping, problem_.moves));
    plan.value.unserved += unserved_weight(x) * (1 - share);
    plan.value.money += share * (options_.all[option].cost + options_.all[option].move_cost * moves);
  }
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    double left = time_of(classes_[c], plan.share);
    for (std::size_t l = 0; l < classes_[c].levels.size(); ++l) {
      double& time = plan.level_time[c][l];
      time = std::min(time, left);
      left -= time;
      plan.value.money += (problem_.plant.workers[classes_[c].levels[l]].wage * Seconds(time)).value();
    }
  }
  return plan;
}

Rank Relaxation::price_of_demand(std::size_t part) const {
  const Rank price = simplex_.price(part);
  return {price.unserved, price.money * money_scale_};
}

/// Cost of the option plus what it uses of the capacities, without moves.
Rank Relaxation::priced(std::size_t option, const Rank& part_price) const {
  const Rank reduced = simplex_.reduced_cost(option);
  return {reduced.unserved + part_price.unserved, (reduced.money + part_price.money) * money_scale_ - move_cost(option)};
}

/// With the prices of the optimum as multipliers on the capacities, parts are independent; what serves most comes first, so options
/// that would serve less are out.
PricedCosts Relaxation::priced() const {
  PricedCosts result{value().money, {std::vector<double>(options_.all.size(), infinity), {}}};
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    const Rank part_price = simplex_.price(x);
    result.constant -= part_price.money * money_scale_;
    double least_unserved = unserved_weight(x);
    std::vector<Rank> ranks;
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) {
      ranks.push_back(priced(j, part_price));
      if (allowed_[j]) least_unserved = std::min(least_unserved, ranks.back().unserved);
    }
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) {
      const Rank& rank = ranks[j - options_.first[x]];
      if (allowed_[j] && rank.unserved <= least_unserved + same_rank) result.costs.option[j] = rank.money;
    }
    result.costs.otherwise.push_back(unserved_weight(x) <= least_unserved + same_rank ? 0 : infinity);
  }
  return result;
}

}  // namespace ccm
