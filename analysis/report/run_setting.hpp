#pragma once
/// What a report of a run needs to know of its scenario, beside the result tables.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccm {

/// A place, or an actor and where it stands.
struct SiteSetting {
  std::string name;
  std::string type;                           // of customers: price_taker, negotiator or bargainer; else empty
  std::optional<std::string> place;           // of an actor that stands at a named place
  std::optional<std::array<double, 2>> at{};  // longitude and latitude in degrees, its own or those of its place
};

/// The facts of a scenario that a report shows. Copies of one minifactory or segment are apart, as in the tables.
struct RunSetting {
  std::int64_t periods = 0;
  std::int64_t warm_up = 0;  // periods 1 to warm_up are left out of totals and means
  double period_d = 0;
  std::string currency;
  SiteSetting cloud_operator;
  std::vector<SiteSetting> minifactories, segments, places;
  std::vector<std::array<std::string, 2>> roads;  // the two places that each joins
  std::string_view outlines;                      // JSON: polygons of countries, {box, rings}; empty: none
  std::string_view coarse_outlines;               // the same for maps of continents

  [[nodiscard]] double warm_up_end_d() const { return period_d * static_cast<double>(warm_up); }
  [[nodiscard]] double horizon_d() const { return period_d * static_cast<double>(periods); }
};

}  // namespace ccm
