// Do the working hours and floors of minifactories fit together?

#include "scenarios/check_floor.hpp"

#include <fmt/format.h>

namespace ccm {
namespace {

void mistake(Reader& reader, const std::string& path, std::string message, std::string advice = "") {
  reader.mistake(reader.mark_of(path), std::move(message), std::move(advice));
}

void check_calendar(const Scenario& scenario, const MinifactorySpec& minifactory, const std::string& path, Reader& reader) {
  const Seconds day = scenario.time.shift * static_cast<double>(minifactory.calendar->shifts);
  if (day > days(1))
    mistake(reader, path + ".calendar.shifts",
            fmt::format("{} shifts of {:.6g} h are longer than a day", minifactory.calendar->shifts, in_hours(scenario.time.shift)),
            "Lower 'shifts' or 'time.shift'.");
  if (minifactory.floor.kind == FloorKind::lines)
    mistake(reader, path + ".calendar", "shifts are kept machine by machine, but its orders run on lines",
            "Write 'floor: {kind: machines}', or 'working_time' in place of 'calendar'.");
}

void check_shifts(const MinifactorySpec& minifactory, const WorkerSpec& worker, const std::string& path, Reader& reader) {
  const std::string place = path + ".workers." + worker.name + ".shifts";
  if (!worker.shifts.empty() && !minifactory.calendar)
    return mistake(reader, place, "the minifactory has no calendar with shifts", "Give it a 'calendar', or leave 'shifts' out.");
  for (std::size_t i = 0; i < worker.shifts.size(); ++i)
    if (worker.shifts[i] > minifactory.calendar->shifts)
      mistake(reader, fmt::format("{}[{}]", place, i),
              fmt::format("there is no shift {}; the calendar has {}", worker.shifts[i], minifactory.calendar->shifts));
}

}  // namespace

void check_floors(const Scenario& scenario, Reader& reader) {
  for (std::size_t i = 0; i < scenario.minifactories.size(); ++i) {
    const MinifactorySpec& minifactory = scenario.minifactories[i];
    const std::string path = fmt::format(".minifactories[{}]", i);
    if (minifactory.calendar) check_calendar(scenario, minifactory, path, reader);
    for (const WorkerSpec& worker : minifactory.workers) check_shifts(minifactory, worker, path, reader);
  }
}

}  // namespace ccm
