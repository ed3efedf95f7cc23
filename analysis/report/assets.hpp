#pragma once
/// What the build makes part of the program for reports (see page/build.mjs).

#include <string_view>

namespace ccm::report_assets {

/// The page, with @DATA@ where the data of the report go.
[[nodiscard]] std::string_view page();
/// A program for Node.js that draws the charts of a report as pictures.
[[nodiscard]] std::string_view images_program();
/// JSON: polygons of the countries, {box: [west, south, east, north], rings: [[longitude, latitude, ...], ...]}, in degrees.
[[nodiscard]] std::string_view outlines_50m();
/// The same, coarser: for maps of continents.
[[nodiscard]] std::string_view outlines_110m();

}  // namespace ccm::report_assets
