// How is each kind of value read, written and described?

#include "scenarios/type.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ccm {
namespace {

std::string escaped_for_pattern(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '/' ? std::string("\\/") : std::string(1, c);
  return escaped;
}

/// A scalar that is not nothing; every simple type begins with it.
bool is_scalar(const Node& node) { return node.is(Node::Kind::scalar); }

/// What is wrong with a text that looks like a number and is none; empty if it does not look like one.
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

class TextType : public Type<std::string> {
 public:
  std::string expected() const override { return "text of 1 to 500 characters"; }
  Json json_schema() const override { return {{"type", "string"}, {"minLength", 1}, {"maxLength", 500}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    const bool fits = is_scalar(node) && !node.text.empty() && node.text.size() <= 500;
    const bool clean = std::ranges::none_of(node.text, [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; });
    if (fits && clean) return node.text;
    reader.unexpected(node, expected());
    return std::nullopt;
  }
  Node write(const std::string& value, const UnitContext&) const override {
    Node text = scalar_node(value);
    text.quoted = true;
    return text;
  }
};

class CurrencyType : public Type<std::string> {
 public:
  std::string expected() const override { return "three capital letters such as EUR"; }
  Json json_schema() const override { return {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    const bool capitals = std::ranges::all_of(node.text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (is_scalar(node) && node.text.size() == 3 && capitals) return node.text;
    reader.unexpected(node, expected());
    return std::nullopt;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }
};

class BooleanType : public Type<bool> {
 public:
  std::string expected() const override { return "true or false"; }
  Json json_schema() const override { return {{"type", "boolean"}}; }
  std::optional<bool> read(const Node& node, Reader& reader) const override {
    if (is_scalar(node) && !node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
    reader.unexpected(node, expected());
    return std::nullopt;
  }
  Node write(const bool& value, const UnitContext&) const override { return scalar_node(value ? "true" : "false"); }
};

class NumberType : public Type<double> {
 public:
  explicit NumberType(Range range) : range_(range) {}
  std::string expected() const override { return "a number" + range_.text(number_text); }
  Json json_schema() const override {
    Json schema = {{"type", "number"}};
    if (std::isfinite(range_.low)) schema[range_.low_excluded ? "exclusiveMinimum" : "minimum"] = range_.low;
    if (std::isfinite(range_.high)) schema[range_.high_excluded ? "exclusiveMaximum" : "maximum"] = range_.high;
    return schema;
  }
  std::optional<double> read(const Node& node, Reader& reader) const override {
    const auto number = is_scalar(node) && !node.quoted ? parse_number(node.text) : std::nullopt;
    if (number && range_.holds(*number)) return number;
    reader.unexpected(node, expected(), number_advice(node));
    return std::nullopt;
  }
  Node write(const double& value, const UnitContext&) const override { return scalar_node(number_text(value)); }

 private:
  Range range_;
};

class IntegerType : public Type<std::int64_t> {
 public:
  IntegerType(std::int64_t low, std::int64_t high) : low_(low), high_(high) {}
  std::string expected() const override {
    return low_ == high_ ? fmt::format("the number {}", low_) : fmt::format("a whole number from {} to {}", low_, bound(high_));
  }
  Json json_schema() const override { return {{"type", "integer"}, {"minimum", low_}, {"maximum", high_}}; }
  std::optional<std::int64_t> read(const Node& node, Reader& reader) const override {
    const auto value = is_scalar(node) && !node.quoted ? parse(node.text) : std::nullopt;
    if (value && *value >= low_ && *value <= high_) return value;
    reader.unexpected(node, expected(), number_advice(node));
    return std::nullopt;
  }
  Node write(const std::int64_t& value, const UnitContext&) const override { return scalar_node(std::to_string(value)); }

 private:
  static std::string bound(std::int64_t value) {
    return value == std::numeric_limits<std::int64_t>::max() ? "2^63 - 1" : std::to_string(value);
  }

  static std::optional<std::int64_t> parse(const std::string& text) {
    if (!parse_number(text)) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }

  std::int64_t low_, high_;
};

class ShareType : public Type<double> {
 public:
  std::string expected() const override { return "a share such as '5 %' or 0.05, from 0 to 100 %"; }
  Json json_schema() const override {
    return {{"anyOf", {{{"type", "number"}, {"minimum", 0}, {"maximum", 1}}, {{"type", "string"}, {"pattern", "^[0-9.]+ ?%$"}}}}};
  }
  std::optional<double> read(const Node& node, Reader& reader) const override {
    const auto measure = is_scalar(node) ? split_measure(node.text) : std::nullopt;
    const bool known = measure && (measure->unit == "%" || (measure->unit.empty() && !node.quoted));
    const double share = !known ? -1 : measure->unit == "%" ? measure->number / 100 : measure->number;
    if (share >= 0 && share <= 1) return share;
    reader.unexpected(node, expected(), number_advice(node));
    return std::nullopt;
  }
  Node write(const double& value, const UnitContext&) const override { return scalar_node(number_text(value)); }
};

class CoordinatesType : public Type<GeoPoint> {
 public:
  std::string expected() const override {
    return "coordinates [latitude, longitude] in degrees, such as [46.498, 11.354], within -90..90 and -180..180";
  }
  Json json_schema() const override {
    const Json number = {{"type", "number"}, {"minimum", -180}, {"maximum", 180}};
    return {{"type", "array"}, {"items", number}, {"minItems", 2}, {"maxItems", 2}};
  }
  std::optional<GeoPoint> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::list) || node.items.size() != 2) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    const auto latitude = latitude_->read(node.items[0], reader), longitude = longitude_->read(node.items[1], reader);
    return latitude && longitude ? std::optional(GeoPoint{*latitude, *longitude}) : std::nullopt;
  }
  Node write(const GeoPoint& value, const UnitContext&) const override {
    return list_node({scalar_node(number_text(value.latitude)), scalar_node(number_text(value.longitude))});
  }

