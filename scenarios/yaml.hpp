#pragma once
/// YAML text to tree and back, over yaml-cpp, which no other part of the program sees.

#include <memory>
#include <string>

#include "scenarios/node.hpp"

namespace ccm {

/// What the reader accepts at most; beyond, it says so instead of going on.
struct Limits {
  std::size_t bytes = 4u << 20;
  std::size_t depth = 40;
  std::size_t nodes = 2'000'000;  // after aliases, templates and counts
};

[[nodiscard]] std::shared_ptr<const Source> source_of(std::string name, const std::string& text);

/// Throws ScenarioError at the first place that is not UTF-8, or is a zero byte.
void require_utf8(const std::string& text, const std::shared_ptr<const Source>& source);

/// The text without the mark that some editors put at its beginning.
[[nodiscard]] std::string without_byte_order_mark(const std::string& text);

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

/// The same in one line, as it may stand after "path=" in a setting.
[[nodiscard]] std::string to_yaml_line(const Node& node);

}  // namespace ccm
