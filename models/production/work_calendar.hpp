#pragma once
/// When work is done: shifts of a day or a week, repeated for ever.

#include <span>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// Work is done from `from` on and no more at `to`; both are reckoned from the start of a cycle.
struct OpenInterval {
  Seconds from{0}, to{0};

  bool operator==(const OpenInterval&) const = default;
};

/// A function of time that says when work is done. Interrupted work goes on when it opens again. The first cycle starts at t = 0; times
/// may be negative. Whole numbers of seconds are reckoned exactly, others up to the rounding of a time.
/// Tested by: tests/models/work_calendar_test.cpp.
class WorkCalendar {
 public:
  /// Always open.
  WorkCalendar() = default;
  /// Open in these parts of every cycle. At least one; each of positive length and inside [0, cycle); sorted, not overlapping, else
  /// ModelError. Those that touch become one.
  WorkCalendar(const std::vector<OpenInterval>& open, Seconds cycle);

  /// Is work done at time t?
  [[nodiscard]] bool is_open(Seconds t) const;
  /// The first time from t on at which work is done: t itself if it is open then.
  [[nodiscard]] Seconds next_open(Seconds t) const;
  /// When `work` seconds of working time after `start` have been done: the least f >= start with work_between(start, f) = work, so the end
  /// of a shift and not the start of the next; a shift also does what rounding would leave over, a microsecond at most.
  /// finish(start, 0) = start. Both must be finite and work not negative, else ModelError.
  [[nodiscard]] Seconds finish(Seconds start, Seconds work) const;
  /// Working time in [from, to); from <= to, else ModelError.
  [[nodiscard]] Seconds work_between(Seconds from, Seconds to) const;
  /// Working time as a share of all time, 0 < share <= 1.
  [[nodiscard]] double working_share() const;

  [[nodiscard]] bool always_open() const { return shifts_.empty(); }
  /// The open intervals of a cycle after merging; none if it is always open.
  [[nodiscard]] std::vector<OpenInterval> open() const;
  [[nodiscard]] Seconds cycle() const { return cycle_; }

  bool operator==(const WorkCalendar&) const = default;

 private:
  /// An open interval, and the working time of its cycle before it.
  struct Shift {
    Seconds from{0}, to{0}, before{0};

    bool operator==(const Shift&) const = default;
  };
  using Shifts = std::vector<Shift>;

  /// A time as a number of whole cycles and what is left, 0 <= offset < cycle, with the first shift of the cycle that ends later.
  struct Place {
    double cycles = 0;
    Seconds offset{0};
    Shifts::const_iterator shift;
  };

  void append(OpenInterval next);
  [[nodiscard]] Place place(Seconds t) const;
  [[nodiscard]] Seconds work_per_cycle() const;
  [[nodiscard]] Seconds worked_before(const Place& at) const;
  [[nodiscard]] Seconds finish_after(double cycles, Seconds work) const;

  Shifts shifts_;     // sorted; none: always open
  Seconds cycle_{0};  // 0: always open
};

/// When both are open. Their cycles must be equal unless one is always open, and they must meet, else ModelError.
/// Tested by: tests/models/work_calendar_test.cpp.
[[nodiscard]] WorkCalendar overlap(const WorkCalendar& a, const WorkCalendar& b);

/// Shifts of equal length, one after the other, from the same time of day on each working day.
struct ShiftPattern {
  Seconds first_start = hours(6);  // time of day, 0 <= first_start < 1 day
  std::size_t shifts = 1;          // per day, >= 1
  Seconds length = hours(8);       // of one, > 0; all shifts together last a day at most
  std::size_t working_days = 5;    // the first of the 7 days of a week, 1 to 7; the week starts at t = 0
};

/// The calendar, with a cycle of a week, of those who work the shifts with these numbers (from 0), or all shifts if no number is given.
/// A shift may go on after midnight, also of the last day. ModelError outside the ranges above.
/// Tested by: tests/models/work_calendar_test.cpp.
[[nodiscard]] WorkCalendar shift_calendar(const ShiftPattern& pattern, std::span<const std::size_t> worked = {});

}  // namespace ccm
