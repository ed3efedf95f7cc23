#pragma once
/// When a minifactory and its people work.

#include "models/production/work_calendar.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// The shifts of its calendar; without one, the first `working_time` of every day.
[[nodiscard]] WorkCalendar working_hours(const Scenario& scenario, const MinifactorySpec& minifactory);

/// Those of a worker level: the shifts that it works.
[[nodiscard]] WorkCalendar working_hours(const Scenario& scenario, const MinifactorySpec& minifactory, const WorkerSpec& worker);

}  // namespace ccm
