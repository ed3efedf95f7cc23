#pragma once
/// Time without a network.

#include "sim/calendar.hpp"
#include "sim/clock.hpp"

namespace ccm::test {

/// A clock that is a calendar and nothing else.
class BareClock : public Clock {
 public:
  [[nodiscard]] Seconds now() const override { return now_; }
  void at(Seconds time, Calendar::Action action) override { calendar_.add(time, std::move(action)); }

  /// Does all that is due up to and at `end`, which it is then.
  void run_until(Seconds end) {
    while (!calendar_.empty() && calendar_.next_time() <= end) step();
    now_ = end;
  }
  /// Does all that there is to do.
  void run() {
    while (!calendar_.empty()) step();
  }

 private:
  void step() {
    now_ = calendar_.next_time();
    calendar_.take_next()();
  }

  Calendar calendar_;
  Seconds now_{0};
};

}  // namespace ccm::test
