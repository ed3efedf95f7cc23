// Is the word of an option a whole number in its range?

#include <fmt/format.h>

#include <charconv>

#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"

namespace ccm {

CLI::Validator whole_number(std::int64_t low, std::int64_t high) {
  const auto complaint = [low, high](const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fits = error == std::errc() && end == text.data() + text.size() && value >= low && value <= high;
    return fits ? "" : fmt::format("expected a whole number from {} to {}, not {}", low, high, in_quotes(text));
  };
  return {complaint, ""};
}

}  // namespace ccm
