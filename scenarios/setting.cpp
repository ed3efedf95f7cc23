// Which value of the tree does --set path.to.key=value change?

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "scenarios/expand.hpp"

namespace ccm {
namespace {

/// One key, name or number of a path, and the byte of the setting where it begins.
struct Step {
  std::string text;
  std::size_t begin = 0;
};

std::vector<Step> steps_of(const std::string& path) {
  std::vector<Step> steps;
  for (std::size_t begin = 0, end; begin <= path.size(); begin = end + 1) {
    end = std::min(path.find('.', begin), path.size());
    steps.push_back({path.substr(begin, end - begin), begin});
  }
  return steps;
}

Node* item_of(Node& list, const std::string& step) {
  for (Node& item : list.items)
    if (const Node* name = item.find("name"); name && name->text == step) return &item;
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  const bool is_index = error == std::errc() && end == step.data() + step.size() && index < list.items.size();
  return is_index ? &list.items[index] : nullptr;
}

/// The child of that name, made if the node is a map (or nothing) without it; nullptr if it cannot be there.
Node* child_of(Node& node, const std::string& step, const Mark& where) {
  if (node.is(Node::Kind::list)) return item_of(node, step);
  if (node.is(Node::Kind::scalar) || step.empty()) return nullptr;
  if (Node* known = node.find(step)) return known;
  set(node, step, Node{.mark = where});
  node.entries.back().key.mark = where;
  return &node.entries.back().value;
}

/// The value as YAML. Blanks take the place of the path, so that columns are those of the whole setting.
Node parse_value(const std::string& setting, std::size_t equals, const std::shared_ptr<const Source>& source, Mistakes& mistakes) {
  const std::string value = setting.substr(equals + 1);
  if (value.find_first_not_of(" \t\n") == std::string::npos) return {};
  return parse_yaml(std::string(equals + 1, ' ') + value, source, mistakes);
}

}  // namespace

void apply_setting(Node& root, const std::string& setting, Mistakes& mistakes) {
  const auto source = source_of("--set", setting);
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos || equals == 0)
    return mistakes.add({source, 1, 1}, "expected path.to.key=value", "For example --set time.periods=24.");
  Node* target = &root;
  for (const Step& step : steps_of(setting.substr(0, equals))) {
    const Mark where{source, 1, static_cast<int>(step.begin) + 1};
    target = child_of(*target, step.text, where);
    if (!target)
      return mistakes.add(where, fmt::format("there is no {} here", in_quotes(step.text)),
                          "Steps are keys, or names or numbers (from 0) of list items.");
  }
  Node value = parse_value(setting, equals, source, mistakes);
  if (value.is(Node::Kind::null))
    return mistakes.add({source, 1, static_cast<int>(equals) + 1}, "nothing stands after the '='", "Write path.to.key=value.");
  *target = std::move(value);
}

}  // namespace ccm
