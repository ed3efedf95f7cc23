#pragma once
/// Time as those see it who wait for it but send nothing.

#include "sim/calendar.hpp"

namespace ccm {

/// What the time is, and actions that are to be done later. The world is one; a test may bring a calendar of its own.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Seconds now() const = 0;
  /// Does the action at that time; not before now.
  virtual void at(Seconds time, Calendar::Action action) = 0;
  void after(Seconds delay, Calendar::Action action) { at(now() + delay, std::move(action)); }
};

}  // namespace ccm
