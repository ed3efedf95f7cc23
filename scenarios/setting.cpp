// Which value of the tree does --set path.to.key=value change?

#include <fmt/format.h>

#include <charconv>

#include "scenarios/expand.hpp"

namespace ccm {
namespace {

std::vector<std::string> steps_of(const std::string& path) {
  std::vector<std::string> steps{""};
  for (const char c : path) {
    if (c == '.')
      steps.emplace_back();
    else
      steps.back() += c;
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

}  // namespace

void apply_setting(Node& root, const std::string& setting, Mistakes& mistakes) {
  const auto source = std::make_shared<const Source>(Source{"--set " + setting, {setting}});
  const Mark where{source, 1, 1};
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos || equals == 0) {
    mistakes.add(where, "expected path.to.key=value", "For example --set time.periods=24.");
    return;
  }
  Node* target = &root;
  for (const std::string& step : steps_of(setting.substr(0, equals))) {
    target = child_of(*target, step, where);
    if (!target) {
      mistakes.add(where, fmt::format("the scenario has no '{}' there", step), "Steps are keys, or names or numbers (from 0) of list items.");
      return;
    }
  }
  *target = parse_yaml(setting.substr(equals + 1), source->name, mistakes);
}

}  // namespace ccm
