#pragma once
/// A schedule of finite capacity: which machines and people are taken when, and the first gap that fits. What can be promised follows.

#include <span>
#include <vector>

#include "models/production/usage_profile.hpp"
#include "models/production/work_calendar.hpp"

namespace ccm {

/// People who can stand in for each other and work the same hours.
struct StaffLevel {
  std::size_t people = 1;  // >= 1
  WorkCalendar calendar{};
};

/// One unit of a machine and one person of a level, taken over [start, end).
struct Slot {
  std::size_t machine = 0, level = 0;
  Seconds start{0}, end{0};

  bool operator==(const Slot&) const = default;
};

/// Machines of one or more equal units, levels of staff, and what is booked of them. Times must be >= 0. A machine stays taken while its
/// work is interrupted (work_calendar.hpp). ModelError if a number of a machine or level is out of range.
/// Tested by: tests/models/timetable_test.cpp.
class Timetable {
 public:
  /// The number of units of each machine, >= 1, and the levels, else ModelError.
  Timetable(std::vector<std::size_t> machine_units, std::vector<StaffLevel> levels);

  /// The slot for `work` seconds of working time on the machine by one of `levels` that ends first; ties go to the level that comes first
  /// in `levels`. It starts at the earliest time >= ready (and not before what has been forgotten) that is working time of the level and
  /// from which on a unit of the machine and a person of the level are free until end = calendar.finish(start, work). Gaps between booked
  /// slots are used. Work of length zero fits everywhere. `levels` must not be empty.
  [[nodiscard]] Slot earliest(std::size_t machine, std::span<const std::size_t> levels, Seconds ready, Seconds work) const;
  /// A unit of the machine and a person of the level are free over the whole slot.
  [[nodiscard]] bool is_free(const Slot& slot) const;

  /// Takes a slot, which must be free, else ModelError.
  void book(const Slot& slot);
  /// Undoes book. ModelError, and nothing changed, if the machine or the level has nothing booked in some part of the slot.
  void release(const Slot& slot);
  /// Time has come to `now`: what was before it is not kept, and slots that still run are kept from now on (release takes them whole).
  void forget_before(Seconds now);
  /// Nothing is booked.
  void clear();
  /// Is nothing booked?
  [[nodiscard]] bool empty() const;

 private:
  struct Resource {
    std::size_t units = 1;
    UsageProfile profile;
  };
  struct Staff {
    Resource resource;
    WorkCalendar calendar;
  };

  [[nodiscard]] Slot earliest_of_level(std::size_t machine, std::size_t level, Seconds ready, Seconds work) const;
  [[nodiscard]] Seconds last_saturated(const Slot& slot) const;
  [[nodiscard]] Seconds kept_start(const Slot& slot) const;

  std::vector<Resource> machines_;
  std::vector<Staff> staff_;
  Seconds known_from_{0};
};

}  // namespace ccm
