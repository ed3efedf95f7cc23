// Is a scenario better than the baseline under the same chance?

#include "analysis/paired.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/running_moments.hpp"
#include "analysis/student.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double rounding = 1e-12;  // relative to the largest value

/// What the replications where both have a value sum up to.
struct Pairs {
  RunningMoments baseline;
  RunningMoments scenario;
  RunningMoments difference;
  double largest = 0;             // |value|
  double largest_difference = 0;  // |D|

  void add(double a, double b) {
    baseline.add(a);
    scenario.add(b);
    difference.add(b - a);
    largest = std::max({largest, std::abs(a), std::abs(b)});
    largest_difference = std::max(largest_difference, std::abs(b - a));
  }
  [[nodiscard]] bool identical() const { return largest_difference <= rounding * largest; }
  /// Zero if it is rounding.
  [[nodiscard]] double variance_of(const RunningMoments& moments) const {
    return moments.standard_deviation() > rounding * largest ? moments.variance() : 0;
  }
};

Pairs pairs_of(const OutputByReplication& baseline, const OutputByReplication& scenario) {
  Pairs pairs;
  for (std::size_t i = 0; i < baseline.size(); ++i)
    if (baseline[i] && scenario[i]) pairs.add(*baseline[i], *scenario[i]);
  return pairs;
}

/// From Var D = Var A + Var B - 2 Cov(A, B).
std::optional<double> correlation_of(double a, double b, double d) {
  if (a <= 0 || b <= 0) return std::nullopt;
  return std::clamp((a + b - d) / (2 * std::sqrt(a * b)), -1.0, 1.0);
}

/// Welch's half-width of the difference of two independent means, n runs each.
double independent_half_width(double a, double b, double n, double confidence) {
  const double degrees = (a + b) * (a + b) * (n - 1) / (a * a + b * b);
  return student_quantile(confidence, degrees) * std::sqrt((a + b) / n);
}

void add_what_sharing_chance_brought(PairedComparison& result, const Pairs& pairs, double half_width) {
  const double a = pairs.variance_of(pairs.baseline);
  const double b = pairs.variance_of(pairs.scenario);
  const double d = pairs.variance_of(pairs.difference);
  result.correlation = correlation_of(a, b, d);
  if (a + b <= 0) return;
  result.variance_reduction = 1 - d / (a + b);
  if (half_width > 0) result.narrowing = independent_half_width(a, b, static_cast<double>(result.n), result.confidence) / half_width;
}

PairedVerdict verdict_of(const ConfidenceInterval& interval, bool identical) {
  if (identical) return PairedVerdict::identical;
  if (interval.low > 0) return PairedVerdict::higher;
  return interval.high < 0 ? PairedVerdict::lower : PairedVerdict::no_difference_seen;
}

double p_value_of(const Pairs& pairs, double error) {
  if (pairs.identical()) return 1;
  if (error == 0) return 0;
  return student_p_value(pairs.difference.mean / error, static_cast<double>(pairs.difference.n - 1));
}

}  // namespace

PairedComparison paired_comparison(const OutputByReplication& baseline, const OutputByReplication& scenario, std::size_t comparisons,
                                   double confidence) {
  require(baseline.size() == scenario.size(), "paired_comparison: both must have the same replications");
  require(comparisons > 0, "paired_comparison: there must be a comparison");
  require(confidence > 0 && confidence < 1, "paired_comparison: the confidence must lie in (0, 1)");
  const Pairs pairs = pairs_of(baseline, scenario);
  const auto count = static_cast<double>(comparisons);
  PairedComparison result{.n = pairs.difference.n, .confidence = 1 - (1 - confidence) / count};
  result.baseline_mean = pairs.baseline.mean;
  result.difference = pairs.difference.mean;
  if (result.n < 2) return result;
  const auto n = static_cast<double>(result.n);
  const double error = std::sqrt(pairs.variance_of(pairs.difference) / n);
  result.constant_difference = error == 0;
  const double half_width = student_quantile(result.confidence, n - 1) * error;
  result.interval = {result.difference - half_width, result.difference + half_width};
  result.verdict = verdict_of(*result.interval, pairs.identical());
  result.p_value = std::min(1.0, count * p_value_of(pairs, error));
  if (result.baseline_mean != 0) result.relative_difference = result.difference / std::abs(result.baseline_mean);
  add_what_sharing_chance_brought(result, pairs, half_width);
  return result;
}

std::vector<PairedComparison> compare_with_first(const std::vector<OutputByReplication>& scenarios, double confidence) {
  require(scenarios.size() >= 2, "compare: there must be two scenarios at least");
  std::vector<PairedComparison> result;
  for (std::size_t i = 1; i < scenarios.size(); ++i)
    result.push_back(paired_comparison(scenarios.front(), scenarios[i], scenarios.size() - 1, confidence));
  return result;
}

}  // namespace ccm
