// Are there enough replications?

#include "analysis/sequential.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/student.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

double half_width_of(const RunningMoments& moments, double confidence) {
  const auto n = static_cast<double>(moments.n);
  return student_quantile(confidence, n - 1) * moments.standard_deviation() / std::sqrt(n);
}

}  // namespace

ReplicationRule::ReplicationRule(ReplicationRuleOptions options) : options_(std::move(options)), moments_(options_.outputs.size()) {
  require(!options_.outputs.empty(), "replications: there must be an output");
  require(options_.confidence > 0 && options_.confidence < 1, "replications: the confidence must lie in (0, 1)");
  require(options_.minimum >= 2 && options_.maximum >= options_.minimum, "replications: minimum and maximum must rise from 2");
  for (const WantedWidth& wanted : options_.outputs) require(wanted.width > 0, "replications: a wanted half-width must be positive");
}

ReplicationDecision ReplicationRule::add(const std::vector<std::optional<double>>& values) {
  require(!decided_, "replications: it is decided already");
  require(values.size() == moments_.size(), "replications: there must be one value per output");
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i]) moments_[i].add(*values[i]);
  ++n_;
  if (n_ < options_.minimum || !all_reached())
    reached_at_.reset();
  else if (!reached_at_)
    reached_at_ = n_;
  const ReplicationDecision result = decision();
  decided_ = result.state != ReplicationState::more;
  return result;
}

ReplicationDecision ReplicationRule::decision() const {
  const std::size_t reached = reached_at_.value_or(std::max(n_ + 1, options_.minimum));
  const std::size_t end = reached + steps_ahead(reached);
  ReplicationDecision result{.n = n_, .reached_at = reached_at_};
  if (n_ >= end)
    result.state = ReplicationState::enough;
  else if (n_ >= options_.maximum)
    result.state = ReplicationState::given_up;
  else
    result.at_least = end - n_;
  return result;
}

std::size_t ReplicationRule::steps_ahead(std::size_t n) const { return n <= 100 ? options_.look_ahead : options_.look_ahead * n / 100; }

bool ReplicationRule::all_reached() const {
  for (std::size_t i = 0; i < moments_.size(); ++i) {
    const auto& [width, relative] = options_.outputs[i];
    const double wanted = relative ? width * std::abs(moments_[i].mean) : width;
    if (moments_[i].n < options_.minimum || half_width_of(moments_[i], options_.confidence) > wanted) return false;
  }
  return true;
}

OutputPrecision ReplicationRule::precision_of(std::size_t output) const {
  const RunningMoments& moments = moments_[output];
  const auto& [width, relative] = options_.outputs[output];
  OutputPrecision result{.n = moments.n, .mean = moments.mean, .wanted = relative ? width * std::abs(moments.mean) : width};
  if (moments.n < 2) return result;
  result.half_width = half_width_of(moments, options_.confidence);
  result.reached = moments.n >= options_.minimum && *result.half_width <= result.wanted;
  result.holds_zero = relative && *result.half_width > 0 && *result.half_width >= std::abs(moments.mean);
  if (result.wanted > 0) result.projected = replications_needed(moments.standard_deviation(), result.wanted, options_.confidence);
  return result;
}

std::vector<OutputPrecision> ReplicationRule::outputs() const {
  std::vector<OutputPrecision> result;
  for (std::size_t i = 0; i < moments_.size(); ++i) result.push_back(precision_of(i));
  return result;
}

double replications_needed(double standard_deviation, double half_width, double confidence) {
  require(standard_deviation >= 0 && half_width > 0, "replications_needed: the half-width must be positive");
  constexpr double normal = 1e9;  // degrees of freedom of Student's distribution that are as good as infinitely many
  const double ratio = standard_deviation / half_width;
  double n = std::max(2.0, std::ceil(std::pow(student_quantile(confidence, normal) * ratio, 2)));
  while (n < normal && student_quantile(confidence, n - 1) * ratio > std::sqrt(n)) ++n;
  return n;
}

}  // namespace ccm
