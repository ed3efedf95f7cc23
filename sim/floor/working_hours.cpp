// When does a minifactory work?

#include "sim/floor/working_hours.hpp"

namespace ccm {

WorkCalendar working_hours(const Scenario& scenario, const MinifactorySpec& minifactory) {
  return working_hours(scenario, minifactory, WorkerSpec{});
}

WorkCalendar working_hours(const Scenario& scenario, const MinifactorySpec& minifactory, const WorkerSpec& worker) {
  if (!minifactory.calendar) {
    if (minifactory.working_time >= days(1)) return {};
    return WorkCalendar({{Seconds(0), minifactory.working_time}}, days(1));
  }
  const CalendarSpec& calendar = *minifactory.calendar;
  std::vector<std::size_t> worked;
  for (const std::int64_t shift : worker.shifts) worked.push_back(static_cast<std::size_t>(shift - 1));
  return shift_calendar({.first_start = calendar.starts,
                         .shifts = static_cast<std::size_t>(calendar.shifts),
                         .length = scenario.time.shift,
                         .working_days = static_cast<std::size_t>(calendar.working_days)},
                        worked);
}

}  // namespace ccm
