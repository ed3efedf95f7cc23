#pragma once
/// How the time of a piece of work varies.

#include <optional>

#include "models/random.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// The time of work as a multiple of what is planned: always 1, or random with mean 1, from a stream of its own.
class Pace {
 public:
  Pace(const MinifactorySpec& minifactory, RandomStream stream)
      : times_(minifactory.processing_times), variation_(minifactory.time_variation), stream_(std::move(stream)) {}

  [[nodiscard]] bool is_fixed() const { return times_ == ProcessingTimes::fixed; }
  [[nodiscard]] double draw() {
    if (is_fixed()) return 1;
    return times_ == ProcessingTimes::exponential ? stream_.exponential(Seconds(1)).value() : stream_.lognormal(variation_);
  }

 private:
  ProcessingTimes times_;
  double variation_;
  RandomStream stream_;
};

}  // namespace ccm
