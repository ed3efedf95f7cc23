// How are levels, ranges, settings and points read and described?

#include "scenarios/experiments/experiment_types.hpp"

#include <regex>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

/// A member of a type that is only read: what an experiment file says is never written again.
template <class T>
class ReadOnlyType : public Type<T> {
 public:
  Node write(const T&, const UnitContext&) const override { return {}; }
};

class LocatedType : public ReadOnlyType<Located> {
 public:
  explicit LocatedType(TypePtr<std::string> text) : text_(std::move(text)) {}
  std::string expected() const override { return text_->expected(); }
  Json json_schema() const override { return text_->json_schema(); }
  std::optional<Located> read(const Node& node, Reader& reader) const override {
    auto text = text_->read(node, reader);
    return text ? std::optional(Located{std::move(*text), node.mark}) : std::nullopt;
  }

 private:
  TypePtr<std::string> text_;
};

/// Text that follows a pattern.
class PatternType : public ReadOnlyType<Located> {
 public:
  PatternType(std::string expected, std::string pattern) : expected_(std::move(expected)), pattern_(std::move(pattern)), regex_(pattern_) {}
  std::string expected() const override { return expected_; }
  Json json_schema() const override { return {{"type", "string"}, {"maxLength", longest}, {"pattern", pattern_}}; }
  std::optional<Located> read(const Node& node, Reader& reader) const override {
    const bool fits = node.is(Node::Kind::scalar) && node.text.size() <= longest && std::regex_match(node.text, regex_);
    if (fits) return Located{node.text, node.mark};
    reader.unexpected(node, expected());
    return std::nullopt;
  }

 private:
  static constexpr std::size_t longest = 500;

  std::string expected_, pattern_;
  std::regex regex_;
};

class LevelType : public ReadOnlyType<Located> {
 public:
  std::string expected() const override { return "a value of the key"; }
  Json json_schema() const override { return {{"not", {{"type", "null"}}}}; }
  std::optional<Located> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::null)) return Located{to_yaml_line(node), node.mark};
    reader.unexpected(node, expected());
    return std::nullopt;
  }
};

class RangeType : public ReadOnlyType<RangeEnds> {
 public:
  std::string expected() const override { return "a range [low, high] of numbers, with the same unit if they have one"; }
  Json json_schema() const override {
    const Json end = {{"type", {"number", "string"}}, {"pattern", "^[-+]?[0-9.]"}};
    return {{"type", "array"}, {"items", end}, {"minItems", 2}, {"maxItems", 2}};
  }
  std::optional<RangeEnds> read(const Node& node, Reader& reader) const override {
    const bool pair = node.is(Node::Kind::list) && node.items.size() == 2;
    const auto low = pair ? end_of(node.items[0]) : std::nullopt, high = pair ? end_of(node.items[1]) : std::nullopt;
    if (low && high && low->unit == high->unit) return RangeEnds{low->number, high->number, low->unit};
    reader.unexpected(node, expected());
    return std::nullopt;
  }

 private:
  static std::optional<Measure> end_of(const Node& node) { return node.is(Node::Kind::scalar) ? split_measure(node.text) : std::nullopt; }
};

class PointType : public ReadOnlyType<PointSpec> {
 public:
  std::string expected() const override { return "a map from names of factors to values"; }
  Json json_schema() const override { return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", level_.json_schema()}}; }
  std::optional<PointSpec> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::map) || node.entries.empty()) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    PointSpec point{node.mark, {}};
    for (const Entry& entry : node.entries) {
      const auto factor = factor_->read(entry.key, reader);
      auto value = level_.read(entry.value, reader);
      if (factor && value) point.values.emplace_back(*factor, std::move(value->text));
    }
    return point;
  }

 private:
  TypePtr<std::string> factor_ = reference_type("factor");
  LevelType level_;
};

class CountType : public Type<std::uint64_t> {
 public:
  explicit CountType(CountRule rule) : rule_(std::move(rule)), number_(integer_type(rule_.low, rule_.high)) {}
  std::string expected() const override { return number_->expected() + (rule_.kind.empty() ? "" : " that is " + rule_.kind); }
  Json json_schema() const override {
    Json schema = number_->json_schema();
    schema.update(rule_.schema);
    return schema;
  }
  std::optional<std::uint64_t> read(const Node& node, Reader& reader) const override {
    const auto number = number_->read(node, reader);
    if (!number) return std::nullopt;
    if (!rule_.holds || rule_.holds(*number)) return static_cast<std::uint64_t>(*number);
    reader.unexpected(node, expected());
    return std::nullopt;
  }
  Node write(const std::uint64_t& value, const UnitContext&) const override { return scalar_node(std::to_string(value)); }

 private:
  CountRule rule_;
  TypePtr<std::int64_t> number_;
};

const std::string path_pattern = R"([^=\s.]+(\.[^=\s.]+)*)";

}  // namespace

TypePtr<Located> located(TypePtr<std::string> text) { return std::make_shared<LocatedType>(std::move(text)); }
TypePtr<Located> path_type(std::string noun) { return std::make_shared<PatternType>(std::move(noun), "^" + path_pattern + "$"); }
TypePtr<Located> setting_type() {
  return std::make_shared<PatternType>("a setting path.to.key=value", "^" + path_pattern + R"(=\s*\S.*$)");
}
TypePtr<Located> generator_type() {
  return std::make_shared<PatternType>("a generator such as E=ABC or E=-ABC, factors being A, B, C, ... in their order",
                                       "^[A-Z]=[-+]?[A-Z]{2,}$");
}
TypePtr<Located> level_type() { return std::make_shared<LevelType>(); }
TypePtr<RangeEnds> range_type() { return std::make_shared<RangeType>(); }
TypePtr<PointSpec> point_type() { return std::make_shared<PointType>(); }
TypePtr<std::uint64_t> count_type(CountRule rule) { return std::make_shared<CountType>(std::move(rule)); }

}  // namespace ccm
