// Which effects of a design without replications are more than chance?

#include "analysis/anova/half_normal.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "analysis/student.hpp"
#include "models/error.hpp"

namespace ccm {

namespace {

double median_of_sorted(const std::vector<double>& sorted) {
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

std::vector<double> sorted_magnitudes(const std::vector<Effect>& effects) {
  std::vector<double> magnitudes;
  for (const Effect& effect : effects) magnitudes.push_back(std::abs(effect.value));
  std::ranges::sort(magnitudes);
  return magnitudes;
}

double pseudo_standard_error(std::vector<double> sorted) {
  const double limit = 2.5 * 1.5 * median_of_sorted(sorted);
  sorted.erase(std::ranges::lower_bound(sorted, limit), sorted.end());
  return sorted.empty() ? 0 : 1.5 * median_of_sorted(sorted);
}

}  // namespace

std::vector<HalfNormalPoint> half_normal_plot(const std::vector<Effect>& effects) {
  std::vector<HalfNormalPoint> points;
  for (const Effect& effect : effects) points.push_back({.name = effect.name, .magnitude = std::abs(effect.value)});
  std::ranges::stable_sort(points, {}, &HalfNormalPoint::magnitude);
  const boost::math::normal normal;
  for (std::size_t i = 0; i < points.size(); ++i)
    points[i].quantile = boost::math::quantile(normal, 0.5 + (static_cast<double>(i) + 0.5) / (2 * static_cast<double>(points.size())));
  return points;
}

LenthLimits lenth_limits(const std::vector<Effect>& effects, double confidence) {
  require(effects.size() >= 3, "Lenth's limits need at least 3 effects");
  require(confidence > 0 && confidence < 1, "Lenth's limits: the confidence must lie in (0, 1)");
  const auto m = static_cast<double>(effects.size());
  const double error = pseudo_standard_error(sorted_magnitudes(effects));
  return {.pseudo_standard_error = error,
          .margin_of_error = student_quantile(confidence, m / 3) * error,
          .simultaneous_margin_of_error = student_quantile(std::pow(confidence, 1 / m), m / 3) * error};
}

}  // namespace ccm
