// Which machines should stand together, at a first guess?

#include "models/allocation/grouping.hpp"

namespace ccm {
namespace {

constexpr std::size_t options_per_node = 32;  // whose cost is computed anew

}  // namespace

Grouping GroupingSearch::guess(const GroupingCosts& costs) {
  if (given_) return *given_;
  start(costs);
  for (std::size_t depth = 0; depth < order_.size(); ++depth) {
    std::size_t best = bounds_.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t group = 0; group < bounds_.size(); ++group) {
      if (!may_enter(group, machines_ - depth)) continue;
      const double total = total_;
      const std::size_t undo_size = undo_.size();
      place(order_[depth], group);
      if (total_ < least) {
        least = total_;
        best = group;
      }
      unplace(order_[depth], group, undo_size, total);
    }
    place(order_[depth], best);
  }
  Grouping grouping = completed();
  double value = cost(grouping, costs);
  while (improve_once(grouping, value, costs)) {}
  return grouping;
}

/// Tries every move of a machine to another group and every swap of two machines, and keeps each that helps.
bool GroupingSearch::improve_once(Grouping& grouping, double& value, const GroupingCosts& costs) {
  bool improved = false;
  const auto work = static_cast<std::int64_t>(1 + options_.all.size() / options_per_node);
  const auto keep_if_better = [&](Grouping changed) {
    if (budget_.exhausted()) return;
    budget_.spend(work);
    const double changed_value = cost(changed, costs);
    if (!clearly_below(changed_value, value)) return;
    grouping = std::move(changed);
    value = changed_value;
    improved = true;
  };
  std::vector<std::size_t> size(bounds_.size());
  for (const std::size_t group : grouping) ++size[group];
  for (const std::size_t machine : order_) {
    for (std::size_t group = 0; group < bounds_.size(); ++group) {
      const std::size_t from = grouping[machine];
      if (group == from || size[from] == bounds_[from].at_least || size[group] == bounds_[group].at_most) continue;
      Grouping changed = grouping;
      changed[machine] = group;
      keep_if_better(std::move(changed));
      if (grouping[machine] == from) continue;
      --size[from];
      ++size[group];
    }
    for (std::size_t other = 0; other < machines_; ++other) {
      if (grouping[other] == grouping[machine]) continue;
      Grouping changed = grouping;
      std::swap(changed[machine], changed[other]);
      keep_if_better(std::move(changed));
    }
  }
  return improved;
}

}  // namespace ccm
