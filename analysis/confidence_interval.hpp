#pragma once
/// The two ends of a confidence interval that need not lie symmetrically around its estimate.

namespace ccm {

/// From low to high, in the unit of what is estimated; low <= high.
struct ConfidenceInterval {
  double low = 0;
  double high = 0;
};

}  // namespace ccm
