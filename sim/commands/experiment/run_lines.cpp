// How do the values of a run travel between processes?

#include <charconv>
#include <sstream>

#include "sim/commands/experiment/workforce.hpp"

namespace ccm {
namespace {

std::optional<double> value_of_word(const std::string& word) {
  if (word == "-") return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) throw std::runtime_error("a worker answered '" + word + "' for a number");
  return value;
}

std::string word_of_value(std::optional<double> value) {
  if (!value) return "-";
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, *value).ptr};
}

}  // namespace

std::string line_of(const RunValues& values) {
  std::string line;
  for (const auto& value : values) line += (line.empty() ? "" : " ") + word_of_value(value);
  return line;
}

RunValues values_of_line(const std::string& line) {
  RunValues values;
  std::istringstream words(line);
  for (std::string word; words >> word;) values.push_back(value_of_word(word));
  return values;
}

}  // namespace ccm
