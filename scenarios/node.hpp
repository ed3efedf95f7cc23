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

/// What the reader accepts at most; beyond, it says so instead of going on.
struct Limits {
  std::size_t bytes = 4u << 20;
  std::size_t depth = 40;
  std::size_t nodes = 2'000'000;  // after aliases, templates and counts
};

[[nodiscard]] std::shared_ptr<const Source> source_of(std::string name, const std::string& text);

/// Reads one YAML document. Every mistake that hides the tree throws ScenarioError at once: not UTF-8, YAML syntax, a second document,
/// a limit. Duplicate keys, merge keys, tags and keys that are not plain text are added to `mistakes`, and reading goes on.
[[nodiscard]] Node parse_yaml(const std::string& text, const std::string& name, Mistakes& mistakes, const Limits& limits = {});
/// The same for a text whose places are shown in `source`.
[[nodiscard]] Node parse_yaml(const std::string& text, const std::shared_ptr<const Source>& source, Mistakes& mistakes,
                              const Limits& limits = {});

/// Reads a whole file. Throws ScenarioError if it is missing, a directory, unreadable or larger than the limit.
[[nodiscard]] std::string read_file(const std::string& path, const Limits& limits = {});

/// The tree as YAML text.
[[nodiscard]] std::string to_yaml(const Node& node);

}  // namespace ccm
