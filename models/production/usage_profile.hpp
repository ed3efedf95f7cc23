#pragma once
/// How many units of a resource are in use over time.

#include <vector>

#include "models/units.hpp"

namespace ccm {

/// Units in use as a step function of time: a sorted list of the times at which the number changes. Short, so a flat one.
/// Tested by: tests/models/timetable_test.cpp.
class UsageProfile {
 public:
  /// One unit more is in use over [start, end); nothing if start >= end.
  void take(Seconds start, Seconds end);
  /// One unit less; one must be in use over all of [start, end) (is_taken).
  void give_back(Seconds start, Seconds end);
  /// What was in use before now is not kept.
  void forget_before(Seconds now);
  void clear() { steps_.clear(); }

  /// A unit at least is in use over all of [start, end).
  [[nodiscard]] bool is_taken(Seconds start, Seconds end) const;
  /// The end, which may lie after `end`, of the last stretch that meets [start, end) and has `capacity` units or more in use; `start` if
  /// there is none.
  [[nodiscard]] Seconds last_saturated(Seconds start, Seconds end, std::size_t capacity) const;
  /// Nothing is in use, now or later.
  [[nodiscard]] bool empty() const { return steps_.empty(); }

 private:
  /// From `at` to the next step so many units are in use.
  struct Step {
    Seconds at{0};
    std::size_t used = 0;
  };

  std::size_t split(Seconds at);
  void merge(std::size_t step);
  [[nodiscard]] std::vector<Step>::const_iterator first_from(Seconds t) const;

  std::vector<Step> steps_;  // sorted; neighbours differ; before the first and after the last nothing is in use
};

}  // namespace ccm
