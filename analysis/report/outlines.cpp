// Which borders and coasts does the map of a run show?

#include "analysis/report/outlines.hpp"

#include <algorithm>

namespace ccm::report {
namespace {

constexpr double coarse_from = 40;

bool meet(const Box& a, const Box& b) { return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]; }

Box box_of(const std::vector<double>& ring) {
  Box box{ring[0], ring[1], ring[0], ring[1]};
  for (std::size_t i = 0; i < ring.size(); ++i) {
    box[i % 2] = std::min(box[i % 2], ring[i]);
    box[i % 2 + 2] = std::max(box[i % 2 + 2], ring[i]);
  }
  return box;
}

std::vector<double> points(const RunSetting& setting) {
  std::vector<double> all;
  const auto add = [&](const SiteSetting& site) {
    if (site.at) all.insert(all.end(), site.at->begin(), site.at->end());
  };
  add(setting.cloud_operator);
  for (const auto* sites : {&setting.minifactories, &setting.segments, &setting.places}) std::ranges::for_each(*sites, add);
  return all;
}

Json shown_part(const Json& polygon, const Box& map) {
  Json rings = Json::array();
  for (const Json& ring : polygon["rings"])
    if (meet(box_of(ring.get<std::vector<double>>()), map)) rings.push_back(ring);
  return {{"rings", std::move(rings)}};
}

}  // namespace

std::optional<Box> map_box(const RunSetting& setting) {
  const auto all = points(setting);
  if (all.empty()) return std::nullopt;
  const Box tight = box_of(all);
  const double span = std::max(tight[2] - tight[0], tight[3] - tight[1]);
  const double aside = std::max(1.5, 1.8 * span);  // the map is wider than high, and a degree of longitude narrower than one of latitude
  const double above = std::max(0.7, 0.8 * span);
  return Box{tight[0] - aside, tight[1] - above, tight[2] + aside, tight[3] + above};
}

Json outlines(const RunSetting& setting) {
  const auto map = map_box(setting);
  Json shown = Json::array();
  if (!map) return shown;
  const std::string_view text = (*map)[2] - (*map)[0] > coarse_from ? setting.coarse_outlines : setting.outlines;
  if (text.empty()) return shown;
  for (const Json& polygon : Json::parse(text))
    if (meet(polygon["box"].get<Box>(), *map)) shown.push_back(shown_part(polygon, *map));
  return shown;
}

}  // namespace ccm::report
