// Which plan is best when machines or workers run out of time?

#include "models/allocation/tight_search.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/allocation/answer.hpp"

namespace ccm {
namespace {

constexpr double whole = 1e-9;         // a share that differs less from 0 or 1 is taken for it
constexpr int steps_of_approach = 10;  // from a grouping to a better one at its prices

bool serves_less(const Rank& a, const Rank& b) { return a.unserved > b.unserved + same_rank; }

bool better(const Rank& a, const Rank& b) {
  if (serves_less(a, b) || serves_less(b, a)) return serves_less(b, a);
  return std::isinf(b.money) ? a.money < b.money : a.money < b.money - 1e-11 * (1 + std::abs(b.money));
}

RelaxedPlan nothing_yet() { return {.value = {infinity, infinity}}; }

}  // namespace

TightSearch::TightSearch(const AllocationProblem& problem, const Options& options, GroupingSearch& groupings, Budget& budget)
    : problem_(problem),
      options_(options),
      groupings_(groupings),
      budget_(budget),
      relaxation_(problem, options),
      may_share_(problem.routes == RouteRule::split),
      best_(nothing_yet()) {}

Allocation TightSearch::run(const Grouping& start) {
  solve_shared(start);
  if (!may_share_ && shared_part(best_)) solve_unshared();
  if (!may_share_) allow_only_used(best_);
  RelaxedPlan plan = plan_with(best_.grouping);
  if (!relaxation_.is_solved()) plan = best_;
  for (double& share : plan.share) share = share < whole ? 0 : share > 1 - whole ? 1 : share;
  Allocation allocation = answer(problem_, options_, plan.grouping, plan.share, pools(plan));
  add_marginals(allocation);
  add_bound(allocation);
  return allocation;
}

void TightSearch::solve_shared(const Grouping& start) {
  const bool may_share = std::exchange(may_share_, true);
  static_cast<void>(open_plan(approach(start)));
  bound_ = proven_;
  may_share_ = may_share;
}

void TightSearch::solve_unshared() {
  const Grouping start = std::exchange(best_, nothing_yet()).grouping;
  dive(start);
  all_closed_ = true;
  branch(start);
  if (all_closed_) bound_ = best_.value;
}

/// A good plan to start with: keeps the grouping, and gives part after part to its largest share.
void TightSearch::dive(const Grouping& grouping) {
  for (RelaxedPlan plan = plan_with(grouping); better(plan.value, best_.value); plan = plan_with(grouping)) {
    const auto part = relaxation_.is_solved() ? shared_part(plan) : std::nullopt;
    if (!part) {
      keep_if_better(relaxation_.largest_shares(std::move(plan)));
      break;
    }
    const std::size_t largest = by_share(*part, plan).front();
    for (std::size_t j = options_.first[*part]; j < options_.first[*part + 1]; ++j) relaxation_.allow(j, j == largest);
  }
  for (std::size_t j = 0; j < options_.all.size(); ++j) relaxation_.allow(j, true);
}

void TightSearch::branch(const Grouping& start) {
  if (budget_.exhausted() && !best_.grouping.empty()) {
    all_closed_ = false;
    return;
  }
  const auto plan = open_plan(start);
  if (!plan) return;
  round(*plan);
  branch_on(*shared_part(*plan), *plan);
}

void TightSearch::branch_on(std::size_t part, const RelaxedPlan& plan) {
  const std::size_t first = options_.first[part], end = options_.first[part + 1];
  const std::vector<std::size_t> choices = by_share(part, plan);
  for (const std::size_t only : choices) {
    for (std::size_t j = first; j < end; ++j) relaxation_.allow(j, j == only);
    branch(plan.grouping);
  }
  for (const std::size_t choice : choices) relaxation_.allow(choice, true);
}

std::optional<RelaxedPlan> TightSearch::open_plan(const Grouping& start) {
  std::optional<RelaxedPlan> open;
  std::vector<PricedCosts> bounds;
  const auto try_grouping = [&](const Grouping& grouping) {
    RelaxedPlan plan = plan_with(grouping);
    if (!relaxation_.is_solved() && !may_share_) plan = relaxation_.largest_shares(std::move(plan));
    if (!better(plan.value, best_.value)) return;
    if (shared_part(plan))
      open = std::move(plan);
    else
      best_ = std::move(plan);
  };
  try_grouping(start);
  if (!relaxation_.is_solved()) {
    proven_ = {};
    all_closed_ = false;
    return open;
  }
  if (open || serves_less(relaxation_.value(), best_.value)) return open;
  bounds.push_back(relaxation_.priced());
  const PricedCosts first = bounds.front();
  double unsolved = infinity;
  const auto visit = [&](const Grouping& grouping, double cost) {
    const bool worse = std::ranges::any_of(bounds, [&](const PricedCosts& bound) {
      return !better({best_.value.unserved, bound.constant + groupings_.cost(grouping, bound.costs)}, best_.value);
    });
    if (worse) return best_.value.money - first.constant;
    try_grouping(grouping);
    if (relaxation_.is_solved())
      bounds.push_back(relaxation_.priced());
    else
      unsolved = std::min(unsolved, first.constant + cost);
    return open ? -infinity : best_.value.money - first.constant;
  };
  const double cutoff = best_.value.money - first.constant;
  const double least = first.constant + groupings_.search(first.costs, cutoff, visit);
  proven_ = {best_.value.unserved, std::min({least, unsolved, best_.value.money})};
  all_closed_ = all_closed_ && (open || !better(proven_, best_.value));
  return open;
}

RelaxedPlan TightSearch::plan_with(const Grouping& grouping) {
  relaxation_.set_grouping(grouping);
  relaxation_.solve(budget_);
  return relaxation_.plan();
}

/// From grouping to grouping, each the best guess at the prices of the one before, while that helps.
Grouping TightSearch::approach(const Grouping& start) {
  RelaxedPlan plan = plan_with(start);
  for (int step = 0; step < steps_of_approach && relaxation_.is_solved() && !budget_.exhausted(); ++step) {
    RelaxedPlan next = plan_with(groupings_.guess(relaxation_.priced().costs));
    if (!better(next.value, plan.value)) break;
    plan = std::move(next);
  }
  return plan.grouping;
}

/// Gives each part to the option with its largest share: often a good plan.
void TightSearch::round(const RelaxedPlan& plan) {
  std::vector<bool> before;
  for (std::size_t j = 0; j < options_.all.size(); ++j) before.push_back(relaxation_.allowed(j));
  allow_only_used(plan);
  relaxation_.set_grouping(plan.grouping);
  relaxation_.solve(budget_);
  keep_if_better(relaxation_.largest_shares(relaxation_.plan()));
  for (std::size_t j = 0; j < options_.all.size(); ++j) relaxation_.allow(j, before[j]);
}

void TightSearch::allow_only_used(const RelaxedPlan& plan) {
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    const auto shares = std::span(plan.share).subspan(options_.first[x], options_.first[x + 1] - options_.first[x]);
    const auto largest = static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin());
    for (std::size_t j = 0; j < shares.size(); ++j)
      relaxation_.allow(options_.first[x] + j, j == largest && relaxation_.allowed(options_.first[x] + j));
  }
}

