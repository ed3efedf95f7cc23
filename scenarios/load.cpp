// Is this file a scenario, and which?

#include "scenarios/load.hpp"

#include <filesystem>

#include "scenarios/check.hpp"
#include "scenarios/expand.hpp"
#include "scenarios/schema.hpp"

namespace ccm {
namespace {

/// What the reading of a value depends on before the value's own key is read. Mistakes here are reported when that key is read.
template <class T>
T ahead_of_time(const Node* node, const TypePtr<T>& type, T fallback) {
  Mistakes reported_later;
  Reader reader(reported_later, {});
  return node ? type->read(*node, reader).value_or(fallback) : fallback;
}

UnitContext units_of(const Node& root) {
  const Scenario defaults;
  const Node* time = root.find("time");
  const Node* shift = time ? time->find("shift") : nullptr;
  const auto duration = quantity<Seconds>(Dimension::duration, above(0));
  return {ahead_of_time(root.find("currency"), currency_type(), defaults.currency), ahead_of_time(shift, duration, defaults.time.shift)};
}

std::uint64_t seed_of(const Node& root) {
  const auto seed = integer_type(0, std::numeric_limits<std::int64_t>::max());
  return static_cast<std::uint64_t>(ahead_of_time(root.find("seed"), seed, Scenario{}.seed));
}

Node unfolded_tree(const std::string& text, const std::string& name, const std::vector<std::string>& settings, Mistakes& mistakes) {
  Node root = parse_yaml(text, name, mistakes);
  if (!root.is(Node::Kind::map))
    throw ScenarioError({{root.mark, "a scenario is a map of keys such as 'name:' and 'customers:'", "Start from a shipped scenario."}});
  for (const std::string& setting : settings) apply_setting(root, setting, mistakes);
  expand_templates(root, mistakes);
  expand_counts(root, seed_of(root), mistakes);
  return root;
}

}  // namespace

LoadedScenario load_scenario_text(const std::string& text, const std::string& name, const std::vector<std::string>& settings) {
  Mistakes mistakes;
  const Node root = unfolded_tree(text, name, settings, mistakes);
  const UnitContext units = units_of(root);
  Reader reader(mistakes, units);
  const auto scenario = scenario_type().read(root, reader);
  reader.resolve_names();
  mistakes.throw_if_any();
  check(*scenario, reader);
  mistakes.throw_if_any();
  return {name, text, to_yaml(scenario_type().write(*scenario, units)), *scenario};
}

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings) {
  LoadedScenario loaded = load_scenario_text(read_file(path), path, settings);
  std::optional<std::string>& platform = loaded.scenario.network.platform;
  if (platform) platform = (std::filesystem::path(path).parent_path() / *platform).string();
  return loaded;
}

}  // namespace ccm
