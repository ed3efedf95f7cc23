// Which machines should stand together, and how is it proven?

#include <algorithm>
#include <bit>
#include <cmath>

#include "models/allocation/grouping.hpp"

namespace ccm {
namespace {

constexpr std::size_t touches_per_node = 64;

}  // namespace

/// Less by more than sums of rounding errors.
bool GroupingSearch::clearly_below(double value, double cutoff) {
  return std::isinf(cutoff) ? value < cutoff : value < cutoff - 1e-11 * (1 + std::abs(cutoff));
}

void GroupingSearch::start(const GroupingCosts& costs) {
  option_cost_ = costs.option;
  otherwise_ = costs.otherwise;
  visited_.assign(options_.all.size(), 0);
  moves_.assign(options_.all.size(), 0);
  group_of_.assign(machines_, bounds_.size());
  size_.assign(bounds_.size(), 0);
  best_.assign(options_.part_count(), 0);
  undo_.clear();
  lacking_ = 0;
  for (const GroupBounds& group : bounds_) lacking_ += group.at_least;
  total_ = 0;
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    best_[x] = otherwise_[x];
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j)
      best_[x] = std::min(best_[x], priced(static_cast<std::uint32_t>(j)));
    total_ += best_[x];
  }
}

double GroupingSearch::priced(std::uint32_t option) const {
  return option_cost_[option] + options_.all[option].move_cost * std::max(moves_[option], fewest_moves_[option]);
}

bool GroupingSearch::may_enter(std::size_t group, std::size_t unplaced) const {
  if (size_[group] == bounds_[group].at_most) return false;
  if (size_[group] == 0 && twin_[group] != group && size_[twin_[group]] == 0) return false;
  return lacking_ - (size_[group] < bounds_[group].at_least ? 1 : 0) <= unplaced - 1;
}

void GroupingSearch::update_best(std::uint32_t option) {
  const std::size_t x = part_of_[option];
  double best = otherwise_[x];
  for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) best = std::min(best, priced(static_cast<std::uint32_t>(j)));
  total_ += best - best_[x];
  best_[x] = best;
}

void GroupingSearch::add_moves(const Touch& touch, std::size_t group) {
  const std::uint32_t j = touch.option;
  std::uint64_t visited = visited_[j];
  std::uint32_t moves = moves_[j];
  if (rule_ == MoveRule::distinct_groups) {
    visited |= std::uint64_t{1} << group;
    moves = static_cast<std::uint32_t>(std::popcount(visited)) - 1;
  } else if (const std::size_t there = group_of_[touch.neighbour]; there != bounds_.size() && there != group) {
    ++moves;
  }
  if (visited == visited_[j] && moves == moves_[j]) return;
  undo_.push_back({j, moves_[j], visited_[j], best_[part_of_[j]]});
  const bool was_best = priced(j) <= best_[part_of_[j]];
  visited_[j] = visited;
  moves_[j] = moves;
  if (was_best) update_best(j);
}

void GroupingSearch::place(std::size_t machine, std::size_t group) {
  for (const Touch& touch : touches_[machine]) add_moves(touch, group);
  group_of_[machine] = group;
  lacking_ -= size_[group] < bounds_[group].at_least;
  ++size_[group];
}

void GroupingSearch::unplace(std::size_t machine, std::size_t group, std::size_t undo_size, double total) {
  for (; undo_.size() > undo_size; undo_.pop_back()) {
    const Undo& last = undo_.back();
    moves_[last.option] = last.moves;
    visited_[last.option] = last.visited;
    best_[part_of_[last.option]] = last.best;
  }
  total_ = total;
  group_of_[machine] = bounds_.size();
  --size_[group];
  lacking_ += size_[group] < bounds_[group].at_least;
}

/// The machines that do not matter fill groups up to their lower bounds, then wherever there is room.
Grouping GroupingSearch::completed() const {
  Grouping grouping = group_of_;
  std::vector<std::size_t> size = size_;
  const auto lacks = [&](std::size_t g) { return size[g] < bounds_[g].at_least; };
  const auto has_room = [&](std::size_t g) { return size[g] < bounds_[g].at_most; };
  for (std::size_t& group : grouping) {
    if (group != bounds_.size()) continue;
    group = 0;
    while (group < size.size() && !lacks(group)) ++group;
    if (group == size.size()) group = 0;
    while (!lacks(group) && !has_room(group)) ++group;
    ++size[group];
  }
  return grouping;
}

void GroupingSearch::descend(std::size_t depth, const Visit& visit) {
  if (depth == order_.size()) {
    cutoff_ = visit(completed(), total_);
    return;
  }
  const std::size_t machine = order_[depth];
  for (std::size_t group = 0; group < bounds_.size(); ++group) {
    if (!may_enter(group, machines_ - depth)) continue;
    const std::size_t undo_size = undo_.size();
    const double total = total_;
    place(machine, group);
    budget_.spend(1 + static_cast<std::int64_t>(touches_[machine].size() / touches_per_node));
    if (clearly_below(total_, cutoff_)) {
      if (budget_.exhausted())
        skipped_ = std::min(skipped_, total_);
      else
        descend(depth + 1, visit);
    }
    unplace(machine, group, undo_size, total);
  }
}

double GroupingSearch::search(const GroupingCosts& costs, double cutoff, const Visit& visit) {
  cutoff_ = cutoff;
  skipped_ = std::numeric_limits<double>::infinity();
  if (given_) {
    const double value = cost(*given_, costs);
    return clearly_below(value, cutoff) ? visit(*given_, value) : cutoff;
  }
  start(costs);
  if (clearly_below(total_, cutoff_)) descend(0, visit);
  return std::min(skipped_, cutoff_);
}

}  // namespace ccm
