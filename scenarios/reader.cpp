// Which names does a file define and use, and where does each value stand?

#include "scenarios/reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/expand.hpp"

namespace ccm {
namespace {

std::string shown(const Node& node) {
  if (node.is(Node::Kind::scalar)) return in_quotes(node.text);
  if (node.is(Node::Kind::list) && node.items.empty()) return "an empty list";
  if (node.is(Node::Kind::map) && node.entries.empty()) return "an empty map";
  return std::string(kind_name(node));
}

std::string known_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 8;
  if (names.empty()) return "None is defined.";
  const std::vector<std::string> first(names.begin(), names.begin() + static_cast<long>(std::min(most, names.size())));
  return fmt::format("Known: {}{}.", fmt::join(first, ", "), names.size() > most ? ", ..." : "");
}

}  // namespace

void Reader::unexpected(const Node& node, const std::string& expected, const std::string& advice) {
  if (node.incomplete) return;
  mistakes_.add(node.mark, fmt::format("expected {}, not {}", expected, shown(node)),
                is_draw(node) ? "Draws work only inside an item that has 'count'." : advice);
}

Mark Reader::mark_of(std::string path) const {
  for (;;) {
    const auto found = marks_.find(path);
    if (found != marks_.end()) return found->second;
    const std::size_t cut = path.find_last_of(".[");
    if (cut == std::string::npos) return marks_.empty() ? Mark{} : marks_.begin()->second;
    path.resize(cut);
  }
}

std::string Reader::local_scope() const { return path_.substr(0, path_.find(']') + 1); }

void Reader::define(NameUse definition) {
  auto& names = definitions_[{definition.kind, definition.scope}];
  const auto [known, is_new] = names.emplace(definition.name, definition.where);
  if (is_new) return;
  mistakes_.add(definition.where, fmt::format("there are two {}s named {}", definition.kind, in_quotes(definition.name)),
                fmt::format("The other stands in line {}.", known->second.line));
}

void Reader::resolve_names() {
  for (const NameUse& use : uses_) {
    const auto& known = definitions_[{use.kind, use.scope}];
    if (known.contains(use.name)) continue;
    std::vector<std::string> names;
    for (const auto& [name, where] : known) names.push_back(name);
    mistakes_.add(use.where, fmt::format("there is no {} named {}{}", use.kind, in_quotes(use.name), did_you_mean(use.name, names)),
                  known_names(names));
  }
}

}  // namespace ccm
