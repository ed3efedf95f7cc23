// Who is on the map of a replay, and where?

#include "analysis/report/replay_nodes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ccm::report {
namespace {

Json node(const std::string& kind, const SiteSetting& site) {
  Json json{{"kind", kind}, {"name", site.name}};
  if (kind == "segment") json["type"] = site.type;
  json["x"] = site.at ? Json((*site.at)[0]) : Json();
  json["y"] = site.at ? Json((*site.at)[1]) : Json();
  json["place"] = site.place ? Json(*site.place) : Json();
  return json;
}

Json nodes_of(const RunSetting& setting) {
  Json nodes = Json::array({node("operator", setting.cloud_operator)});
  for (const SiteSetting& site : setting.minifactories) nodes.push_back(node("minifactory", site));
  for (const SiteSetting& site : setting.segments) nodes.push_back(node("segment", site));
  for (const SiteSetting& site : setting.places) nodes.push_back(node("place", site));
  return nodes;
}

/// Roads by the nodes that they join; places are the last nodes.
Json roads_of(const RunSetting& setting) {
  std::map<std::string, std::size_t> number;
  for (const SiteSetting& place : setting.places)
    number.try_emplace(place.name, 1 + setting.minifactories.size() + setting.segments.size() + number.size());
  Json roads = Json::array();
  for (const auto& [from, to] : setting.roads) roads.push_back({number.at(from), number.at(to)});
  return roads;
}

bool is_located(const RunSetting& setting) {
  const auto has_position = [](const SiteSetting& site) { return site.at.has_value(); };
  return setting.cloud_operator.at && std::ranges::all_of(setting.minifactories, has_position) &&
         std::ranges::all_of(setting.segments, has_position);
}

void insert(SQLite::Statement& insertion, const std::string& kind, const std::string& name, std::size_t number) {
  insertion.bind(1, kind);
  insertion.bind(2, name);
  insertion.bind(3, static_cast<std::int64_t>(number));
  insertion.exec();
  insertion.reset();
}

}  // namespace

Json replay_nodes(const RunSetting& setting) {
  return {{"located", is_located(setting)},
          {"nodes", nodes_of(setting)},
          {"nodes_of", {{"minifactories", setting.minifactories.size()}, {"segments", setting.segments.size()}}},
          {"roads", roads_of(setting)}};
}

void number_names(const RunTables& tables, const Json& nodes, const std::vector<std::pair<std::string, std::vector<std::string>>>& lists) {
  tables.execute("CREATE TEMP TABLE numbered (kind TEXT, name TEXT, number INTEGER, PRIMARY KEY (kind, name)) WITHOUT ROWID");
  SQLite::Statement insertion = tables.query("INSERT OR IGNORE INTO numbered VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < nodes.size(); ++i) insert(insertion, nodes[i]["kind"], nodes[i]["name"], i);
  for (const auto& [kind, names] : lists)
    for (std::size_t i = 0; i < names.size(); ++i) insert(insertion, kind, names[i], i);
}

std::string number_of(const std::string& kind, const std::string& name) {
  return fmt::format("(SELECT number FROM numbered WHERE kind = '{}' AND numbered.name = {})", kind, name);
}

}  // namespace ccm::report
