#pragma once
/// Which effects of a design without replications are more than chance?

#include "analysis/anova/two_level.hpp"

namespace ccm {

/// One point of a half-normal plot: effects of chance alone lie on a line through the origin, real ones beyond its end.
struct HalfNormalPoint {
  std::string name;
  double magnitude = 0;  // |effect|
  double quantile = 0;   // of the half-normal distribution, where this rank is expected, in standard deviations
};

/// The effects by rising magnitude (equal ones in the order given), the i-th of m (from 1) at     quantile = Phi^-1(1/2 + (i - 1/2) / (2
/// m)). Source: [Daniel1959].     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] std::vector<HalfNormalPoint> half_normal_plot(const std::vector<Effect>& effects);

/// Lenth's limits, in the unit of the output.
struct LenthLimits {
  double pseudo_standard_error = 0;
  double margin_of_error = 0;               // for one effect looked at alone
  double simultaneous_margin_of_error = 0;  // for the largest of all
};

/// s0 = 1.5 median |effect|,     PSE = 1.5 median of the |effect| < 2.5 s0,     d = m / 3 degrees of freedom for m effects,
/// margin = t((1 + confidence) / 2, d) PSE,     simultaneous margin = t((1 + confidence^(1/m)) / 2, d) PSE.
/// An effect above the margin is probably real if it was expected, above the simultaneous one even if it was not.
/// effects     at least 3, most of which are supposed to be nil;  confidence  in (0, 1); else ModelError.
/// Source: [Lenth1989].     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] LenthLimits lenth_limits(const std::vector<Effect>& effects, double confidence = 0.95);

}  // namespace ccm
