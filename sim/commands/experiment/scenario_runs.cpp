// What does one run of a scenario give, when only its outputs matter?

#include "sim/commands/experiment/scenario_runs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis/measurements.hpp"
#include "scenarios/mistake.hpp"
#include "scenarios/yaml.hpp"
#include "sim/results/memory_results.hpp"
#include "sim/results/sha256.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

constexpr std::int64_t replications_max = 1'000'000;

std::vector<std::string> groups_of(const Output& output, const Scenario& scenario) {
  std::set<std::string> groups;
  if (output.breakdown == Breakdown::minifactory)
    for (const MinifactorySpec& minifactory : scenario.minifactories) groups.insert(minifactory.name);
  else
    for (const SegmentSpec& segment : scenario.customers) groups.insert(std::string(name_of(segment.type)));
  return {groups.begin(), groups.end()};
}

std::vector<std::string> output_names() {
  std::vector<std::string> names;
  for (const Output& output : outputs()) names.emplace_back(output.name);
  return names;
}

std::optional<NamedOutput> named_output(const Located& name, const Scenario& scenario, Mistakes& mistakes) {
  const auto output = output_named(name.text);
  if (!output) {
    mistakes.add(name.where, fmt::format("there is no output {}{}", in_quotes(name.text), did_you_mean(name.text, output_names())),
                 "'ccmsim list' shows the outputs; profit.NAME is the profit of one minifactory, surplus.TYPE the surplus of one type.");
    return std::nullopt;
  }
  const auto groups = groups_of(*output->output, scenario);
  if (output->group.empty() || std::ranges::find(groups, output->group) != groups.end()) return output;
  mistakes.add(
      name.where,
      fmt::format("the output {} has no group {}{}", output->output->name, in_quotes(output->group), did_you_mean(output->group, groups)),
      fmt::format("Its groups are: {}.", fmt::join(groups, ", ")));
  return std::nullopt;
}

}  // namespace

Replication replication_of(RunId run, const Chances& chances) {
  require(run.replication >= 1 && run.replication <= replications_max, "a replication has a number from 1 to 1,000,000");
  const auto first = chances.chance == Chance::independent ? static_cast<std::uint64_t>(run.point - 1) * replications_max : 0;
  const std::uint64_t number = first + static_cast<std::uint64_t>(run.replication);
  return chances.antithetic ? antithetic(number) : Replication(number);
}

std::vector<NamedOutput> named_outputs(const std::vector<Located>& names, const Scenario& scenario) {
  Mistakes mistakes;
  std::vector<NamedOutput> found;
  for (const Located& name : names)
    if (auto output = named_output(name, scenario, mistakes)) found.push_back(*output);
  mistakes.throw_if_any();
  return found;
}

ScenarioRuns::ScenarioRuns(std::vector<Variant> variants, std::vector<NamedOutput> outputs, Chances chances)
    : variants_(std::move(variants)), outputs_(std::move(outputs)), chances_(chances) {
  for (const Variant& variant : variants_) {
    if (texts_.contains(variant.file)) continue;
    const LoadedScenario loaded = load_scenario(variant.file, variant.settings);
    const auto& platform = loaded.scenario.network.platform;
    texts_[variant.file] = loaded.text;
    fingerprints_[variant.file] = sha256_of_text(loaded.text + loaded.effective + (platform ? read_file(*platform) : ""));
  }
}

RunValues ScenarioRuns::operator()(RunId run, const Report& report) const {
  const Variant& variant = variants_.at(run.point - 1);
  const LoadedScenario loaded = load_scenario(variant.file, variant.settings);
  if (loaded.text != texts_.at(variant.file)) throw std::runtime_error(fmt::format("{} was changed meanwhile", variant.file));
  const Scenario& scenario = loaded.scenario;
  const MemoryResults results;
  simulate(scenario, replication_of(run, chances_), results.recorder(),
           [&](std::int64_t period) { report(static_cast<double>(period) / static_cast<double>(scenario.time.periods)); });
  return measure(results.database(), outputs_, scenario.time.warm_up);
}

std::string ScenarioRuns::fingerprint(std::size_t point) const {
  const Variant& variant = variants_.at(point - 1);
  std::string outputs;
  for (const NamedOutput& output : outputs_) outputs += output.name() + " ";
  return sha256_of_text(fmt::format("{}\n{}\n{}\n{} {}", fingerprints_.at(variant.file), fmt::join(variant.settings, "\n"), outputs,
                                    chances_.chance == Chance::common ? "common" : "independent", chances_.antithetic ? "antithetic" : ""));
}

}  // namespace ccm
