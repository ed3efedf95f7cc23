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

/// A type whose values are read into an address and written from it, so that what is alike for all types is compiled once.
class ValueType : public AnyType {
 public:
  /// Reads the node into the value at that address, and leaves it on a mistake, which is reported to the reader.
  virtual bool read_into(const Node& node, Reader& reader, void* value) const = 0;
  /// Reads the node into the std::optional of a value at that address; a mistake leaves nothing in it.
  virtual void read_optional(const Node& node, Reader& reader, void* value) const = 0;
  [[nodiscard]] virtual Node write_from(const void* value, const UnitContext& units) const = 0;
  /// Nothing for a std::optional without a value.
  [[nodiscard]] virtual std::optional<Node> write_optional(const void* value, const UnitContext& units) const = 0;
};

/// A type whose values are `T` in C++.
template <class T>
class Type : public ValueType {
 public:
  /// Reads the node; on a mistake, reports it to the reader and returns nothing.
  [[nodiscard]] virtual std::optional<T> read(const Node& node, Reader& reader) const = 0;
  [[nodiscard]] virtual Node write(const T& value, const UnitContext& units) const = 0;

  bool read_into(const Node& node, Reader& reader, void* value) const final {
    auto found = read(node, reader);
    if (found) *static_cast<T*>(value) = std::move(*found);
    return found.has_value();
  }
  void read_optional(const Node& node, Reader& reader, void* value) const final {
    *static_cast<std::optional<T>*>(value) = read(node, reader);
  }
  Node write_from(const void* value, const UnitContext& units) const final { return write(*static_cast<const T*>(value), units); }
  std::optional<Node> write_optional(const void* value, const UnitContext& units) const final {
    const auto& optional = *static_cast<const std::optional<T>*>(value);
    return optional ? std::optional(write(*optional, units)) : std::nullopt;
  }
};

/// Types are made with `new`: std::make_shared takes the compiler several times as long, and there are hundreds of them.
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
  return TypePtr<Q>(new QuantityType<Q>(dimension, range, std::move(bare)));
}

/// Reads one word of a set as its place among them, and writes it back.
class WordChoice {
 public:
  explicit WordChoice(std::vector<std::string> words) : words_(std::move(words)), word_(word_type(words_)) {}
  [[nodiscard]] const AnyType& word() const { return *word_; }
  [[nodiscard]] std::optional<std::size_t> read(const Node& node, Reader& reader) const;
  [[nodiscard]] Node write(std::size_t place) const { return scalar_node(words_.at(place)); }

 private:
  std::vector<std::string> words_;
  TypePtr<std::string> word_;
};

/// One word of a set that stands for an enumerator: word i means static_cast<E>(i).
template <class E>
class ChoiceType : public Type<E> {
 public:
  explicit ChoiceType(std::vector<std::string> words) : words_(std::move(words)) {}
  std::string expected() const override { return words_.word().expected(); }
  Json json_schema() const override { return words_.word().json_schema(); }
  std::optional<E> read(const Node& node, Reader& reader) const override {
    const auto place = words_.read(node, reader);
    return place ? std::optional(static_cast<E>(*place)) : std::nullopt;
  }
  Node write(const E& value, const UnitContext&) const override { return words_.write(static_cast<std::size_t>(value)); }

 private:
  WordChoice words_;
};

template <class E>
[[nodiscard]] TypePtr<E> choice(std::vector<std::string> words) {
  return TypePtr<E>(new ChoiceType<E>(std::move(words)));
}

}  // namespace ccm
