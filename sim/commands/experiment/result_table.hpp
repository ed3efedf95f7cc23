#pragma once
/// Tables of an experiment's results, for files, terminals and JSON.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ccm {

/// A text, a number, or nothing.
using ResultCell = std::variant<std::monostate, std::string, double, std::int64_t>;

/// The number, or nothing.
[[nodiscard]] ResultCell result_cell(std::optional<double> number);

struct ResultTable {
  std::string name;  // of its file, without ".csv"
  std::vector<std::string> head;
  std::vector<std::vector<ResultCell>> rows;
};

/// One line of CSV, by RFC 4180: cells with a comma, a quote or a line break stand in quotes. Numbers are the shortest decimals that read
/// back exactly.     Tested by: tests/cli/experiment_test.cpp.
[[nodiscard]] std::string csv_line(const std::vector<ResultCell>& cells);
[[nodiscard]] std::string to_csv(const ResultTable& table);
/// With numbers to six digits.
[[nodiscard]] std::string to_page(const ResultTable& table);
[[nodiscard]] nlohmann::ordered_json to_json(const ResultTable& table);

}  // namespace ccm
