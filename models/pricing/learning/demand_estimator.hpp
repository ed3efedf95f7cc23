#pragma once
/// A seller's memory of its sales to one customer type.

#include <deque>

#include "models/pricing/learning/demand_estimate.hpp"

namespace ccm {

/// Collects observations, of which it forgets all but the last `window` (nothing: it forgets none).
/// Throws ModelError if the window is 0, or requests are negative.     Tested by: tests/models/learning_test.cpp.
class DemandEstimator {
 public:
  explicit DemandEstimator(std::optional<std::size_t> window = std::nullopt);
  void observe(const SalesObservation& observation);
  [[nodiscard]] DemandEstimate estimate() const;
  /// Half way between the highest price at which something was sold and the lowest above it at which nothing was; nothing if there is no
  /// such price. Whoever asks more than that on the word of an estimate may sell nothing, and learn nothing, for ever.
  [[nodiscard]] std::optional<Money> ceiling() const;

 private:
  std::optional<std::size_t> window_;
  std::deque<SalesObservation> observations_;
};

}  // namespace ccm
