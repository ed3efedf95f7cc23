#pragma once
/// Maps with fixed keys: one C++ struct each, whose member initialisers are the defaults.

#include <cstddef>

#include "scenarios/collection_type.hpp"

namespace ccm {

/// A key's name, its meaning in a sentence, and the equation or paper behind it.
struct Doc {
  const char* name;
  const char* meaning;
  const char* source = "";
};

/// What happens if a key is left out: its member keeps the default; it is a mistake; or its member, a std::optional, stays without a value.
enum class IfLeftOut { fallback, mistake, none };

/// One key of a record, whose member stands so many bytes behind the start of the struct.
struct RecordKey {
  Doc doc;
  std::shared_ptr<const ValueType> type;
  IfLeftOut if_left_out;
  std::ptrdiff_t offset;
  std::string fallback;  // the default, as documentation shows it
};

/// The keys of a struct. Its C++ type is known to Record alone: this is compiled once, and there are hundreds of keys.
class RecordKeys {
 public:
  explicit RecordKeys(std::string noun) : noun_(std::move(noun)) {}

  /// `member` is the key's member of `defaults`, a struct as it is without any key.
  void add(Doc doc, std::shared_ptr<const ValueType> type, IfLeftOut if_left_out, const void* member, const void* defaults);

  [[nodiscard]] const std::string& noun() const { return noun_; }
  [[nodiscard]] Json json_schema() const;
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const;
  /// Reads every key of a map into the struct; false if the node is no map.
  bool read(const Node& node, Reader& reader, void* record) const;
  [[nodiscard]] Node write(const void* record, const UnitContext& units) const;

 private:
  void refuse_unknown_keys(const Node& node, Reader& reader) const;
  void read_key(const RecordKey& key, const Node& node, Reader& reader, void* record) const;

  std::string noun_;
  std::vector<RecordKey> keys_;
};

/// The type of a struct `S`. Built once by chaining key(), required() and optional().
template <class S>
class Record : public Type<S> {
 public:
  /// `noun` names one such map in messages: "a customer segment".
  explicit Record(std::string noun) : keys_(std::move(noun)) {}

  /// A key that may be left out; its default is the member's initialiser.
  template <class T>
  Record&& key(T S::*member, TypePtr<T> type, Doc doc) {
    return add(doc, std::move(type), IfLeftOut::fallback, &(defaults().*member));
  }
  /// A key that must be there.
  template <class T>
  Record&& required(T S::*member, TypePtr<T> type, Doc doc) {
    return add(doc, std::move(type), IfLeftOut::mistake, &(defaults().*member));
  }
  /// A key that may be left out and then means "none".
  template <class T>
  Record&& optional(std::optional<T> S::*member, TypePtr<T> type, Doc doc) {
    return add(doc, std::move(type), IfLeftOut::none, &(defaults().*member));
  }

  std::string expected() const override { return keys_.noun(); }
  Json json_schema() const override { return keys_.json_schema(); }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override { keys_.list_keys(path, keys); }

  std::optional<S> read(const Node& node, Reader& reader) const override {
    S value;
    return keys_.read(node, reader, &value) ? std::optional(std::move(value)) : std::nullopt;
  }
  Node write(const S& value, const UnitContext& units) const override { return keys_.write(&value, units); }

 private:
  static const S& defaults() {
    static const S value{};
    return value;
  }

  Record&& add(Doc doc, std::shared_ptr<const ValueType> type, IfLeftOut if_left_out, const void* member) {
    keys_.add(doc, std::move(type), if_left_out, member, &defaults());
    return std::move(*this);
  }

  RecordKeys keys_;
};

/// The record as the type of a key.
template <class S>
[[nodiscard]] TypePtr<S> shared(Record<S> record) {
  return TypePtr<S>(new Record<S>(std::move(record)));
}

/// Reads what the table describes; throws ScenarioError with every mistake.
template <class S>
[[nodiscard]] S read_all(const Type<S>& type, const Node& root, Reader& reader) {
  auto value = type.read(root, reader);
  reader.resolve_names();
  reader.throw_mistakes();
  return std::move(*value);
}

}  // namespace ccm
