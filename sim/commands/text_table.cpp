// How do rows become an aligned table?

#include "sim/commands/text_table.hpp"

#include <algorithm>

namespace ccm {
namespace {

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::size_t TextTable::width(std::size_t column) const {
  std::size_t widest = characters(columns_[column].head);
  for (const auto& row : rows_) widest = std::max(widest, characters(row.at(column)));
  return widest;
}

std::string TextTable::line(const std::vector<std::string>& cells) const {
  std::string text;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const std::string gap(width(c) - characters(cells[c]), ' ');
    text += "  " + (columns_[c].align == Align::left ? cells[c] + gap : gap + cells[c]);
  }
  return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

std::string TextTable::text() const {
  if (rows_.empty()) return "";
  std::vector<std::string> heads;
  for (const TextColumn& column : columns_) heads.push_back(column.head);
  std::string all = line(heads);
  for (const auto& row : rows_) all += line(row);
  return all;
}

}  // namespace ccm
