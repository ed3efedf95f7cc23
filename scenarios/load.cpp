// Is this file a scenario, and which?

#include "scenarios/load.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "scenarios/ahead_of_time.hpp"
#include "scenarios/check.hpp"
#include "scenarios/expand.hpp"
#include "scenarios/file_kind.hpp"
#include "scenarios/logistics.hpp"
#include "scenarios/schema.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

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
  refuse_other_kind(root, FileKind::scenario);
  for (const std::string& setting : settings) apply_setting(root, setting, mistakes);
  expand_templates(root, mistakes);
  expand_counts(root, seed_of(root), mistakes);
  return root;
}

void require_readable(const fs::path& platform, Reader& reader) {
  if (!fs::is_directory(platform) && std::ifstream(platform)) return;
  reader.mistake(reader.mark_of(".network.platform"), fmt::format("cannot read the platform file {}", in_quotes(platform.string())),
                 "The path is relative to the scenario file.");
}

/// `directory` is where the files that a scenario names are looked for; nothing is looked for without it.
LoadedScenario load(const std::string& text, const std::string& name, const std::vector<std::string>& settings,
                    const std::optional<fs::path>& directory) {
  Mistakes mistakes;
  const Node root = unfolded_tree(text, name, settings, mistakes);
  const UnitContext units = units_of(root);
  Reader reader(mistakes, units);
  auto scenario = scenario_type().read(root, reader);
  add_listed_places(*scenario, directory ? &*directory : nullptr, reader);
  complete_vehicles(*scenario, reader);
  reader.resolve_names();
  mistakes.throw_if_any();
  locate_cities(*scenario, reader);
  check(*scenario, reader);
  if (directory && scenario->network.platform) require_readable(*directory / *scenario->network.platform, reader);
  mistakes.throw_if_any();
  return {name, text, to_yaml(scenario_type().write(*scenario, units)), *scenario, scenario->network.platform};
}

}  // namespace

Scenario LoadedScenario::as_written() const {
  Scenario written = scenario;
  written.network.platform = platform;
  return written;
}

LoadedScenario load_scenario_text(const std::string& text, const std::string& name, const std::vector<std::string>& settings) {
  return load(text, name, settings, std::nullopt);
}

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings) {
  const fs::path directory = fs::path(path).parent_path();
  LoadedScenario loaded = load(read_file(path), path, settings, directory);
  std::optional<std::string>& platform = loaded.scenario.network.platform;
  if (platform) platform = (directory / *platform).string();
  return loaded;
}

}  // namespace ccm
