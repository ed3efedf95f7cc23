// Which calendar do shifts make, and when are two calendars open together?

#include <algorithm>

#include "models/error.hpp"
#include "models/production/work_calendar.hpp"

namespace ccm {

namespace {

constexpr Seconds day = days(1), week = days(7);

void check(const ShiftPattern& pattern, std::span<const std::size_t> worked) {
  require(pattern.first_start >= Seconds(0) && pattern.first_start < day, "shifts: the first starts at a time of day");
  require(pattern.shifts >= 1 && pattern.length > Seconds(0) && static_cast<double>(pattern.shifts) * pattern.length <= day,
          "shifts: all of a day together last a day at most");
  require(pattern.working_days >= 1 && pattern.working_days <= 7, "shifts: a week has 1 to 7 working days");
  require(std::ranges::all_of(worked, [&](std::size_t shift) { return shift < pattern.shifts; }),
          "shifts: there is no shift of that number");
}

bool is_worked(std::size_t shift, std::span<const std::size_t> worked) {
  return worked.empty() || std::ranges::find(worked, shift) != worked.end();
}

/// Adds an interval that may go on over the end of the week.
void add(std::vector<OpenInterval>& open, OpenInterval shift) {
  if (shift.from < week) open.push_back({shift.from, std::min(shift.to, week)});
  if (shift.to > week) open.push_back({std::max(shift.from, week) - week, shift.to - week});
}

}  // namespace

WorkCalendar shift_calendar(const ShiftPattern& pattern, std::span<const std::size_t> worked) {
  check(pattern, worked);
  std::vector<OpenInterval> open;
  for (std::size_t day_of_week = 0; day_of_week < pattern.working_days; ++day_of_week) {
    const auto edge = [&](std::size_t shift) {
      return days(static_cast<double>(day_of_week)) + pattern.first_start + static_cast<double>(shift) * pattern.length;
    };
    for (std::size_t shift = 0; shift < pattern.shifts; ++shift) {
      if (is_worked(shift, worked)) add(open, {edge(shift), edge(shift + 1)});
    }
  }
  std::ranges::sort(open, {}, &OpenInterval::from);
  return WorkCalendar(open, week);
}

WorkCalendar overlap(const WorkCalendar& a, const WorkCalendar& b) {
  if (a.always_open()) return b;
  if (b.always_open()) return a;
  require(a.cycle() == b.cycle(), "calendar: only calendars with equal cycles can be overlaid");
  const std::vector<OpenInterval> of_a = a.open(), of_b = b.open();
  std::vector<OpenInterval> both;
  for (auto i = of_a.begin(), j = of_b.begin(); i != of_a.end() && j != of_b.end(); i->to < j->to ? ++i : ++j) {
    const OpenInterval common{std::max(i->from, j->from), std::min(i->to, j->to)};
    if (common.from < common.to) both.push_back(common);
  }
  require(!both.empty(), "calendar: the two are never open together");
  return WorkCalendar(both, a.cycle());
}

}  // namespace ccm
