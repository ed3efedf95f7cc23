// Which items does one item with a count stand for?

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "models/random.hpp"
#include "scenarios/dimension.hpp"
#include "scenarios/expand.hpp"

namespace ccm {
namespace {

constexpr std::int64_t most_items = 100'000;

/// Makes the values of the items that one counted item stands for.
class Draws {
 public:
  Draws(std::uint64_t seed, std::string item, Mistakes& mistakes) : seed_(seed), item_(std::move(item)), mistakes_(mistakes) {}

  /// Replaces every draw inside the node by the value of item number `index`.
  void resolve(Node& node, std::size_t index, const std::string& path) {
    if (is_draw(node)) node = value_of(node.entries[0], index, path);
    for (std::size_t i = 0; i < node.items.size(); ++i) resolve(node.items[i], index, fmt::format("{}[{}]", path, i));
    for (Entry& entry : node.entries) resolve(entry.value, index, path + "." + entry.key.text);
  }

 private:
  Node value_of(const Entry& draw, std::size_t index, const std::string& path) {
    const std::string& kind = draw.key.text;
    const std::vector<Node>& arguments = draw.value.items;
    const bool needs_two = kind == "uniform" || kind == "normal";
    if (needs_two ? arguments.size() != 2 : arguments.empty()) {
      mistakes_.add(draw.key.mark, fmt::format("'{}' needs {}", kind, needs_two ? "a list of two numbers" : "a list that is not empty"));
      return incomplete_node();
    }
    if (kind == "each") return arguments[index % arguments.size()];
    if (kind == "choice") return arguments[stream(path).index(arguments.size())];
    return number(draw, path);
  }

  Node number(const Entry& draw, const std::string& path) {
    const auto first = split_measure(draw.value.items[0].text), second = split_measure(draw.value.items[1].text);
    const bool uniform = draw.key.text == "uniform";
    if (!first || !second || first->unit != second->unit || (uniform ? first->number > second->number : second->number < 0)) {
      mistakes_.add(draw.value.mark, uniform
                                         ? "expected [low, high], two numbers of the same unit, low first"
                                         : "expected [mean, standard deviation], two numbers of the same unit, the second not negative");
      return incomplete_node();
    }
    const double value = uniform ? stream(path).uniform(first->number, second->number) : stream(path).normal(first->number, second->number);
    Node node = scalar_node(number_text(value) + (first->unit.empty() ? "" : " " + first->unit));
    node.mark = draw.value.mark;
    return node;
  }

  RandomStream& stream(const std::string& path) { return streams_.try_emplace(path, seed_, 0, item_, "scenario" + path).first->second; }

  std::uint64_t seed_;
  std::string item_;
  Mistakes& mistakes_;
  std::map<std::string, RandomStream> streams_;
};

std::optional<std::int64_t> count_of(const Node& node, Mistakes& mistakes) {
  std::int64_t count = -1;
  const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), count);
  if (error == std::errc() && end == node.text.data() + node.text.size() && count >= 0 && count <= most_items) return count;
  mistakes.add(node.mark, fmt::format("expected a whole number from 0 to {}, not {}", most_items,
                                      node.is(Node::Kind::scalar) ? in_quotes(node.text) : std::string(kind_name(node))));
  return std::nullopt;
}

class CountExpansion {
 public:
  CountExpansion(std::uint64_t seed, Mistakes& mistakes, const Limits& limits) : seed_(seed), mistakes_(mistakes), limits_(limits) {}

  void expand(Node& list) {
    std::vector<Node> items;
    for (Node& item : list.items) {
      if (item.is(Node::Kind::map) && item.find("count"))
        append_copies(std::move(item), items);
      else
        items.push_back(std::move(item));
    }
    list.items = std::move(items);
  }

 private:
  void append_copies(Node item, std::vector<Node>& items) {
    const auto count = count_of(*item.find("count"), mistakes_);
    if (!count) return items.push_back(incomplete_node());
    std::erase_if(item.entries, [](const Entry& entry) { return entry.key.text == "count"; });
    spend(static_cast<std::size_t>(*count) * size_of(item), item.mark);
    const Node* name = item.find("name");
    Draws draws(seed_, name ? name->text : "", mistakes_);
    for (std::int64_t i = 0; i < *count; ++i) {
      Node copy = item;
      if (Node* own = copy.find("name")) own->text += fmt::format("_{}", i + 1);
      draws.resolve(copy, static_cast<std::size_t>(i), "");
      items.push_back(std::move(copy));
    }
  }

  void spend(std::size_t nodes, const Mark& where) {
    spent_ += nodes;
    if (spent_ > limits_.nodes) throw ScenarioError({{where, fmt::format("counts unfold to more than {} values", limits_.nodes), ""}});
  }

  std::uint64_t seed_;
  Mistakes& mistakes_;
  Limits limits_;
  std::size_t spent_ = 0;
};

}  // namespace

bool is_draw(const Node& node) {
  static constexpr std::string_view words[] = {"each", "uniform", "normal", "choice"};
  return node.is(Node::Kind::map) && node.entries.size() == 1 && std::ranges::find(words, node.entries[0].key.text) != std::end(words);
}

void expand_counts(Node& root, std::uint64_t seed, Mistakes& mistakes, const Limits& limits) {
  CountExpansion expansion(seed, mistakes, limits);
  for (Entry& entry : root.entries)
    if (entry.value.is(Node::Kind::list)) expansion.expand(entry.value);
}

}  // namespace ccm
