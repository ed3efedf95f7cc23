// Which problem does a file pose?

#include "scenarios/problems/problem.hpp"

#include <algorithm>
#include <array>

#include "scenarios/ahead_of_time.hpp"
#include "scenarios/expand.hpp"
#include "scenarios/file_kind.hpp"

namespace ccm {
namespace {

template <auto read>
Problem problem(const Node& root, Reader& reader) {
  return read(root, reader);
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const ProblemKind& kind : problem_kinds()) names.emplace_back(kind.name);
  return names;
}

Node tree(const std::string& text, const std::string& name, const std::vector<std::string>& settings, Mistakes& mistakes) {
  Node root = parse_yaml(text, name, mistakes);
  if (!root.is(Node::Kind::map))
    throw ScenarioError({{root.mark, "a problem is a map of keys such as 'problem:'", "Start from a shipped problem."}});
  for (const std::string& setting : settings) apply_setting(root, setting, mistakes);
  expand_templates(root, mistakes);
  return root;
}

/// The kind that the file names; throws ScenarioError if it is none.
const ProblemKind& kind_of(const Node& root, Reader& reader) {
  const Node* named = root.find("problem");
  refuse_other_kind(root, FileKind::problem);
  const auto type = word_type(kind_names());
  if (!named) throw ScenarioError({{root.mark, "a problem needs the key 'problem'", "Expected " + type->expected() + "."}});
  const auto name = type->read(*named, reader);
  reader.throw_mistakes();
  return *std::ranges::find(problem_kinds(), *name, &ProblemKind::name);
}

}  // namespace

std::span<const ProblemKind> problem_kinds() {
  static constexpr std::array table{
      ProblemKind{"allocation", "which routes, machine groups and workers make the demand at least cost", problem<read_allocation>,
                  allocation_type},
      ProblemKind{"mfca", "what products and losses cost, by material flow cost accounting", problem<read_mfca>, mfca_type},
      ProblemKind{"pricing", "which prices earn most, in one period or over time, of customers who remember prices", problem<read_pricing>,
                  pricing_type},
      ProblemKind{"bargaining", "who agrees on which price, when to stop searching, what to post", problem<read_bargaining>,
                  bargaining_type},
  };
  return table;
}

Problem load_problem_text(const std::string& text, const std::string& name, const std::vector<std::string>& settings) {
  Mistakes mistakes;
  const Node root = tree(text, name, settings, mistakes);
  Reader reader(mistakes, {.currency = ahead_of_time(root.find("currency"), currency_type(), UnitContext{}.currency)});
  return kind_of(root, reader).read(root, reader);
}

bool is_problem_file(const std::string& path) { return kind_of_file(path) == FileKind::problem; }

Problem load_problem(const std::string& path, const std::vector<std::string>& settings) {
  return load_problem_text(read_file(path), path, settings);
}

}  // namespace ccm
