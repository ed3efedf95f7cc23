#pragma once
/// The allocation problem with the grouping fixed and demand shared freely over the allowed options: a linear program.

#include <limits>

#include "models/allocation/grouping.hpp"
#include "models/allocation/simplex.hpp"

namespace ccm {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double same_rank = 1e-9;  // shares of all demand that count as equal

/// Machines that the same worker levels may operate: to the workers they are one machine.
struct LabourClass {
  std::vector<std::size_t> levels;    // with capacity, by rising wage
  std::vector<std::size_t> machines;  // in use
};

/// A solution of the relaxation.
struct RelaxedPlan {
  Grouping grouping;
  Rank value;                                   // unserved demand as a share of all (weighted by priority), and money
  std::vector<double> share;                    // of each option
  std::vector<std::vector<double>> level_time;  // of each labour class, by its levels [s]
};

/// A lower bound on the plans with any grouping:     constant + the cost of the grouping (GroupingSearch) at these costs.
struct PricedCosts {
  double constant = 0;
  GroupingCosts costs;
};

/// Columns: the share of each option, and the time of each level in each labour class. Rows: one per part (its slack is what stays
/// unserved), per machine and per level that can run out of capacity, and per labour class. Shares, money and time are scaled to 1.
class Relaxation {
 public:
  Relaxation(const AllocationProblem& problem, const Options& options);

  void allow(std::size_t option, bool allowed);
  [[nodiscard]] bool allowed(std::size_t option) const { return allowed_[option]; }
  void set_grouping(const Grouping& grouping);
  /// Solves, and counts the work. A very large program may stop for lack of budget, and one of very different numbers
  /// for rounding errors, with a plan that is perhaps not the best.
  void solve(Budget& budget);
  [[nodiscard]] bool is_solved() const { return simplex_.is_optimal(); }

  /// Of the last solution; the prices mean something only if it is solved:
  [[nodiscard]] Rank value() const;
  [[nodiscard]] RelaxedPlan plan() const;
  [[nodiscard]] PricedCosts priced() const;
  /// The plan with all but the largest share of each part left unserved, and the labour that it no longer needs, dearest first.
  [[nodiscard]] RelaxedPlan largest_shares(RelaxedPlan plan) const;
  /// How the value changes with the demand of the part, per whole demand, the cost of moves taken as proportional.
  [[nodiscard]] Rank price_of_demand(std::size_t part) const;

  [[nodiscard]] const std::vector<LabourClass>& labour_classes() const { return classes_; }

 private:
  struct Program;

  void find_classes();
  void set_scales();
  [[nodiscard]] Simplex program() const;
  void fill_capacity_rows(Program& program) const;
  void fill_labour_rows(Program& program) const;
  void set_option_cost(std::size_t option);
  [[nodiscard]] double move_cost(std::size_t option) const;
  [[nodiscard]] double time_of(const LabourClass& labour, const std::vector<double>& shares) const;
  [[nodiscard]] double unserved_weight(std::size_t part) const;
  [[nodiscard]] Rank priced(std::size_t option, const Rank& part_price) const;

  const AllocationProblem& problem_;
  const Options& options_;
  std::vector<LabourClass> classes_;
  std::vector<std::size_t> first_time_column_;  // of each class
  std::size_t columns_ = 0;
  double money_scale_ = 1, time_scale_ = 1, demand_scale_ = 1;
  std::vector<bool> allowed_;
  Grouping grouping_;
  Simplex simplex_;
};

}  // namespace ccm
