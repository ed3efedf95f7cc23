#pragma once
/// Lists of values, and maps from names that the user gives to values.

#include "scenarios/type.hpp"

namespace ccm {

/// How many items a list or a map may have.
struct ItemCount {
  std::size_t least = 0;
  std::size_t most = std::numeric_limits<std::size_t>::max();

  /// " (not empty)", " of 3", " of at least 2", or nothing.
  [[nodiscard]] std::string text() const;
  /// Reports it if there are more; what is not even a list or map is reported elsewhere.
  [[nodiscard]] bool exceeded(std::size_t items, const Node& node, Reader& reader) const;
};

/// A list of values of one type.
template <class T>
class ListType : public Type<std::vector<T>> {
 public:
  ListType(TypePtr<T> item, ItemCount count) : item_(std::move(item)), count_(count) {}

  std::string expected() const override { return fmt::format("a list{}, each item {}", count_.text(), item_->expected()); }
  Json json_schema() const override { return {{"type", "array"}, {"minItems", count_.least}, {"items", item_->json_schema()}}; }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override { item_->list_keys(path + "[]", keys); }

  std::optional<std::vector<T>> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::list) || node.items.size() < count_.least) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    if (count_.exceeded(node.items.size(), node, reader)) return std::nullopt;
    std::vector<T> values;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      auto value = reader.inside(fmt::format("[{}]", i), node.items[i].mark, [&] { return item_->read(node.items[i], reader); });
      if (value) values.push_back(std::move(*value));
    }
    return values;
  }

  Node write(const std::vector<T>& values, const UnitContext& units) const override {
    Node list = list_node({});
    for (const T& value : values) list.items.push_back(item_->write(value, units));
    return list;
  }

 private:
  TypePtr<T> item_;
  ItemCount count_;
};

template <class T>
[[nodiscard]] TypePtr<std::vector<T>> list_of(TypePtr<T> item, std::size_t least = 0) {
  return std::make_shared<ListType<T>>(std::move(item), ItemCount{least});
}
template <class T>
[[nodiscard]] TypePtr<std::vector<T>> list_of(TypePtr<T> item, ItemCount count) {
  return std::make_shared<ListType<T>>(std::move(item), count);
}

/// A map from names to values, in the order of the file. Each key defines a name of `kind`. `T` is a struct with a member `name`.
template <class T>
class NamedMapType : public Type<std::vector<T>> {
 public:
  NamedMapType(std::string kind, TypePtr<T> value, bool local, ItemCount count)
      : name_(name_type(kind, local)), kind_(std::move(kind)), value_(std::move(value)), count_(count) {}

  std::string expected() const override { return fmt::format("a map from {} names to {}", kind_, value_->expected()); }
  Json json_schema() const override {
    return {{"type", "object"}, {"propertyNames", name_->json_schema()}, {"additionalProperties", value_->json_schema()}};
  }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override {
    value_->list_keys(fmt::format("{}.<{}>", path, kind_), keys);
  }

  std::optional<std::vector<T>> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::map) || node.entries.size() < count_.least) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    if (count_.exceeded(node.entries.size(), node, reader)) return std::nullopt;
    std::vector<T> values;
    for (const Entry& entry : node.entries) {
      const auto name = name_->read(entry.key, reader);
      auto value = reader.inside("." + entry.key.text, entry.key.mark, [&] { return value_->read(entry.value, reader); });
      if (!name || !value) continue;
      value->name = *name;
      values.push_back(std::move(*value));
    }
    return values;
  }

  Node write(const std::vector<T>& values, const UnitContext& units) const override {
    Node map;
    map.kind = Node::Kind::map;
    for (const T& value : values) set(map, value.name, value_->write(value, units));
    return map;
  }

 private:
  TypePtr<std::string> name_;
  std::string kind_;
  TypePtr<T> value_;
  ItemCount count_;
};

template <class T>
[[nodiscard]] TypePtr<std::vector<T>> named_map(std::string kind, TypePtr<T> value, bool local = false, ItemCount count = {}) {
  return std::make_shared<NamedMapType<T>>(std::move(kind), std::move(value), local, count);
}

}  // namespace ccm
