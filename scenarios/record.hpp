#pragma once
/// Maps with fixed keys: one C++ struct each, whose member initialisers are the defaults.

#include "scenarios/collection_type.hpp"

namespace ccm {

/// A key's name, its meaning in a sentence, and the equation or paper behind it.
struct Doc {
  std::string name;
  std::string meaning;
  std::string source = "";
};

/// The type of a struct `S`. Built once by chaining key(), required() and optional().
template <class S>
class Record : public Type<S> {
 public:
  /// `noun` names one such map in messages: "a customer segment".
  explicit Record(std::string noun) : noun_(std::move(noun)) {}

  /// A key that may be left out; its default is the member's initialiser.
  template <class T>
  Record& key(T S::*member, TypePtr<T> type, Doc doc) {
    return add(member, type, doc, default_text(member, *type));
  }
  /// A key that must be there.
  template <class T>
  Record& required(T S::*member, TypePtr<T> type, Doc doc) {
    return add(member, type, doc, "required");
  }
  /// A key that may be left out and then means "none".
  template <class T>
  Record& optional(std::optional<T> S::*member, TypePtr<T> type, Doc doc) {
    keys_.push_back({doc, type, "none", false,
                     [member, type](const Node& node, Reader& reader, S& into) { into.*member = type->read(node, reader); },
                     [member, type](const S& from, const UnitContext& units) {
                       return from.*member ? std::optional(type->write(*(from.*member), units)) : std::nullopt;
                     }});
    return *this;
  }

  std::string expected() const override { return noun_; }

  Json json_schema() const override {
    Json schema = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
    for (const Key& key : keys_) {
      Json property = key.type->json_schema();
      property["description"] = key.doc.meaning;
      schema["properties"][key.doc.name] = std::move(property);
      if (key.required) schema["required"].push_back(key.doc.name);
    }
    return schema;
  }

  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override {
    for (const Key& key : keys_) {
      const std::string inner = path.empty() ? key.doc.name : path + "." + key.doc.name;
      keys.push_back({inner, key.type->expected(), key.fallback, key.doc.meaning, key.doc.source});
      key.type->list_keys(inner, keys);
    }
  }

  std::optional<S> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::map)) {
      reader.unexpected(node, noun_ + " as a map of keys");
      return std::nullopt;
    }
    S value;
    refuse_unknown_keys(node, reader);
    for (const Key& key : keys_) read_key(key, node, reader, value);
    return value;
  }

  Node write(const S& value, const UnitContext& units) const override {
    Node map;
    map.kind = Node::Kind::map;
    for (const Key& key : keys_)
      if (auto written = key.write(value, units)) set(map, key.doc.name, std::move(*written));
    return map;
  }

 private:
  struct Key {
    Doc doc;
    std::shared_ptr<const AnyType> type;
    std::string fallback;  // the default, as documentation shows it
    bool required = false;
    std::function<void(const Node&, Reader&, S&)> read;
    std::function<std::optional<Node>(const S&, const UnitContext&)> write;
  };

  template <class T>
  Record& add(T S::*member, TypePtr<T> type, Doc doc, std::string fallback) {
    keys_.push_back({doc, type, fallback, fallback == "required",
                     [member, type](const Node& node, Reader& reader, S& into) {
                       if (auto value = type->read(node, reader)) into.*member = std::move(*value);
                     },
                     [member, type](const S& from, const UnitContext& units) { return std::optional(type->write(from.*member, units)); }});
    return *this;
  }

  template <class T>
  static std::string default_text(T S::*member, const Type<T>& type) {
    const Node written = type.write(S{}.*member, UnitContext{});
    if (written.is(Node::Kind::scalar)) return written.text;
    return written.items.empty() && written.entries.empty() ? "empty" : "as below";
  }

  void refuse_unknown_keys(const Node& node, Reader& reader) const {
    std::vector<std::string> known;
    for (const Key& key : keys_) known.push_back(key.doc.name);
    for (const Entry& entry : node.entries)
      if (std::ranges::find(known, entry.key.text) == known.end())
        reader.mistake(entry.key.mark,
                       fmt::format("{} has no key {}{}", noun_, in_quotes(entry.key.text), did_you_mean(entry.key.text, known)));
  }

  void read_key(const Key& key, const Node& node, Reader& reader, S& into) const {
    const auto entry = std::ranges::find_if(node.entries, [&](const Entry& e) { return e.key.text == key.doc.name; });
    if (entry == node.entries.end()) {
      if (key.required && !node.incomplete)
        reader.mistake(node.mark, fmt::format("{} needs the key '{}'", noun_, key.doc.name), key.doc.meaning);
      return;
    }
    reader.inside("." + key.doc.name, entry->value.mark, [&] {
      if (entry->value.is(Node::Kind::null) && !entry->value.incomplete)
        reader.mistake(entry->key.mark, fmt::format("'{}' has no value", key.doc.name),
                       "Expected " + key.type->expected() + ", or leave the key out.");
      else
        key.read(entry->value, reader, into);
      return 0;
    });
  }

  std::string noun_;
  std::vector<Key> keys_;
};

/// The record as the type of a key.
template <class S>
[[nodiscard]] TypePtr<S> shared(Record<S> record) {
  return std::make_shared<Record<S>>(std::move(record));
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
