// How do replications become a mean with an interval, period by period?

#include "analysis/report/bands.hpp"

#include "analysis/report/rows.hpp"
#include "analysis/statistics.hpp"

namespace ccm::report {
namespace {

/// The values of all replications in each period.
using ValuesByPeriod = std::vector<std::vector<double>>;

Json bound(const Estimate& estimate, double sign) {
  return estimate.half_width ? Json(estimate.mean + sign * *estimate.half_width) : Json();
}

Json rounded_or_null(const Json& value) { return value.is_null() ? value : Json(rounded(value.get<double>())); }

Json band(const ValuesByPeriod& values, bool has_intervals) {
  Json mean = Json::array(), low = Json::array(), high = Json::array();
  for (const std::vector<double>& of_period : values) {
    const Json whole = interval(of_period);
    mean.push_back(rounded_or_null(whole["mean"]));
    low.push_back(rounded_or_null(whole["low"]));
    high.push_back(rounded_or_null(whole["high"]));
  }
  if (!has_intervals) low = high = nullptr;
  return {{"mean", std::move(mean)}, {"low", std::move(low)}, {"high", std::move(high)}};
}

std::vector<Json> bands_from(const std::vector<ValuesByPeriod>& quantities, bool has_intervals) {
  std::vector<Json> result;
  for (const ValuesByPeriod& quantity : quantities) result.push_back(band(quantity, has_intervals));
  return result;
}

std::vector<ValuesByPeriod> without_values(const RunTables& tables, int quantities) {
  return std::vector(static_cast<std::size_t>(quantities), ValuesByPeriod(static_cast<std::size_t>(tables.setting().periods)));
}

void add_row(SQLite::Statement& query, std::vector<ValuesByPeriod>& quantities) {
  const std::size_t period = static_cast<std::size_t>(query.getColumn(2).getInt64()) - 1;
  for (std::size_t i = 0; i < quantities.size(); ++i)
    if (const auto cell = query.getColumn(static_cast<int>(i) + 3); !cell.isNull() && period < quantities[i].size())
      quantities[i][period].push_back(cell.getDouble());
}

}  // namespace

Json interval(const std::vector<double>& values) {
  if (values.empty()) return {{"mean", nullptr}, {"low", nullptr}, {"high", nullptr}, {"n", 0}};
  const Estimate of_mean = estimate(values);
  return {{"mean", of_mean.mean}, {"low", bound(of_mean, -1)}, {"high", bound(of_mean, 1)}, {"n", of_mean.n}};
}

std::map<std::string, Json> intervals(SQLite::Statement query) {
  std::map<std::string, std::vector<double>> values;
  while (query.executeStep())
    if (const auto cell = query.getColumn(2); !cell.isNull()) values[query.getColumn(0).getString()].push_back(cell.getDouble());
  std::map<std::string, Json> found;
  for (const auto& [group, of_group] : values) found[group] = interval(of_group);
  return found;
}

std::map<std::string, std::vector<Json>> bands(const RunTables& tables, const std::string& sql) {
  SQLite::Statement query = tables.query(sql);
  const auto empty = without_values(tables, query.getColumnCount() - 3);
  std::map<std::string, std::vector<ValuesByPeriod>> values;
  while (query.executeStep()) add_row(query, values.try_emplace(query.getColumn(0).getString(), empty).first->second);
  std::map<std::string, std::vector<Json>> found;
  for (const auto& [group, quantities] : values) found[group] = bands_from(quantities, tables.replications().size() > 1);
  return found;
}

std::vector<Json> bands_of_all(const RunTables& tables, const std::string& sql) {
  auto found = bands(tables, sql);
  if (found.contains("")) return std::move(found[""]);
  return bands_from(without_values(tables, tables.query(sql).getColumnCount() - 3), false);
}

Json bands_by_type(const RunTables& tables, const std::string& sql, const std::vector<std::string>& names) {
  auto found = bands(tables, sql);
  Json list = Json::array();
  for (const std::string& type : tables.types()) {
    Json& entry = list.emplace_back(Json{{"type", type}});
    for (std::size_t i = 0; i < names.size(); ++i) entry[names[i]] = std::move(found.at(type)[i]);
  }
  return list;
}

}  // namespace ccm::report
