#pragma once
/// The search for the best plan when capacity binds.

#include "models/allocation/answer.hpp"

namespace ccm {

/// A relaxed problem lets demand be shared over the routes still allowed. For one grouping it is a linear program; the prices of its
/// optimum bound all other groupings from below, so a search over groupings finds those that could still be better, each of which gets a
/// linear program of its own. With RouteRule::split that is all. Otherwise this is the root of a branch and bound over the routes of
/// parts: a relaxed plan that is better than the best so far but shares a part over routes is branched on that part; a node is closed when
/// no grouping is left that could be better.
class TightSearch {
 public:
  TightSearch(const AllocationProblem& problem, const Options& options, GroupingSearch& groupings, Budget& budget);

  /// The best plan, searched from a grouping to start with. bound, gap, status and marginal costs are filled in.
  Allocation run(const Grouping& start);

 private:
  void solve_shared(const Grouping& start);
  void solve_unshared();
  void dive(const Grouping& grouping);
  void branch(const Grouping& start);
  void branch_on(std::size_t part, const RelaxedPlan& plan);
  /// A plan that is better than the best so far but shares a part over routes, or nothing if there is none: then the node is closed.
  [[nodiscard]] std::optional<RelaxedPlan> open_plan(const Grouping& start);
  [[nodiscard]] RelaxedPlan plan_with(const Grouping& grouping);
  [[nodiscard]] Grouping approach(const Grouping& start);
  void round(const RelaxedPlan& plan);
  void keep_if_better(const RelaxedPlan& plan);
  [[nodiscard]] std::optional<std::size_t> shared_part(const RelaxedPlan& plan) const;
  [[nodiscard]] std::vector<std::size_t> by_share(std::size_t part, const RelaxedPlan& plan) const;
  void allow_only_used(const RelaxedPlan& plan);
  [[nodiscard]] std::vector<LabourPool> pools(const RelaxedPlan& plan) const;
  void add_marginals(Allocation& allocation) const;
  void add_bound(Allocation& allocation) const;

  const AllocationProblem& problem_;
  const Options& options_;
  GroupingSearch& groupings_;
  Budget& budget_;
  Relaxation relaxation_;
  bool may_share_;
  RelaxedPlan best_;
  Rank proven_;             // by the last search over groupings: no plan of its node ranks before
  Rank bound_;              // no plan at all ranks before
  bool all_closed_ = true;  // nothing was left unsearched
};

}  // namespace ccm