 private:
  TypePtr<double> latitude_ = number_type(between(-90, 90)), longitude_ = number_type(between(-180, 180));
};

class NameType : public Type<std::string> {
 public:
  NameType(std::string kind, bool local) : kind_(std::move(kind)), local_(local) {}
  std::string expected() const override {
    return fmt::format("a name for the {} of 1 to 80 characters without spaces or any of . , ; : [ ] {{ }} # \" '", kind_);
  }
  Json json_schema() const override { return {{"type", "string"}, {"pattern", R"(^[^\s.,;:\[\]{}#"'\u0000-\u001f]{1,80}$)"}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (!is_scalar(node) || !valid(node.text)) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    reader.define({kind_, local_ ? reader.local_scope() : "", node.text, node.mark});
    return node.text;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  static bool valid(const std::string& text) {
    const auto allowed = [](unsigned char c) {
      return c > 0x20 && c != 0x7f && std::string_view(".,;:[]{}#\"'").find(static_cast<char>(c)) == std::string_view::npos;
    };
    return !text.empty() && text.size() <= 80 && std::ranges::all_of(text, allowed);
  }

  std::string kind_;
  bool local_;
};

class ReferenceType : public Type<std::string> {
 public:
  ReferenceType(std::string kind, bool local) : kind_(std::move(kind)), local_(local) {}
  std::string expected() const override { return fmt::format("the name of the {}", kind_); }
  Json json_schema() const override { return {{"type", "string"}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (!is_scalar(node)) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    reader.use({kind_, local_ ? reader.local_scope() : "", node.text, node.mark});
    return node.text;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  std::string kind_;
  bool local_;
};

class WordType : public Type<std::string> {
 public:
  explicit WordType(std::vector<std::string> words) : words_(std::move(words)) {}
  std::string expected() const override { return fmt::format("one of {}", fmt::join(words_, ", ")); }
  Json json_schema() const override { return {{"enum", words_}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (is_scalar(node) && std::ranges::find(words_, node.text) != words_.end()) return node.text;
    const std::string hint = is_scalar(node) ? did_you_mean(node.text, words_) : "";
    const std::string given = is_scalar(node) ? in_quotes(node.text) : std::string(kind_name(node));
    reader.mistake(node.mark, fmt::format("expected {}, not {}{}", expected(), given, hint));
    return std::nullopt;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  std::vector<std::string> words_;
};

}  // namespace

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

std::string QuantityFormat::described(const UnitContext& context) const {
  return expectation(dimension_, context, range_.text([&](double value) { return quantity_text(value, dimension_, context); }));
}

std::string QuantityFormat::expected() const { return described(UnitContext{}); }

Json QuantityFormat::json_schema() const {
  std::vector<std::string> names;
  for (const Unit& unit : units_of(dimension_, {.currency = "[A-Z]{3}"})) names.push_back(escaped_for_pattern(unit.name));
  const Json text = {{"type", "string"}, {"pattern", fmt::format("^[+-]?[0-9.]+([eE][+-]?[0-9]+)? *({})$", fmt::join(names, "|"))}};
  if (!unit_may_be_left_out(dimension_)) return text;
  return {{"anyOf", {{{"type", "number"}}, text}}};
}

std::optional<double> QuantityFormat::in_base_units(const Node& node, Reader& reader) const {
  const auto measure = is_scalar(node) ? split_measure(node.text) : std::nullopt;
  if (!measure) return std::nullopt;
  if (measure->unit.empty() && unit_may_be_left_out(dimension_)) return measure->number;
  for (const Unit& unit : units_of(dimension_, reader.units()))
    if (unit.name == measure->unit) return measure->number * unit.factor;
  return std::nullopt;
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
  if (measure->unit.empty()) return unit_may_be_left_out(dimension_) ? "" : "The unit is missing.";
  return fmt::format("There is no unit {} here{}", in_quotes(measure->unit),
                     did_you_mean(measure->unit, names).empty() ? "." : did_you_mean(measure->unit, names));
}

Node QuantityFormat::write(double value, const UnitContext& units) const {
  if (unit_may_be_left_out(dimension_)) return scalar_node(number_text(value));
  return scalar_node(quantity_text(value, dimension_, units));
}

TypePtr<std::string> text_type() { return std::make_shared<TextType>(); }
TypePtr<std::string> currency_type() { return std::make_shared<CurrencyType>(); }
TypePtr<bool> boolean_type() { return std::make_shared<BooleanType>(); }
TypePtr<std::int64_t> integer_type(std::int64_t low, std::int64_t high) { return std::make_shared<IntegerType>(low, high); }
TypePtr<double> number_type(Range range) { return std::make_shared<NumberType>(range); }
TypePtr<double> share_type() { return std::make_shared<ShareType>(); }
TypePtr<GeoPoint> coordinates_type() { return std::make_shared<CoordinatesType>(); }
TypePtr<std::string> name_type(std::string kind, bool local) { return std::make_shared<NameType>(std::move(kind), local); }
TypePtr<std::string> reference_type(std::string kind, bool local) { return std::make_shared<ReferenceType>(std::move(kind), local); }
TypePtr<std::string> word_type(std::vector<std::string> words) { return std::make_shared<WordType>(std::move(words)); }

}  // namespace ccm
