// How sure is a mean of replications?

#include "analysis/statistics.hpp"

#include <cmath>
#include <numeric>

#include "analysis/student.hpp"
#include "models/error.hpp"

namespace ccm {

Estimate estimate(const std::vector<double>& values, double confidence) {
  require(!values.empty(), "estimate: there are no values");
  require(confidence > 0 && confidence < 1, "estimate: the confidence must lie in (0, 1)");
  const auto n = static_cast<double>(values.size());
  Estimate result{.n = values.size(), .mean = std::accumulate(values.begin(), values.end(), 0.0) / n};
  if (values.size() < 2) return result;
  double squares = 0;
  for (const double value : values) squares += (value - result.mean) * (value - result.mean);
  result.standard_deviation = std::sqrt(squares / (n - 1));
  result.half_width = student_quantile(confidence, n - 1) * *result.standard_deviation / std::sqrt(n);
  return result;
}

}  // namespace ccm
