// What does a policy earn from each state on?

#include "models/pricing/optimal/policy_value.hpp"

#include <algorithm>
#include <cmath>

namespace ccm {
namespace {

/// Follows single steps. Every path ends in a cycle; the value of a state on it is the sum over one turn by (1 - delta^length).
class Paths {
 public:
  Paths(const std::vector<PolicyStep>& steps, double discount, std::vector<double>& values)
      : steps_(steps), discount_(discount), values_(values), met_(steps.size(), nobody) {}

  void evaluate() {
    for (std::size_t start = 0; start < steps_.size(); ++start) walk(start);
  }

 private:
  void walk(std::size_t start) {
    path_.clear();
    std::size_t state = start;
    for (; met_[state] == nobody; state = steps_[state].next.index) {
      met_[state] = start;
      path_.push_back(state);
    }
    if (met_[state] == start && !path_.empty()) close_cycle(state);
    for (; !path_.empty(); path_.pop_back()) values_[path_.back()] = value_from_next(path_.back());
  }

  void close_cycle(std::size_t first) {
    double sum = 0, weight = 1;
    for (auto state = std::ranges::find(path_, first); state != path_.end(); ++state, weight *= discount_)
      sum += weight * steps_[*state].reward;
    values_[first] = sum / (1 - weight);
    for (; path_.back() != first; path_.pop_back()) values_[path_.back()] = value_from_next(path_.back());
    path_.pop_back();
  }

  [[nodiscard]] double value_from_next(std::size_t state) const {
    return steps_[state].reward + discount_ * values_[steps_[state].next.index];
  }

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
  const std::vector<PolicyStep>& steps_;
  double discount_;
  std::vector<double>& values_;
  std::vector<std::size_t> met_;  // the start from which the state was met first
  std::vector<std::size_t> path_;
};

/// Solves the equation of one state for its own value, on both sides of it; the change.
double relax(const std::vector<PolicyStep>& steps, double discount, std::vector<double>& values, std::size_t state) {
  const auto& [reward, next] = steps[state];
  double others = 0, own = 0;
  const auto add = [&](std::size_t to, double share) {
    if (to == state)
      own += share;
    else if (share > 0)
      others += share * values[to];
  };
  add(next.index, 1 - next.share);
  add(next.index + 1, next.share);
  const double before = values[state];
  values[state] = (reward + discount * others) / (1 - discount * own);
  return std::abs(values[state] - before);
}

/// The largest change of a value in the second of two sweeps, as a share of the largest value.
double sweep_both_ways(const std::vector<PolicyStep>& steps, double discount, std::vector<double>& values) {
  double change = 0, largest = 0;
  for (std::size_t state = 0; state < steps.size(); ++state) relax(steps, discount, values, state);
  for (std::size_t state = steps.size(); state-- > 0;) {
    change = std::max(change, relax(steps, discount, values, state));
    largest = std::max(largest, std::abs(values[state]));
  }
  return largest > 0 ? change / largest : 0;
}

}  // namespace

void evaluate_policy(const std::vector<PolicyStep>& steps, double discount, double accuracy, std::vector<double>& values) {
  if (std::ranges::all_of(steps, [](const PolicyStep& step) { return step.next.share == 0; }))
    return Paths(steps, discount, values).evaluate();
  while (sweep_both_ways(steps, discount, values) > accuracy * (1 - discount))
    ;
}

}  // namespace ccm
