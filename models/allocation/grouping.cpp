// What do machine groups cost, and in which order should machines be placed?

#include "models/allocation/grouping.hpp"

#include <algorithm>

namespace ccm {
namespace {

std::vector<std::size_t> distinct(std::vector<std::size_t> machines) {
  std::ranges::sort(machines);
  machines.erase(std::unique(machines.begin(), machines.end()), machines.end());
  return machines;
}

/// Groups that so many machines fill at least, less one.
std::uint32_t fewest_moves(std::size_t machines, const std::vector<GroupBounds>& bounds) {
  std::vector<std::size_t> room;
  for (const GroupBounds& group : bounds) room.push_back(group.at_most);
  std::ranges::sort(room, std::greater());
  std::uint32_t groups = 0;
  for (std::size_t free = 0; free < machines && groups < room.size(); ++groups) {
    if (room[groups] >= machines - free) return groups;
    free += room[groups];
  }
  return groups == 0 ? 0 : groups - 1;
}

}  // namespace

GroupingSearch::GroupingSearch(const AllocationProblem& problem, const Options& options, Budget& budget)
    : options_(options),
      budget_(budget),
      rule_(problem.moves),
      bounds_(problem.groups),
      machines_(problem.plant.machines.size()),
      given_(problem.grouping) {
  for (GroupBounds& group : bounds_) group.at_most = std::min(group.at_most, machines_);
  possible_ = sizes_are_possible();
  if (!possible_) return;
  find_twins();
  for (std::size_t x = 0; x < options_.part_count(); ++x)
    part_of_.insert(part_of_.end(), options_.first[x + 1] - options_.first[x], static_cast<std::uint32_t>(x));
  for (const Option& option : options_.all) fewest_moves_.push_back(fewest_moves(distinct(option.path).size(), bounds_));
  collect_touches(problem);
  order_machines(problem);
}

bool GroupingSearch::sizes_are_possible() const {
  std::size_t least = 0, most = 0;
  for (std::size_t g = 0; g < bounds_.size(); ++g) {
    if (bounds_[g].at_least > bounds_[g].at_most) return false;
    const auto size = given_ ? static_cast<std::size_t>(std::ranges::count(*given_, g)) : bounds_[g].at_least;
    if (size < bounds_[g].at_least || size > bounds_[g].at_most) return false;
    least += bounds_[g].at_least;
    most += bounds_[g].at_most;
  }
  return least <= machines_ && machines_ <= most;
}

void GroupingSearch::find_twins() {
  for (std::size_t g = 0; g < bounds_.size(); ++g) {
    twin_.push_back(g);
    for (std::size_t earlier = 0; earlier < g; ++earlier)
      if (bounds_[earlier].at_least == bounds_[g].at_least && bounds_[earlier].at_most == bounds_[g].at_most) twin_[g] = earlier;
  }
}

void GroupingSearch::collect_touches(const AllocationProblem& problem) {
  touches_.resize(problem.plant.machines.size());
  for (std::uint32_t j = 0; j < options_.all.size(); ++j) {
    const Option& option = options_.all[j];
    if (option.move_cost == 0 || distinct(option.path).size() < 2) continue;
    if (rule_ == MoveRule::distinct_groups) {
      for (const std::size_t machine : distinct(option.path)) touches_[machine].push_back({j, 0});
      continue;
    }
    for (std::size_t i = 0; i < option.path.size(); ++i)
      for (const std::size_t other : {i - 1, i + 1})
        if (other < option.path.size()) touches_[option.path[i]].push_back({j, static_cast<std::uint32_t>(option.path[other])});
  }
}

/// First the machine with the most at stake, then always the one that shares the most with those before it.
void GroupingSearch::order_machines(const AllocationProblem& problem) {
  const std::size_t machines = problem.plant.machines.size();
  std::vector<double> weight(machines * machines);
  for (std::size_t j = 0; j < options_.all.size(); ++j) {
    const Option& option = options_.all[j];
    const std::size_t x = part_of_[j];
    const double share = option.move_cost / static_cast<double>(options_.first[x + 1] - options_.first[x]);
    const auto stops = distinct(option.path);
    for (const std::size_t a : stops)
      for (const std::size_t b : stops) weight[a * machines + b] += share;
  }
  std::vector<std::size_t> left;
  for (std::size_t y = 0; y < machines; ++y)
    if (!touches_[y].empty()) left.push_back(y);
  std::vector<double> pull(machines);
  for (const std::size_t y : left) pull[y] = weight[y * machines + y] * 1e-6;
  while (!left.empty()) {
    const auto next = std::ranges::max_element(left, {}, [&](std::size_t y) { return pull[y]; });
    order_.push_back(*next);
    left.erase(next);
    for (const std::size_t y : left) pull[y] += weight[order_.back() * machines + y];
  }
}

double GroupingSearch::cost(const Grouping& grouping, const GroupingCosts& costs) const {
  double total = 0;
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    double best = costs.otherwise[x];
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) {
      const Option& option = options_.all[j];
      if (costs.option[j] >= best) continue;
      const auto moves = static_cast<double>(option.move_cost == 0 ? 0 : count_moves(option.path, grouping, rule_));
      best = std::min(best, costs.option[j] + option.move_cost * moves);
    }
    total += best;
  }
  return total;
}

}  // namespace ccm
