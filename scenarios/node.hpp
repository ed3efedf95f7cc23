#pragma once
/// The tree of a YAML text, with a place for every node: what the strict reader works on instead of yaml-cpp's own nodes, which drop
/// duplicates, tags and marks.

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/mistake.hpp"

namespace ccm {

struct Entry;

/// A scalar, a list or a map.
struct Node {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  Mark mark;
  std::string text;            // of a scalar
  bool quoted = false;         // a scalar in quotes is always text
  bool incomplete = false;     // a mistake was reported and left a gap: what is missing here is not another mistake
  std::vector<Node> items;     // of a list
  std::vector<Entry> entries;  // of a map, in the order of the file

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
  /// The value of a map's key, or nullptr.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] Node* find(std::string_view key);
};

/// One key of a map with its value.
struct Entry {
  Node key;
  Node value;
};

/// "text", "a list", "a map", "nothing": for messages.
[[nodiscard]] std::string_view kind_name(const Node& node);

[[nodiscard]] Node scalar_node(std::string text);
[[nodiscard]] Node list_node(std::vector<Node> items);
[[nodiscard]] Node incomplete_node();
void set(Node& map, std::string key, Node value);

/// The number of values in the tree.
[[nodiscard]] std::size_t size_of(const Node& node);

}  // namespace ccm
