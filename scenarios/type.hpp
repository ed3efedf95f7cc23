#pragma once
/// The types of the keys of a scenario file. A type reads, writes, describes itself in words and as JSON Schema, so that validation,
/// effective.yaml, `ccmsim explain`, the reference page and the published schema cannot disagree.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/logistics/distance.hpp"
#include "scenarios/reader.hpp"

namespace ccm {

using Json = nlohmann::ordered_json;

/// One key as documentation shows it.
struct KeyDoc {
  std::string path;      // e.g. customers[].beta
  std::string expected;  // type, unit and range in words
  std::string fallback;  // the default as it would be written; "required"; or "none"
  std::string meaning;
  std::string source;  // equation or paper; may be empty
};

/// What is known of a type without its C++ value.
class AnyType {
 public:
  virtual ~AnyType() = default;
  /// What a value must be, in words: "a number greater than 0".
  [[nodiscard]] virtual std::string expected() const = 0;
  [[nodiscard]] virtual Json json_schema() const = 0;
  /// The keys inside a value of this type, for values that have keys; `path` is the path of the value itself.
  virtual void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const { (void)path, (void)keys; }
};

/// A type whose values are `T` in C++.
template <class T>
class Type : public AnyType {
 public:
  /// Reads the node; on a mistake, reports it to the reader and returns nothing.
  [[nodiscard]] virtual std::optional<T> read(const Node& node, Reader& reader) const = 0;
  [[nodiscard]] virtual Node write(const T& value, const UnitContext& units) const = 0;
};

template <class T>
using TypePtr = std::shared_ptr<const Type<T>>;

/// The allowed numbers.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_excluded = false;
  bool high_excluded = false;

  [[nodiscard]] bool holds(double value) const;
  /// " of at least 0 and below 1"; empty if everything is allowed.
  [[nodiscard]] std::string text(const std::function<std::string(double)>& write) const;
};
[[nodiscard]] Range at_least(double low);
[[nodiscard]] Range above(double low);
[[nodiscard]] Range between(double low, double high);
[[nodiscard]] Range from_below(double low, double high);  // low <= x < high

/// What is wrong with a text that looks like a number and is none; empty if it does not look like one.
[[nodiscard]] std::string number_advice(const Node& node);

[[nodiscard]] TypePtr<std::string> text_type();
[[nodiscard]] TypePtr<std::string> currency_type();
[[nodiscard]] TypePtr<bool> boolean_type();
[[nodiscard]] TypePtr<std::int64_t> integer_type(std::int64_t low, std::int64_t high);
[[nodiscard]] TypePtr<double> number_type(Range range);
/// A share: `5 %` or `0.05`, between 0 and 1.
[[nodiscard]] TypePtr<double> share_type();
[[nodiscard]] TypePtr<GeoPoint> coordinates_type();
/// The name that this item is known by; defines it for references of the same kind.
[[nodiscard]] TypePtr<std::string> name_type(std::string kind, bool local = false);
/// The name of an item of that kind defined elsewhere in the file.
[[nodiscard]] TypePtr<std::string> reference_type(std::string kind, bool local = false);
/// One of a fixed set of words.
[[nodiscard]] TypePtr<std::string> word_type(std::vector<std::string> words);

/// The unit of a number without one, with {} for the currency. Money may always be a bare number, in the file's currency.
struct BareUnit {
  std::string name;
};

/// Reads the base-unit number of a quantity and writes it back.
class QuantityFormat {
 public:
  QuantityFormat(Dimension dimension, Range range, BareUnit bare);
  [[nodiscard]] std::string expected() const;
  [[nodiscard]] Json json_schema() const;
  [[nodiscard]] std::optional<double> read(const Node& node, Reader& reader) const;
  [[nodiscard]] Node write(double value, const UnitContext& units) const;

 private:
  [[nodiscard]] std::optional<double> in_base_units(const Node& node, Reader& reader) const;
  [[nodiscard]] std::string described(const UnitContext& context) const;
  [[nodiscard]] std::string advice(const Node& node, const UnitContext& context) const;
  [[nodiscard]] std::string bare_unit(const UnitContext& context) const;

  Dimension dimension_;
  Range range_;
  BareUnit bare_;
};

template <class Q>
class QuantityType : public Type<Q> {
 public:
  QuantityType(Dimension dimension, Range range, BareUnit bare) : format_(dimension, range, std::move(bare)) {}
  std::string expected() const override { return format_.expected(); }
  Json json_schema() const override { return format_.json_schema(); }
  std::optional<Q> read(const Node& node, Reader& reader) const override {
    const auto value = format_.read(node, reader);
    return value ? std::optional(Q(*value)) : std::nullopt;
  }
  Node write(const Q& value, const UnitContext& units) const override { return format_.write(value.value(), units); }

 private:
  QuantityFormat format_;
};

template <class Q>
[[nodiscard]] TypePtr<Q> quantity(Dimension dimension, Range range, BareUnit bare = {}) {
  return std::make_shared<QuantityType<Q>>(dimension, range, std::move(bare));
}

/// One word of a set that stands for an enumerator: word i means static_cast<E>(i).
template <class E>
class ChoiceType : public Type<E> {
 public:
  explicit ChoiceType(std::vector<std::string> words) : words_(std::move(words)), word_(word_type(words_)) {}
  std::string expected() const override { return word_->expected(); }
  Json json_schema() const override { return word_->json_schema(); }
  std::optional<E> read(const Node& node, Reader& reader) const override {
    const auto word = word_->read(node, reader);
    if (!word) return std::nullopt;
    return static_cast<E>(std::ranges::find(words_, *word) - words_.begin());
  }
  Node write(const E& value, const UnitContext&) const override { return scalar_node(words_.at(static_cast<std::size_t>(value))); }

 private:
  std::vector<std::string> words_;
  TypePtr<std::string> word_;
};

template <class E>
[[nodiscard]] TypePtr<E> choice(std::vector<std::string> words) {
  return std::make_shared<ChoiceType<E>>(std::move(words));
}

}  // namespace ccm
