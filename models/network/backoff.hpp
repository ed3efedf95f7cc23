#pragma once
/// How long one waits for an answer before one asks again.

#include <cstdint>

#include "models/units.hpp"

namespace ccm {

/// Exponential backoff with a cap.
struct Backoff {
  Seconds first{0};
  double factor = 2;
  Seconds at_most{0};

  /// The wait after the message has been repeated `repetitions` times:
  ///     min(first * factor^repetitions, at_most)
  /// first, at_most  [s], 0 < first <= at_most;  factor  [1], >= 1;  repetitions  [1], >= 0.
  /// Source: [JacobsonKarels1988].     Tested by: tests/models/transfer_time_test.cpp.
  [[nodiscard]] Seconds wait(std::int64_t repetitions) const;
};

}  // namespace ccm
