#pragma once
/// Statistics of independent replications.

#include <optional>
#include <vector>

namespace ccm {

/// Mean of n independent values with its uncertainty.
struct Estimate {
  std::size_t n = 0;
  double mean = 0;
  std::optional<double> standard_deviation;  // from n = 2 on
  std::optional<double> half_width;          // of the confidence interval mean ± half_width, from n = 2 on
};

/// Student's t interval:     half width = t(1 - (1 - confidence)/2, n - 1) s / sqrt(n),   s^2 = sum (x - mean)^2 / (n - 1).
/// values  at least one, else ModelError;  confidence  in (0, 1), else ModelError.
/// Source: [Law2015], section 4.5.     Tested by: tests/analysis/statistics_test.cpp.
[[nodiscard]] Estimate estimate(const std::vector<double>& values, double confidence = 0.95);

}  // namespace ccm
