#pragma once
/// What is unfolded in the tree before it is read: --set arguments, templates, and items that stand for many.

#include <string>
#include <vector>

#include "scenarios/yaml.hpp"

namespace ccm {

/// Replaces or adds the value that "path.to.key=value" names. A step is a key of a map, or the number (from 0) or `name` of an item of
/// a list. A path that leads nowhere is a mistake.
void apply_setting(Node& root, const std::string& setting, Mistakes& mistakes);

/// Replaces every map that has `like: NAME` by the template of that name with the map's own keys merged in, and removes the top-level
/// key `templates`. Unknown, circular and unused templates are mistakes; throws ScenarioError when a limit is hit.
void expand_templates(Node& root, Mistakes& mistakes, const Limits& limits = {});

/// Replaces every item of the top-level lists that has `count: n` by n items, and {each: ...}, {uniform: ...}, {normal: ...} and
/// {choice: ...} in it by values. Draws come from streams named after the item and the key, so another item never changes them.
void expand_counts(Node& root, std::uint64_t seed, Mistakes& mistakes, const Limits& limits = {});

/// Whether the node is {each: ...}, {uniform: ...}, {normal: ...} or {choice: ...}.
[[nodiscard]] bool is_draw(const Node& node);

}  // namespace ccm
