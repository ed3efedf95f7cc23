// How busy were minifactories, and how long was the wait?

#include "analysis/report/utilisation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/report/rows.hpp"
#include "models/records.hpp"

namespace ccm::report {
namespace {

constexpr std::int64_t minifactories_at_most = 200;
constexpr std::int64_t values_at_most = 6000;  // of each series

struct BusySeries {
  Json utilisation = Json::array(), queue = Json::array(), waiting = Json::array();
};

Json rounded_cell(const SQLite::Column& column) { return column.isNull() ? Json() : Json(rounded(column.getDouble(), 5)); }

std::string busy_sql(std::int64_t shown) {
  return fmt::format(
      "SELECT minifactory, period, AVG(utilisation), AVG(queue_mean), AVG(waiting_mean_h) FROM periods JOIN ranked ON name = minifactory "
      "WHERE rank <= {} GROUP BY rank, period ORDER BY rank, period",
      shown);
}

Json by_minifactory(const RunTables& tables) {
  const std::int64_t periods = std::max<std::int64_t>(1, tables.setting().periods);
  SQLite::Statement query = tables.query(busy_sql(std::clamp<std::int64_t>(values_at_most / periods, 1, minifactories_at_most)));
  std::map<std::string, BusySeries> found;
  while (query.executeStep()) {
    BusySeries& series = found[query.getColumn(0).getString()];
    series.utilisation.push_back(rounded_cell(query.getColumn(2)));
    series.queue.push_back(rounded_cell(query.getColumn(3)));
    series.waiting.push_back(rounded_cell(query.getColumn(4)));
  }
  Json list = Json::array();
  for (const std::string& name : tables.minifactories())
    if (const auto of_name = found.find(name); of_name != found.end())
      list.push_back({{"name", name},
                      {"utilisation", of_name->second.utilisation},
                      {"queue", of_name->second.queue},
                      {"waiting_h", of_name->second.waiting}});
  return list;
}

/// The value below which the share of sorted values lies; between two of them it is interpolated.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double above = sorted[std::min(below + 1, sorted.size() - 1)];
  return sorted[below] + (place - std::floor(place)) * (above - sorted[below]);
}

/// Utilisation of all minifactories in each period.
std::map<std::int64_t, std::vector<double>> utilisations(const RunTables& tables) {
  std::map<std::int64_t, std::vector<double>> found;
  SQLite::Statement query = tables.query("SELECT period, AVG(utilisation) FROM periods GROUP BY period, minifactory ORDER BY 1, 2");
  while (query.executeStep()) found[query.getColumn(0).getInt64()].push_back(query.getColumn(1).getDouble());
  return found;
}

Json spread(const RunTables& tables) {
  const auto by_period = utilisations(tables);
  Json lines = Json::object();
  for (const auto& [name, share] : {std::pair("low", 0.0), {"quartile1", 0.25}, {"median", 0.5}, {"quartile3", 0.75}, {"high", 1.0}}) {
    lines[name] = Json::array();
    for (const auto& [period, values] : by_period) lines[name].push_back(rounded(quantile(values, share), 5));
  }
  return lines;
}

/// Hours and electricity add up; means are taken over periods and replications, of waits by operations.
constexpr const char* machines_sql =
    "SELECT minifactory, machine, SUM(operations) * 1.0 / {0} AS operations, "
    "SUM(waiting_mean_h * operations) / NULLIF(SUM(operations), 0) AS waiting_mean_h, AVG(queue_mean) AS queue_mean, "
    "SUM(setup_h) / {0} AS setup_h, SUM(work_h) / {0} AS work_h, SUM(idle_h) / {0} AS idle_h, SUM(down_h) / {0} AS down_h, "
    "AVG(utilisation) AS utilisation, SUM(setup_kwh) / {0} AS setup_kwh, SUM(work_kwh) / {0} AS work_kwh, SUM(idle_kwh) / {0} AS idle_kwh "
    "FROM machine_use JOIN ranked ON name = minifactory WHERE rank <= {1} AND period > {2} GROUP BY rank, machine ORDER BY rank, MIN(machine_use.rowid)";

Json machine_columns(const SQLite::Statement& query) {
  Json columns = Json::array();
  for (int i = 0; i < query.getColumnCount(); ++i) {
    const std::string_view name = query.getColumnName(i);
    const auto add_if_named = [&](const auto& column) {
      if (column.name == name) columns.push_back({{"name", name}, {"unit", ""}, {"doc", column.doc}});
    };
    std::apply([&](const auto&... column) { (add_if_named(column), ...); }, Table<MachineUseRecord>::columns);
  }
  return columns;
}

Json machines(const RunTables& tables) {
  if (!tables.has_rows("machine_use")) return nullptr;
  SQLite::Statement query =
      tables.query(fmt::format(machines_sql, tables.replications().size(), minifactories_shown, tables.setting().warm_up));
  Json columns = machine_columns(query);
  return {{"columns", std::move(columns)}, {"rows", rows_of(std::move(query))}};
}

}  // namespace

Json utilisation(const RunTables& tables) {
  return {{"by_minifactory", by_minifactory(tables)}, {"spread", spread(tables)}, {"machines", machines(tables)}};
}

}  // namespace ccm::report
