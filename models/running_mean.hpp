#pragma once
/// A mean that is updated value by value.

#include <optional>

#include "models/units.hpp"

namespace ccm {

/// Weighted mean of the prices so far:     m' = m + (p - m) w / W'     Equal prices have exactly their price as mean.
/// Source: [West1979].     Tested by: tests/models/running_mean_test.cpp.
class MeanPrice {
 public:
  /// weight  w > 0.
  void add(Money price, double weight = 1) {
    weight_ += weight;
    mean_ += (price - mean_) * (weight / weight_);
  }
  /// Nothing before the first price.
  [[nodiscard]] std::optional<Money> mean() const { return weight_ > 0 ? std::optional(mean_) : std::nullopt; }

 private:
  Money mean_{0};
  double weight_ = 0;
};

}  // namespace ccm
