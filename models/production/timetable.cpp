// When does a machine have time for a piece of work, with somebody to do it?

#include "models/production/timetable.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

Timetable::Timetable(std::vector<std::size_t> machine_units, std::vector<StaffLevel> levels) {
  for (const std::size_t units : machine_units) machines_.push_back({units, {}});
  for (StaffLevel& level : levels) staff_.push_back({{level.people, {}}, std::move(level.calendar)});
  require(std::ranges::all_of(machines_, [](const Resource& machine) { return machine.units >= 1; }) &&
              std::ranges::all_of(staff_, [](const Staff& staff) { return staff.resource.units >= 1; }),
          "timetable: a machine has a unit at least, and a level a person");
}

Slot Timetable::earliest(std::size_t machine, std::span<const std::size_t> levels, Seconds ready, Seconds work) const {
  require(!levels.empty(), "timetable: somebody must be able to do the work");
  Slot best = earliest_of_level(machine, levels.front(), ready, work);
  for (const std::size_t level : levels.subspan(1)) {
    const Slot slot = earliest_of_level(machine, level, ready, work);
    if (slot.end < best.end) best = slot;
  }
  return best;
}

/// A slot that starts before the end of the last full stretch within it meets that stretch, wherever it starts, so the search goes on
/// there.
Slot Timetable::earliest_of_level(std::size_t machine, std::size_t level, Seconds ready, Seconds work) const {
  require(machine < machines_.size() && level < staff_.size(), "timetable: no such machine or level");
  const WorkCalendar& calendar = staff_[level].calendar;
  Seconds from = std::max(ready, known_from_);
  for (;;) {
    const Seconds start = calendar.next_open(from);
    const Slot slot{machine, level, start, calendar.finish(start, work)};
    from = last_saturated(slot);
    if (from == start) return slot;
  }
}

/// The end of the last stretch within the slot in which the machine or the level is full; the slot's start if there is none.
Seconds Timetable::last_saturated(const Slot& slot) const {
  const Resource &machine = machines_[slot.machine], &people = staff_[slot.level].resource;
  return std::max(machine.profile.last_saturated(slot.start, slot.end, machine.units),
                  people.profile.last_saturated(slot.start, slot.end, people.units));
}

Seconds Timetable::kept_start(const Slot& slot) const {
  require(slot.machine < machines_.size() && slot.level < staff_.size(), "timetable: no such machine or level");
  return std::max(slot.start, known_from_);
}

bool Timetable::is_free(const Slot& slot) const {
  const Slot kept{slot.machine, slot.level, kept_start(slot), slot.end};
  return last_saturated(kept) == kept.start;
}

void Timetable::book(const Slot& slot) {
  require(is_free(slot), "timetable: the slot is taken");
  machines_[slot.machine].profile.take(kept_start(slot), slot.end);
  staff_[slot.level].resource.profile.take(kept_start(slot), slot.end);
}

void Timetable::release(const Slot& slot) {
  const Seconds start = kept_start(slot);
  UsageProfile &machine = machines_[slot.machine].profile, &people = staff_[slot.level].resource.profile;
  require(machine.is_taken(start, slot.end) && people.is_taken(start, slot.end), "timetable: the slot is not booked");
  machine.give_back(start, slot.end);
  people.give_back(start, slot.end);
}

void Timetable::forget_before(Seconds now) {
  if (now <= known_from_) return;
  known_from_ = now;
  for (Resource& machine : machines_) machine.profile.forget_before(now);
  for (Staff& staff : staff_) staff.resource.profile.forget_before(now);
}

void Timetable::clear() {
  for (Resource& machine : machines_) machine.profile.clear();
  for (Staff& staff : staff_) staff.resource.profile.clear();
}

bool Timetable::empty() const {
  return std::ranges::all_of(machines_, [](const Resource& machine) { return machine.profile.empty(); }) &&
         std::ranges::all_of(staff_, [](const Staff& staff) { return staff.resource.profile.empty(); });
}

}  // namespace ccm
