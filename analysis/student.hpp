#pragma once
/// Student's t distribution, two-sided.

namespace ccm {

/// The t > 0 with P(|T| <= t) = confidence.
/// confidence  in (0, 1);  degrees  of freedom > 0, not necessarily whole, else ModelError.
/// Source: [Law2015], section 4.5.     Tested by: tests/analysis/sequential_test.cpp.
[[nodiscard]] double student_quantile(double confidence, double degrees);

/// P(|T| >= |t|): how surprising t is where the mean is zero.     degrees  of freedom > 0, else ModelError.
/// Source: [Law2015], section 4.5.     Tested by: tests/analysis/paired_test.cpp.
[[nodiscard]] double student_p_value(double t, double degrees);

}  // namespace ccm