void TightSearch::keep_if_better(const RelaxedPlan& plan) {
  if (better(plan.value, best_.value)) best_ = plan;
}

std::optional<std::size_t> TightSearch::shared_part(const RelaxedPlan& plan) const {
  if (may_share_) return std::nullopt;
  std::optional<std::size_t> most;
  double most_shared = whole;
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    double sum = 0, largest = 0;
    for (std::size_t j = options_.first[x]; j < options_.first[x + 1]; ++j) {
      sum += plan.share[j];
      largest = std::max(largest, plan.share[j]);
    }
    if (sum - largest <= most_shared) continue;
    most = x;
    most_shared = sum - largest;
  }
  return most;
}

std::vector<std::size_t> TightSearch::by_share(std::size_t part, const RelaxedPlan& plan) const {
  std::vector<std::size_t> order;
  for (std::size_t j = options_.first[part]; j < options_.first[part + 1]; ++j)
    if (relaxation_.allowed(j)) order.push_back(j);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t j) { return plan.share[j]; });
  return order;
}

std::vector<LabourPool> TightSearch::pools(const RelaxedPlan& plan) const {
  std::vector<LabourPool> pools;
  const auto& classes = relaxation_.labour_classes();
  for (std::size_t c = 0; c < classes.size(); ++c) {
    LabourPool& pool = pools.emplace_back(LabourPool{classes[c].machines, {}});
    for (std::size_t l = 0; l < classes[c].levels.size(); ++l)
      if (plan.level_time[c][l] > 0) pool.times.emplace_back(classes[c].levels[l], plan.level_time[c][l]);
    if (pool.times.empty()) pool.times.emplace_back(classes[c].levels.front(), 0);
  }
  return pools;
}

void TightSearch::add_marginals(Allocation& allocation) const {
  for (std::size_t x = 0; x < options_.part_count(); ++x) {
    const Rank price = relaxation_.price_of_demand(x);
    if (!relaxation_.is_solved()) continue;
    if (std::abs(price.unserved) > same_rank) continue;
    PartAllocation& part = allocation.parts[options_.parts[x]];
    part.marginal = (Money(price.money) - part.cost.movement / 2) / problem_.parts[options_.parts[x]].units;
  }
}

void TightSearch::add_bound(Allocation& allocation) const {
  if (!better(bound_, best_.value)) return;
  const double cost = allocation.cost.total().value();
  allocation.status = AllocationStatus::limit;
  allocation.most_is_served = !serves_less(best_.value, bound_);
  allocation.bound = Money(allocation.most_is_served ? bound_.money : 0);
  allocation.gap = cost > 0 ? (cost - allocation.bound.value()) / cost : 0;
}

}  // namespace ccm
