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
  /// Whether the node is a list or map, as `kind` says, of so many items; if not, reports what is expected of the type.
  [[nodiscard]] bool fits(const Node& node, Node::Kind kind, const AnyType& type, Reader& reader) const;
};

/// What lists say of themselves, whatever is in them; and how an item of one is read into the value at an address.
[[nodiscard]] std::string list_in_words(const ItemCount& count, const AnyType& item);
[[nodiscard]] Json list_json_schema(const ItemCount& count, const AnyType& item);
bool read_item(const Node& list, std::size_t index, const ValueType& item, Reader& reader, void* value);

/// A list of values of one type.
template <class T>
class ListType : public Type<std::vector<T>> {
 public:
  ListType(TypePtr<T> item, ItemCount count) : item_(std::move(item)), count_(count) {}

  std::string expected() const override { return list_in_words(count_, *item_); }
  Json json_schema() const override { return list_json_schema(count_, *item_); }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override { item_->list_keys(path + "[]", keys); }

  std::optional<std::vector<T>> read(const Node& node, Reader& reader) const override {
    if (!count_.fits(node, Node::Kind::list, *this, reader)) return std::nullopt;
    std::vector<T> values;
    for (std::size_t i = 0; i < node.items.size(); ++i)
      if (T value{}; read_item(node, i, *item_, reader, &value)) values.push_back(std::move(value));
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
[[nodiscard]] TypePtr<std::vector<T>> list_of(TypePtr<T> item, ItemCount count) {
  return TypePtr<std::vector<T>>(new ListType<T>(std::move(item), count));
}
template <class T>
[[nodiscard]] TypePtr<std::vector<T>> list_of(TypePtr<T> item, std::size_t least = 0) {
  return list_of(std::move(item), ItemCount{least});
}

/// What maps from names say of themselves, whatever the names mean; and how an entry of one is read into a name and the value at an
/// address.
class NamedEntries {
 public:
  NamedEntries(std::string kind, bool local) : name_(name_type(kind, local)), kind_(std::move(kind)) {}
  [[nodiscard]] std::string in_words(const AnyType& value) const;
  [[nodiscard]] Json json_schema(const AnyType& value) const;
  void list_keys(const std::string& path, const AnyType& value, std::vector<KeyDoc>& keys) const;
  bool read(const Entry& entry, const ValueType& type, Reader& reader, std::string& name, void* value) const;

 private:
  TypePtr<std::string> name_;
  std::string kind_;
};

/// A map from names to values, in the order of the file. Each key defines a name of `kind`. `T` is a struct with a member `name`.
template <class T>
class NamedMapType : public Type<std::vector<T>> {
 public:
  NamedMapType(std::string kind, TypePtr<T> value, bool local, ItemCount count)
      : entries_(std::move(kind), local), value_(std::move(value)), count_(count) {}

  std::string expected() const override { return entries_.in_words(*value_); }
  Json json_schema() const override { return entries_.json_schema(*value_); }
  void list_keys(const std::string& path, std::vector<KeyDoc>& keys) const override { entries_.list_keys(path, *value_, keys); }

  std::optional<std::vector<T>> read(const Node& node, Reader& reader) const override {
    if (!count_.fits(node, Node::Kind::map, *this, reader)) return std::nullopt;
    std::vector<T> values;
    for (const Entry& entry : node.entries) {
      T value{};
      std::string name;
      if (!entries_.read(entry, *value_, reader, name, &value)) continue;
      value.name = std::move(name);
      values.push_back(std::move(value));
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
  NamedEntries entries_;
  TypePtr<T> value_;
  ItemCount count_;
};

template <class T>
[[nodiscard]] TypePtr<std::vector<T>> named_map(std::string kind, TypePtr<T> value, bool local = false, ItemCount count = {}) {
  return TypePtr<std::vector<T>>(new NamedMapType<T>(std::move(kind), std::move(value), local, count));
}

}  // namespace ccm
