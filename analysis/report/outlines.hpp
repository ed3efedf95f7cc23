#pragma once
/// The outlines of countries that a map of a run shows.

#include <array>

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// West, south, east, north in degrees.
using Box = std::array<double, 4>;

/// The box of all actors and places with coordinates, with what a wide map shows around it.
/// Tested by: tests/analysis/report_parts_test.cpp.
[[nodiscard]] std::optional<Box> map_box(const RunSetting& setting);

/// Of the polygons those whose box meets the map, without rings that do not; coarse ones for a map that is wider than 40 degrees. An
/// empty list without coordinates.     Tested by: tests/analysis/report_parts_test.cpp.
[[nodiscard]] Json outlines(const RunSetting& setting);

}  // namespace ccm::report
