// How do rows of the database become JSON?

#include "analysis/report/rows.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace ccm::report {

Json value_of(const SQLite::Column& column) {
  if (column.isNull()) return nullptr;
  if (column.isInteger()) return column.getInt64();
  if (column.isFloat()) return column.getDouble();
  return column.getString();
}

Json columns_of(SQLite::Statement query) {
  const int count = query.getColumnCount();
  std::vector<Json> lists(static_cast<std::size_t>(count), Json::array());
  while (query.executeStep())
    for (int i = 0; i < count; ++i) lists[static_cast<std::size_t>(i)].push_back(value_of(query.getColumn(i)));
  Json columns = Json::object();
  for (int i = 0; i < count; ++i) columns[query.getColumnName(i)] = std::move(lists[static_cast<std::size_t>(i)]);
  return columns;
}

Json objects_of(SQLite::Statement query) {
  Json objects = Json::array();
  while (query.executeStep()) {
    Json& object = objects.emplace_back(Json::object());
    for (int i = 0; i < query.getColumnCount(); ++i) object[query.getColumnName(i)] = value_of(query.getColumn(i));
  }
  return objects;
}

Json rows_of(SQLite::Statement query) {
  Json rows = Json::array();
  while (query.executeStep()) {
    Json& row = rows.emplace_back(Json::array());
    for (int i = 0; i < query.getColumnCount(); ++i) row.push_back(value_of(query.getColumn(i)));
  }
  return rows;
}

double rounded(double value, int digits) { return std::strtod(fmt::format("{:.{}g}", value, digits).c_str(), nullptr); }

}  // namespace ccm::report
