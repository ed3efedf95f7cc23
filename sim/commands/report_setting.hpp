#pragma once
/// What a report shows of a scenario itself.

#include "analysis/report/run_setting.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Times, currency, actors, places and roads of a loaded scenario, of which counts are unfolded. Actors at a place have its coordinates.
/// It has no outlines of countries.     Tested by: tests/cli/report_setting_test.cpp.
[[nodiscard]] RunSetting setting_of(const Scenario& scenario);

}  // namespace ccm
