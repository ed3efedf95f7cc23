// What does a map that is 'like' a template look like in full?

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/expand.hpp"

namespace ccm {
namespace {

void merge_into(Node& base, const Node& own) {
  for (const Entry& entry : own.entries) {
    Node* inherited = base.find(entry.key.text);
    if (!inherited)
      base.entries.push_back(entry);
    else if (inherited->is(Node::Kind::map) && entry.value.is(Node::Kind::map))
      merge_into(*inherited, entry.value);
    else
      *inherited = entry.value;
  }
}

class TemplateExpansion {
 public:
  TemplateExpansion(const Node* templates, Mistakes& mistakes, const Limits& limits)
      : templates_(templates), mistakes_(mistakes), limits_(limits) {}

  void expand(Node& node) {
    if (++depth_ > limits_.depth)
      throw ScenarioError({{node.mark, fmt::format("templates nest deeper than {} levels", limits_.depth), ""}});
    if (node.is(Node::Kind::map) && node.find("like")) unfold(node);
    for (Node& item : node.items) expand(item);
    for (Entry& entry : node.entries) expand(entry.value);
    --depth_;
  }

  void report_unused() {
    if (!templates_ || !all_found_) return;
    for (const Entry& entry : templates_->entries)
      if (!used_.contains(entry.key.text))
        mistakes_.add(entry.key.mark, fmt::format("no 'like' uses the template {}", in_quotes(entry.key.text)),
                      "Remove it, or write 'like: " + entry.key.text + "' where it belongs.");
  }

 private:
  void unfold(Node& node) {
    Node own = std::move(node);
    const Node like = *own.find("like");
    std::erase_if(own.entries, [](const Entry& entry) { return entry.key.text == "like"; });
    node = resolved(like);
    node.mark = own.mark;
    merge_into(node, own);
  }

  /// The template with its own `like` resolved; an empty map after a mistake.
  Node resolved(const Node& like) {
    Node result = incomplete_node();
    result.kind = Node::Kind::map;
    if (!like.is(Node::Kind::scalar)) {
      mistakes_.add(like.mark, fmt::format("expected the name of a template, not {}", kind_name(like)));
      return result;
    }
    const Node* found = templates_ ? templates_->find(like.text) : nullptr;
    if (!found || !found->is(Node::Kind::map)) {
      mistakes_.add(like.mark, fmt::format("there is no template {}{}", in_quotes(like.text), did_you_mean(like.text, names())),
                    "Templates are maps under the top-level key 'templates'.");
      all_found_ = false;
      return result;
    }
    used_.insert(like.text);
    if (std::ranges::find(resolving_, like.text) != resolving_.end()) {
      mistakes_.add(like.mark, fmt::format("the template {} is like itself", in_quotes(like.text)),
                    "Its own 'like', or that of a template on the way, leads back to it.");
      return result;
    }
    spend(size_of(*found), like.mark);
    resolving_.push_back(like.text);
    result = *found;
    if (result.find("like")) unfold(result);
    resolving_.pop_back();
    return result;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    if (templates_)
      for (const Entry& entry : templates_->entries) names.push_back(entry.key.text);
    return names;
  }

  void spend(std::size_t nodes, const Mark& where) {
    spent_ += nodes;
    if (spent_ > limits_.nodes) throw ScenarioError({{where, fmt::format("templates unfold to more than {} values", limits_.nodes), ""}});
  }

  const Node* templates_;
  Mistakes& mistakes_;
  Limits limits_;
  std::set<std::string> used_;
  bool all_found_ = true;
  std::vector<std::string> resolving_;
  std::size_t spent_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

void expand_templates(Node& root, Mistakes& mistakes, const Limits& limits) {
  Node templates;
  const Node* found = root.find("templates");
  if (found) templates = *found;
  if (found && !found->is(Node::Kind::map)) mistakes.add(found->mark, "expected a map from template names to maps");
  std::erase_if(root.entries, [](const Entry& entry) { return entry.key.text == "templates"; });
  TemplateExpansion expansion(found ? &templates : nullptr, mistakes, limits);
  for (Entry& entry : root.entries) expansion.expand(entry.value);
  expansion.report_unused();
}

}  // namespace ccm
