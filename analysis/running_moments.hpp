#pragma once
/// Mean and variance of values that come one by one.

#include <cstddef>

namespace ccm {

/// mean += (x - mean) / n,   squares += (x - mean before) (x - mean after),   variance = squares / (n - 1).
/// Equal values give a variance of exactly zero.
/// Source: [West1979].     Tested by: tests/analysis/sequential_test.cpp.
struct RunningMoments {
  std::size_t n = 0;
  double mean = 0;
  double squares = 0;  // sum of squared distances from the mean

  void add(double value);
  /// Zero of fewer than two values.
  [[nodiscard]] double variance() const;
  [[nodiscard]] double standard_deviation() const;
};

}  // namespace ccm
