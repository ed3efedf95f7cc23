// How is a table of results written, printed, and passed on?

#include "sim/commands/experiment/result_table.hpp"

#include <fmt/format.h>

#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

std::string quoted_if_needed(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

struct CsvText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return quoted_if_needed(text); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
};

struct PageText : CsvText {
  using CsvText::operator();
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(double number) const { return fmt::format("{:.6g}", number); }
};

struct JsonValue {
  nlohmann::ordered_json operator()(std::monostate) const { return nullptr; }
  template <class Value>
  nlohmann::ordered_json operator()(const Value& value) const {
    return value;
  }
};

bool is_text_column(const ResultTable& table, std::size_t column) {
  return !table.rows.empty() && std::holds_alternative<std::string>(table.rows.front()[column]);
}

}  // namespace

ResultCell result_cell(std::optional<double> number) { return number ? ResultCell(*number) : ResultCell(); }

std::string csv_line(const std::vector<ResultCell>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + std::visit(CsvText(), cells[i]);
  return line + "\n";
}

std::string to_csv(const ResultTable& table) {
  std::string text = csv_line({table.head.begin(), table.head.end()});
  for (const auto& row : table.rows) text += csv_line(row);
  return text;
}

std::string to_page(const ResultTable& table) {
  std::vector<TextColumn> columns;
  for (std::size_t i = 0; i < table.head.size(); ++i)
    columns.push_back({table.head[i], is_text_column(table, i) ? Align::left : Align::right});
  TextTable page(columns);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const ResultCell& one : row) cells.push_back(std::visit(PageText(), one));
    page.add(std::move(cells));
  }
  return page.text();
}

nlohmann::ordered_json to_json(const ResultTable& table) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json entry;
    for (std::size_t i = 0; i < row.size(); ++i) entry[table.head[i]] = std::visit(JsonValue(), row[i]);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace ccm
