// How are lists, and maps from names, read and described, whatever is in them?

#include "scenarios/collection_type.hpp"

namespace ccm {

std::string ItemCount::text() const {
  if (least == most) return fmt::format(" of {}", least);
  return least > 1 ? fmt::format(" of at least {}", least) : least == 1 ? " (not empty)" : "";
}

bool ItemCount::fits(const Node& node, Node::Kind kind, const AnyType& type, Reader& reader) const {
  const std::size_t items = node.items.size() + node.entries.size();
  if (!node.is(kind) || items < least) {
    reader.unexpected(node, type.expected());
    return false;
  }
  if (items <= most) return true;
  reader.mistake(node.mark, fmt::format("{} entries are more than the limit of {}", items, most));
  return false;
}

std::string list_in_words(const ItemCount& count, const AnyType& item) {
  return fmt::format("a list{}, each item {}", count.text(), item.expected());
}

Json list_json_schema(const ItemCount& count, const AnyType& item) {
  return {{"type", "array"}, {"minItems", count.least}, {"items", item.json_schema()}};
}

bool read_item(const Node& list, std::size_t index, const ValueType& item, Reader& reader, void* value) {
  const Node& node = list.items[index];
  return reader.inside(fmt::format("[{}]", index), node.mark, [&] { return item.read_into(node, reader, value); });
}

std::string NamedEntries::in_words(const AnyType& value) const { return fmt::format("a map from {} names to {}", kind_, value.expected()); }

Json NamedEntries::json_schema(const AnyType& value) const {
  return {{"type", "object"}, {"propertyNames", name_->json_schema()}, {"additionalProperties", value.json_schema()}};
}

void NamedEntries::list_keys(const std::string& path, const AnyType& value, std::vector<KeyDoc>& keys) const {
  value.list_keys(fmt::format("{}.<{}>", path, kind_), keys);
}

bool NamedEntries::read(const Entry& entry, const ValueType& type, Reader& reader, std::string& name, void* value) const {
  const bool named = name_->read_into(entry.key, reader, &name);
  const bool good = reader.inside("." + entry.key.text, entry.key.mark, [&] { return type.read_into(entry.value, reader, value); });
  return named && good;
}

}  // namespace ccm
