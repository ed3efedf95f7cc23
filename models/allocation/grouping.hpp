#pragma once
/// The search over machine groups.

#include <algorithm>
#include <functional>
#include <limits>
#include <span>

#include "models/allocation/options.hpp"

namespace ccm {

/// How much searching is left, in nodes. A node takes about a microsecond, whatever it is that is counted.
class Budget {
 public:
  explicit Budget(std::int64_t nodes) : nodes_(nodes) {}
  void spend(std::int64_t nodes) { spent_ += nodes; }
  /// Keeps half of what is left for what comes after; release() gives it back.
  void hold_back_half() { held_back_ = (nodes_ - spent_) / 2; }
  void release() { held_back_ = 0; }
  [[nodiscard]] std::int64_t spent() const { return spent_; }
  [[nodiscard]] std::int64_t left() const { return std::max<std::int64_t>(0, nodes_ - held_back_ - spent_); }
  [[nodiscard]] bool exhausted() const { return left() == 0; }

 private:
  std::int64_t nodes_, spent_ = 0, held_back_ = 0;
};

/// Costs that a grouping is judged by:     sum_x min( otherwise_x, min_{j of x} ( cost_j + m_j k_j ) )     with k_j the moves of option j.
struct GroupingCosts {
  std::vector<double> option;     // infinite for one that may not be taken
  std::vector<double> otherwise;  // of each part of Options; infinite if it must take an option
};

/// Searches groupings depth first, machine by machine, with the cost of the moves that are certain already as a lower bound.
/// Groups with equal bounds are interchangeable: of those that are empty only the first is opened.
class GroupingSearch {
 public:
  GroupingSearch(const AllocationProblem& problem, const Options& options, Budget& budget);

  /// Whether any grouping keeps the bounds of the groups.
  [[nodiscard]] bool possible() const { return possible_; }
  [[nodiscard]] double cost(const Grouping& grouping, const GroupingCosts& costs) const;
  /// A good grouping: placed greedily, then improved by moving and swapping machines while that helps.
  [[nodiscard]] Grouping guess(const GroupingCosts& costs);

  /// Calls `visit` with each grouping whose cost is below the cutoff, unless its part of the tree was cut; `visit` returns the cutoff
  /// from there on. Returns a lower bound on the cost of all groupings that were not visited: the last cutoff, or less if the budget ran
  /// out.
  using Visit = std::function<double(const Grouping&, double cost)>;
  double search(const GroupingCosts& costs, double cutoff, const Visit& visit);

 private:
  /// An option that a machine is part of; when changes are counted, once for each machine next to it on the path.
  struct Touch {
    std::uint32_t option = 0;
    std::uint32_t neighbour = 0;
  };
  struct Undo {
    std::uint32_t option;
    std::uint32_t moves;
    std::uint64_t visited;
    double best;
  };

  [[nodiscard]] bool sizes_are_possible() const;
  void find_twins();
  [[nodiscard]] static bool clearly_below(double value, double cutoff);
  void collect_touches(const AllocationProblem& problem);
  void order_machines(const AllocationProblem& problem);
  void start(const GroupingCosts& costs);
  void descend(std::size_t depth, const Visit& visit);
  [[nodiscard]] bool may_enter(std::size_t group, std::size_t unplaced) const;
  void place(std::size_t machine, std::size_t group);
  void add_moves(const Touch& touch, std::size_t group);
  void unplace(std::size_t machine, std::size_t group, std::size_t undo_size, double total);
  [[nodiscard]] double priced(std::uint32_t option) const;
  void update_best(std::uint32_t option);
  [[nodiscard]] Grouping completed() const;
  bool improve_once(Grouping& grouping, double& value, const GroupingCosts& costs);

  const Options& options_;
  Budget& budget_;
  MoveRule rule_;
  std::vector<GroupBounds> bounds_;
  std::vector<std::size_t> twin_;  // the group before that has the same bounds, or the group itself
  std::size_t machines_;
  const std::optional<Grouping>& given_;
  bool possible_ = false;
  std::vector<std::vector<Touch>> touches_;  // by machine
  std::vector<std::size_t> order_;           // machines that matter, in the order of placing; the others fill up
  std::vector<std::uint32_t> part_of_, fewest_moves_;

  // the state of a search
  std::vector<double> option_cost_, best_;
  std::vector<double> otherwise_;
  std::vector<std::uint64_t> visited_;
  std::vector<std::uint32_t> moves_;
  std::vector<std::size_t> group_of_, size_;
  std::size_t lacking_ = 0;  // machines that groups still lack to their lower bounds
  std::vector<Undo> undo_;
  double total_ = 0, cutoff_ = 0, skipped_ = 0;
};

}  // namespace ccm
