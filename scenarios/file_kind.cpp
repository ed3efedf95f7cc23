// Is a file a scenario, a problem or an experiment?

#include "scenarios/file_kind.hpp"

#include <fmt/format.h>

#include <array>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

/// In the order of FileKind. A file with the keys of several is of the first such kind.
struct KindWords {
  std::string_view key, noun, command;
};
constexpr std::array kind_words{KindWords{"ccmsim", "a scenario", "run"}, KindWords{"problem", "a problem", "solve"},
                                KindWords{"experiment", "an experiment", "experiment"}};

std::optional<FileKind> kind_of(const Node& root) {
  for (std::size_t i = 0; i < kind_words.size(); ++i)
    if (root.find(kind_words[i].key)) return static_cast<FileKind>(i);
  return std::nullopt;
}

}  // namespace

void refuse_other_kind(const Node& root, FileKind wanted) {
  const KindWords& own = kind_words.at(static_cast<std::size_t>(wanted));
  const auto kind = kind_of(root);
  if (!kind || root.find(own.key)) return;
  const KindWords& other = kind_words.at(static_cast<std::size_t>(*kind));
  throw ScenarioError(
      {{root.mark, fmt::format("this is {}, not {}", other.noun, own.noun), fmt::format("Use 'ccmsim {}'.", other.command)}});
}

std::optional<FileKind> kind_of_file(const std::string& path) {
  try {
    Mistakes ignored;
    return kind_of(parse_yaml(read_file(path), path, ignored));
  } catch (const ScenarioError&) {
    return std::nullopt;
  }
}

}  // namespace ccm
