#pragma once
/// Tables for reading on a terminal.

#include <string>
#include <vector>

namespace ccm {

enum class Align { left, right };

struct TextColumn {
  std::string head;
  Align align = Align::right;
};

/// Rows under a head, each column as wide as its widest cell. Widths count characters, not bytes.
class TextTable {
 public:
  explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}

  /// One cell per column.
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  /// Lines that end without blanks; nothing if there is no row.
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::size_t width(std::size_t column) const;
  [[nodiscard]] std::string line(const std::vector<std::string>& cells) const;

  std::vector<TextColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace ccm
