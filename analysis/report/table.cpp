// How does a CSV file become a table of a report?

#include "analysis/report/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace ccm {
namespace {

using nlohmann::ordered_json;

std::optional<double> cell_number(const std::string& cell) {
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

/// Whole numbers stay what they are, so that they print without a point.
ordered_json number_json(const std::string& cell) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), whole);
  if (error == std::errc() && end == cell.data() + cell.size()) return whole;
  const auto number = cell_number(cell);
  return number && std::isfinite(*number) ? ordered_json(*number) : ordered_json();
}

bool is_numeric(const CsvRows& table, std::size_t column) {
  return std::ranges::all_of(table.rows, [column](const auto& row) { return row[column].empty() || cell_number(row[column]); });
}

}  // namespace

ordered_json report_table(const CsvRows& table, const NoteColumn& note) {
  std::vector<bool> numeric;
  auto columns = ordered_json::array(), rows = ordered_json::array();
  for (std::size_t column = 0; column < table.head.size(); ++column) {
    const auto [unit, doc] = note(table.head[column]);
    columns.push_back({{"name", table.head[column]}, {"unit", unit}, {"doc", doc}});
    numeric.push_back(is_numeric(table, column));
  }
  for (const auto& row : table.rows) {
    auto cells = ordered_json::array();
    for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(numeric[i] ? number_json(row[i]) : ordered_json(row[i]));
    rows.push_back(std::move(cells));
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace ccm
