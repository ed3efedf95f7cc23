// How are the keys of a struct read, written and described, whatever its C++ type?

#include "scenarios/record.hpp"

namespace ccm {
namespace {

/// "EUR", or what stands for a default that does not fit in a line.
std::string in_a_line(const Node& written) {
  if (written.is(Node::Kind::scalar)) return written.text;
  return written.items.empty() && written.entries.empty() ? "empty" : "as below";
}

std::string fallback_of(const ValueType& type, IfLeftOut if_left_out, const void* member) {
  if (if_left_out == IfLeftOut::fallback) return in_a_line(type.write_from(member, UnitContext{}));
  return if_left_out == IfLeftOut::mistake ? "required" : "none";
}

void* member_of(const RecordKey& key, void* record) { return static_cast<std::byte*>(record) + key.offset; }
const void* member_of(const RecordKey& key, const void* record) { return static_cast<const std::byte*>(record) + key.offset; }

void read_value(const RecordKey& key, const Node& node, Reader& reader, void* record) {
  if (key.if_left_out == IfLeftOut::none)
    key.type->read_optional(node, reader, member_of(key, record));
  else
    key.type->read_into(node, reader, member_of(key, record));
}

std::optional<Node> write_value(const RecordKey& key, const void* record, const UnitContext& units) {
  if (key.if_left_out == IfLeftOut::none) return key.type->write_optional(member_of(key, record), units);
  return key.type->write_from(member_of(key, record), units);
}

}  // namespace

void RecordKeys::add(Doc doc, std::shared_ptr<const ValueType> type, IfLeftOut if_left_out, const void* member, const void* defaults) {
  const std::ptrdiff_t offset = static_cast<const std::byte*>(member) - static_cast<const std::byte*>(defaults);
  std::string fallback = fallback_of(*type, if_left_out, member);
  keys_.push_back({doc, std::move(type), if_left_out, offset, std::move(fallback)});
}

Json RecordKeys::json_schema() const {
  Json schema = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  for (const RecordKey& key : keys_) {
    Json property = key.type->json_schema();
    property["description"] = key.doc.meaning;
    schema["properties"][key.doc.name] = std::move(property);
    if (key.if_left_out == IfLeftOut::mistake) schema["required"].push_back(key.doc.name);
  }
  return schema;
}

void RecordKeys::list_keys(const std::string& path, std::vector<KeyDoc>& keys) const {
  for (const RecordKey& key : keys_) {
    const std::string inner = path.empty() ? key.doc.name : path + "." + key.doc.name;
    keys.push_back({inner, key.type->expected(), key.fallback, key.doc.meaning, key.doc.source});
    key.type->list_keys(inner, keys);
  }
}

bool RecordKeys::read(const Node& node, Reader& reader, void* record) const {
  if (!node.is(Node::Kind::map)) {
    reader.unexpected(node, noun_ + " as a map of keys");
    return false;
  }
  refuse_unknown_keys(node, reader);
  for (const RecordKey& key : keys_) read_key(key, node, reader, record);
  return true;
}

Node RecordKeys::write(const void* record, const UnitContext& units) const {
  Node map;
  map.kind = Node::Kind::map;
  for (const RecordKey& key : keys_)
    if (auto written = write_value(key, record, units)) set(map, key.doc.name, std::move(*written));
  return map;
}

void RecordKeys::refuse_unknown_keys(const Node& node, Reader& reader) const {
  std::vector<std::string> known;
  for (const RecordKey& key : keys_) known.emplace_back(key.doc.name);
  for (const Entry& entry : node.entries)
    if (std::ranges::find(known, entry.key.text) == known.end())
      reader.mistake(entry.key.mark,
                     fmt::format("{} has no key {}{}", noun_, in_quotes(entry.key.text), did_you_mean(entry.key.text, known)));
}

void RecordKeys::read_key(const RecordKey& key, const Node& node, Reader& reader, void* record) const {
  const auto entry = std::ranges::find_if(node.entries, [&](const Entry& e) { return e.key.text == key.doc.name; });
  if (entry == node.entries.end()) {
    if (key.if_left_out == IfLeftOut::mistake && !node.incomplete)
      reader.mistake(node.mark, fmt::format("{} needs the key '{}'", noun_, key.doc.name), key.doc.meaning);
    return;
  }
  reader.inside(std::string(".") + key.doc.name, entry->value.mark, [&] {
    if (entry->value.is(Node::Kind::null) && !entry->value.incomplete)
      reader.mistake(entry->key.mark, fmt::format("'{}' has no value", key.doc.name),
                     "Expected " + key.type->expected() + ", or leave the key out.");
    else
      read_value(key, entry->value, reader, record);
    return 0;
  });
}

}  // namespace ccm
