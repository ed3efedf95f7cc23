// What does an experiment file say where its scenario lies beside it?

#include "scenarios/experiments/experiment_copy.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

Node tree_of(const std::string& text) {
  Mistakes mistakes;
  return parse_yaml(text, "", mistakes);
}

std::string text_at(const Node* node) { return node ? node->text : ""; }

/// Replaces the path in its line, so that comments stay.
std::string replaced_in_line(std::vector<std::string> lines, const Mark& where, const std::string& old_path, const std::string& path) {
  std::string& line = lines.at(static_cast<std::size_t>(where.line - 1));
  const std::size_t at = line.find(old_path, static_cast<std::size_t>(where.column - 1));
  if (at != std::string::npos) line.replace(at, old_path.size(), path);
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace

std::string text_beside(const Experiment& experiment, const std::string& scenario) {
  const auto& lines = experiment.where.source->lines;
  const std::string text = fmt::format("{}\n", fmt::join(lines, "\n"));
  if (!experiment.scenario) return text;
  Node root = tree_of(text);
  Node* path = root.find("scenario");
  const std::string changed = replaced_in_line(lines, experiment.scenario->where, path->text, scenario);
  if (text_at(tree_of(changed).find("scenario")) == scenario) return changed;
  *path = scalar_node(scenario);
  return to_yaml(root);
}

std::vector<std::string> files_named_in(const std::string& scenario_text) {
  const Node root = tree_of(scenario_text);
  const Node* network = root.find("network");
  std::vector<std::string> files;
  for (const Node* file : {root.find("places_from"), network ? network->find("platform") : nullptr})
    if (file) files.push_back(file->text);
  return files;
}

}  // namespace ccm
