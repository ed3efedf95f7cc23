// How are texts, numbers and coordinates read, written and described?

#include "scenarios/type.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ccm {
namespace {

class TextType : public Type<std::string> {
 public:
  std::string expected() const override { return "text of 1 to 500 characters"; }
  Json json_schema() const override { return {{"type", "string"}, {"minLength", 1}, {"maxLength", 500}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    const bool fits = node.is(Node::Kind::scalar) && !node.text.empty() && node.text.size() <= 500;
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
    if (node.is(Node::Kind::scalar) && node.text.size() == 3 && capitals) return node.text;
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
    if (node.is(Node::Kind::scalar) && !node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
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
    const auto number = node.is(Node::Kind::scalar) && !node.quoted ? parse_number(node.text) : std::nullopt;
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
    const auto value = node.is(Node::Kind::scalar) && !node.quoted ? parse(node.text) : std::nullopt;
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
    const auto measure = node.is(Node::Kind::scalar) ? split_measure(node.text) : std::nullopt;
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

}  // namespace

TypePtr<std::string> text_type() { return std::make_shared<TextType>(); }
TypePtr<std::string> currency_type() { return std::make_shared<CurrencyType>(); }
TypePtr<bool> boolean_type() { return std::make_shared<BooleanType>(); }
TypePtr<std::int64_t> integer_type(std::int64_t low, std::int64_t high) { return std::make_shared<IntegerType>(low, high); }
TypePtr<double> number_type(Range range) { return std::make_shared<NumberType>(range); }
TypePtr<double> share_type() { return std::make_shared<ShareType>(); }
TypePtr<GeoPoint> coordinates_type() { return std::make_shared<CoordinatesType>(); }

}  // namespace ccm
