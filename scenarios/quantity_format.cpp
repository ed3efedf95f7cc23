// How is a number with a unit read, written and described, and what may it be?

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "scenarios/type.hpp"

namespace ccm {
namespace {

std::string escaped_for_pattern(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '/' ? std::string("\\/") : std::string(1, c);
  return escaped;
}

/// How many base units the unit is; nothing if there is none of that name.
std::optional<double> factor_of(const std::string& name, Dimension dimension, const UnitContext& context) {
  for (const Unit& unit : units_of(dimension, context))
    if (unit.name == name) return unit.factor;
  return std::nullopt;
}

}  // namespace

std::string number_advice(const Node& node) {
  const std::string text = node.text.substr(0, node.text.find(' '));
  if (node.quoted && parse_number(node.text)) return "Write it without quotes.";
  if (parse_number(text)) return "";
  if (text.find_first_not_of("+-0123456789.,_xX") != std::string::npos || text.empty()) return "";
  if (text.find(',') != std::string::npos) return "Write the decimal point as a point, and no sign between thousands.";
  if (text.find('_') != std::string::npos) return "Write the digits without '_'.";
  if (text.find_first_of("xX") != std::string::npos) return "Write it in decimal digits.";
  return text.find('0') != std::string::npos ? "Write it without the leading zero, which other programs take for octal." : "";
}

bool Range::holds(double value) const {
  return (low_excluded ? value > low : value >= low) && (high_excluded ? value < high : value <= high);
}

std::string Range::text(const std::function<std::string(double)>& write) const {
  const bool has_low = std::isfinite(low), has_high = std::isfinite(high);
  if (has_low && has_high && !low_excluded && !high_excluded) return fmt::format(" from {} to {}", write(low), write(high));
  const std::string lower = has_low ? (low_excluded ? " above " : " of at least ") + write(low) : "";
  const std::string upper = has_high ? (high_excluded ? " below " : " at most ") + write(high) : "";
  return lower + (has_low && has_high ? " and" : "") + upper;
}

Range at_least(double low) { return {.low = low}; }
Range above(double low) { return {.low = low, .low_excluded = true}; }
Range between(double low, double high) { return {.low = low, .high = high}; }
Range from_below(double low, double high) { return {.low = low, .high = high, .high_excluded = true}; }

QuantityFormat::QuantityFormat(Dimension dimension, Range range, BareUnit bare)
    : dimension_(dimension), range_(range), bare_(std::move(bare)) {
  if (dimension == Dimension::money) bare_.name = "{}";
}

std::string QuantityFormat::bare_unit(const UnitContext& context) const { return fmt::format(fmt::runtime(bare_.name), context.currency); }

std::string QuantityFormat::described(const UnitContext& context) const {
  const std::string bare = bare_unit(context);
  const auto factor = factor_of(bare, dimension_, context);
  const auto range = range_.text([&](double value) {
    return factor ? fmt::format("{} {}", number_text(value / *factor), bare) : quantity_text(value, dimension_, context);
  });
  const std::string text = expectation(dimension_, context, range);
  return dimension_ == Dimension::money || bare.empty() ? text : fmt::format("{} or a bare number in {}", text, bare);
}

std::string QuantityFormat::expected() const { return described(UnitContext{}); }

Json QuantityFormat::json_schema() const {
  std::vector<std::string> names;
  for (const Unit& unit : units_of(dimension_, {.currency = "[A-Z]{3}"})) names.push_back(escaped_for_pattern(unit.name));
  const Json text = {{"type", "string"}, {"pattern", fmt::format("^[+-]?[0-9.]+([eE][+-]?[0-9]+)? *({})$", fmt::join(names, "|"))}};
  if (bare_.name.empty()) return text;
  return {{"anyOf", {{{"type", "number"}}, text}}};
}

std::optional<double> QuantityFormat::in_base_units(const Node& node, Reader& reader) const {
  const auto measure = node.is(Node::Kind::scalar) ? split_measure(node.text) : std::nullopt;
  if (!measure) return std::nullopt;
  const auto factor = factor_of(measure->unit.empty() ? bare_unit(reader.units()) : measure->unit, dimension_, reader.units());
  return factor ? std::optional(measure->number * *factor) : std::nullopt;
}

std::optional<double> QuantityFormat::read(const Node& node, Reader& reader) const {
  const auto value = in_base_units(node, reader);
  if (value && std::isfinite(*value) && range_.holds(*value)) return value;
  reader.unexpected(node, described(reader.units()), advice(node, reader.units()));
  return std::nullopt;
}

std::string QuantityFormat::advice(const Node& node, const UnitContext& context) const {
  const auto measure = split_measure(node.text);
  if (!measure) return number_advice(node);
  std::vector<std::string> names;
  for (const Unit& unit : units_of(dimension_, context)) names.push_back(unit.name);
  if (std::ranges::find(names, measure->unit) != names.end()) return "";
  if (measure->unit.empty()) return bare_.name.empty() ? "The unit is missing." : "";
  return fmt::format("There is no unit {} here{}", in_quotes(measure->unit),
                     did_you_mean(measure->unit, names).empty() ? "." : did_you_mean(measure->unit, names));
}

Node QuantityFormat::write(double value, const UnitContext& units) const {
  if (dimension_ == Dimension::money) return scalar_node(number_text(value));
  return scalar_node(quantity_text(value, dimension_, units));
}

}  // namespace ccm
