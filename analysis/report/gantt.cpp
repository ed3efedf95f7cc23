// What was made when, on which machine?

#include "analysis/report/gantt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::size_t bars_at_most = 400;

/// One stretch of work. Bars of one lane that overlap are drawn in rows of their own: a lane has as many as it worked on at a time.
struct Bar {
  std::string lane;
  double from = 0, to = 0, setup = 0;  // days
  std::int64_t request = 0;
  std::string label;
  std::int64_t order_row = 0;  // in the table of orders, if it is one
  std::size_t row = 0;
};

using BarsByMinifactory = std::map<std::string, std::vector<Bar>>;

/// The five busiest of the first replication.
std::vector<std::string> busiest(const RunTables& tables) {
  std::vector<std::string> names;
  SQLite::Statement query = tables.query(fmt::format(
      "SELECT minifactory FROM periods WHERE replication = {} GROUP BY minifactory ORDER BY AVG(utilisation) DESC, minifactory LIMIT 5",
      tables.first()));
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  return names;
}

BarsByMinifactory operations(const RunTables& tables) {
  BarsByMinifactory bars;
  SQLite::Statement query = tables.query(fmt::format(
      "SELECT minifactory, machine, began_at_d, ended_at_d, setup_min / 1440, request, part FROM operations WHERE replication = {}",
      tables.first()));
  while (query.executeStep())
    bars[query.getColumn(0).getString()].push_back({.lane = query.getColumn(1).getString(),
                                                    .from = query.getColumn(2).getDouble(),
                                                    .to = query.getColumn(3).getDouble(),
                                                    .setup = query.getColumn(4).getDouble(),
                                                    .request = query.getColumn(5).getInt64(),
                                                    .label = query.getColumn(6).getString()});
  return bars;
}

/// Orders that are not split; the label is looked up for those that are drawn.
void add_whole_orders(const ReplayOrders& orders, BarsByMinifactory& bars) {
  for (const ReplayOrders::Stay& stay : orders.stays())
    if (const auto found = bars.find(orders.names().name(stay.minifactory)); found != bars.end() && !std::isnan(stay.finished))
      found->second.push_back({.from = stay.started, .to = stay.finished, .request = stay.request, .order_row = stay.row});
}

void add_lots(const RunTables& tables, BarsByMinifactory& bars) {
  SQLite::Statement query = tables.query(fmt::format(
      "SELECT minifactory, started_at_d, finished_at_d, request, 'lot ' || lot FROM lots WHERE replication = {}", tables.first()));
  while (query.executeStep())
    if (const auto found = bars.find(query.getColumn(0).getString()); found != bars.end())
      found->second.push_back({.from = query.getColumn(1).getDouble(),
                               .to = query.getColumn(2).getDouble(),
                               .request = query.getColumn(3).getInt64(),
                               .label = query.getColumn(4).getString()});
}

BarsByMinifactory orders_of(const RunTables& tables, const ReplayOrders& orders, const std::vector<std::string>& minifactories) {
  BarsByMinifactory bars;
  for (const std::string& name : minifactories) bars[name];
  add_whole_orders(orders, bars);
  add_lots(tables, bars);
  return bars;
}

void label_orders(const RunTables& tables, std::vector<Bar>& bars) {
  SQLite::Statement query = tables.query("SELECT service FROM orders WHERE rowid = ?");
  for (Bar& bar : bars) {
    if (bar.order_row == 0) continue;
    query.bind(1, bar.order_row);
    if (query.executeStep()) bar.label = query.getColumn(0).getString();
    query.reset();
  }
}

/// The successive bars that began within the shortest time, of all so long the first.
std::vector<Bar> busiest_stretch(std::vector<Bar> bars) {
  std::ranges::sort(bars, {}, [](const Bar& bar) { return std::tie(bar.from, bar.lane, bar.request, bar.to, bar.label); });
  if (bars.size() <= bars_at_most) return bars;
  std::size_t best = 0;
  const auto length = [&](std::size_t first) { return bars[first + bars_at_most - 1].from - bars[first].from; };
  for (std::size_t first = 1; first + bars_at_most <= bars.size(); ++first)
    if (length(first) < length(best)) best = first;
  const auto start = bars.begin() + static_cast<std::ptrdiff_t>(best);
  return {start, start + bars_at_most};
}

/// Puts each bar of a lane into the first row that is free. Gives the number of rows.
std::size_t pack(std::vector<Bar>& bars, const std::string& lane) {
  std::vector<double> free_from;
  for (Bar& bar : bars) {
    if (bar.lane != lane) continue;
    const auto row = std::ranges::find_if(free_from, [&](double end) { return end <= bar.from + 1e-9; });
    bar.row = static_cast<std::size_t>(row - free_from.begin());
    if (row == free_from.end()) free_from.push_back(0);
    free_from[bar.row] = bar.to;
  }
  return free_from.size();
}

std::string row_name(const std::string& lane, std::size_t row, std::size_t rows) {
  const std::string name = lane.empty() ? "line" : lane;
  return rows == 1 ? name : fmt::format("{} {}", name, row + 1);
}

/// Gives all bars their rows, lane by lane. Gives the names of the rows.
std::vector<std::string> rows_for(std::vector<Bar>& bars) {
  std::map<std::string, std::size_t> rows;
  for (const Bar& bar : bars) rows.try_emplace(bar.lane, 0);
  std::vector<std::string> names;
  for (auto& [lane, count] : rows) {
    const std::size_t before = names.size();
    count = pack(bars, lane);
    for (std::size_t row = 0; row < count; ++row) names.push_back(row_name(lane, row, count));
    for (Bar& bar : bars)
      if (bar.lane == lane) bar.row += before;
  }
  return names;
}

Json bar_columns(const std::vector<Bar>& bars) {
  Json columns;
  for (const char* name : {"row", "from_d", "to_d", "setup_d", "request", "label"}) columns[name] = Json::array();
  for (const Bar& bar : bars) {
    columns["row"].push_back(bar.row);
    columns["from_d"].push_back(rounded(bar.from, 8));
    columns["to_d"].push_back(rounded(bar.to, 8));
    columns["setup_d"].push_back(rounded(bar.setup, 8));
    columns["request"].push_back(bar.request);
    columns["label"].push_back(bar.label);
  }
  return columns;
}

Json time_table(const RunTables& tables, const std::string& minifactory, const char* kind, const std::vector<Bar>& all) {
  std::vector<Bar> bars = busiest_stretch(all);
  label_orders(tables, bars);
  const auto rows = rows_for(bars);
  return {{"minifactory", minifactory}, {"kind", kind},         {"rows", rows},
          {"bars", bar_columns(bars)},  {"shown", bars.size()}, {"of", all.size()}};
}

}  // namespace

Json gantt(const RunTables& tables, const ReplayOrders& orders) {
  const auto names = busiest(tables);
  auto on_machines = operations(tables), on_lines = orders_of(tables, orders, names);
  Json list = Json::array();
  for (const std::string& name : names)
    if (const auto found = on_machines.find(name); found != on_machines.end())
      list.push_back(time_table(tables, name, "operations", found->second));
    else if (!on_lines[name].empty())
      list.push_back(time_table(tables, name, "orders", on_lines[name]));
  return list;
}

}  // namespace ccm::report
