// What was this experiment, and how is it made again?

#include "sim/commands/experiment/experiment_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/experiments/experiment_copy.hpp"
#include "scenarios/load.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

template <class Value>
ordered_json value_or_null(const std::optional<Value>& value) {
  return value ? ordered_json(*value) : ordered_json();
}

std::string file_name(const std::string& path) { return fs::path(path).filename().string(); }

/// Of a list they stand in its points; each in the order in which it first comes.
std::vector<std::string> levels_of(const Study& study, std::size_t factor) {
  const Factor& one = study.experiment().factors[factor];
  std::vector<std::string> levels = one.levels;
  if (levels.empty())
    for (const auto& point : study.design().values)
      if (std::ranges::find(levels, point[factor]) == levels.end()) levels.push_back(point[factor]);
  return levels;
}

ordered_json record_of(const Study& study, std::size_t number) {
  const Factor& factor = study.experiment().factors[number];
  const auto& range = factor.range;
  return {{"name", factor.name},
          {"unit", range ? range->unit : ""},
          {"levels", range ? ordered_json() : ordered_json(levels_of(study, number))},
          {"low", range ? ordered_json(range->low) : ordered_json()},
          {"high", range ? ordered_json(range->high) : ordered_json()}};
}

ordered_json factors_of(const Study& study) {
  auto factors = ordered_json::array();
  for (std::size_t i = 0; i < study.experiment().factors.size(); ++i) factors.push_back(record_of(study, i));
  return factors;
}

ordered_json outputs_of(const Study& study) {
  auto outputs = ordered_json::array();
  for (const StudyOutput& output : study.outputs()) outputs.push_back({{"name", output.name}, {"unit", output.unit}});
  return outputs;
}

ordered_json arguments_of(const StudyChanges& changes, std::optional<std::size_t> interactions) {
  return {{"settings", changes.settings},
          {"seed", value_or_null(changes.seed)},
          {"replications", value_or_null(changes.replications)},
          {"interactions", value_or_null(interactions)}};
}

/// At the first point.
LoadedScenario scenario_of(const Study& study) {
  const Experiment& experiment = study.experiment();
  return load_scenario(experiment.scenario->text, settings_of(experiment, study.design().values.front()));
}

void add_source(ordered_json& record, const Study& study) {
  const Experiment& experiment = study.experiment();
  if (experiment.generator) record["generator"] = experiment.generator->text;
  record["seed"] = experiment.seed.value_or(Scenario().seed);
  if (!experiment.scenario) return;
  const LoadedScenario scenario = scenario_of(study);
  record["scenario"] = file_name(experiment.scenario->text);
  record["seed"] = scenario.scenario.seed;
  record["currency"] = scenario.scenario.currency;
  record["needs"] = files_named_in(scenario.text);
}

}  // namespace

void write_experiment_files(const fs::path& directory, const Study& study) {
  write_text(directory / "experiment.yaml", text_beside(study.experiment(), "scenario.yaml"));
  if (study.experiment().scenario) write_text(directory / "scenario.yaml", scenario_of(study).text);
}

ordered_json experiment_record(const Study& study, const StudyAnalysis& analysis, std::optional<std::size_t> interactions) {
  const Experiment& experiment = study.experiment();
  ordered_json record = {{"name", experiment.name}, {"file", file_name(experiment.where.source->name)}};
  add_source(record, study);
  record.update({{"sha256", study.hash()},
                 {"design", design_name(experiment.design)},
                 {"chance", experiment.chance == Chance::common ? "common" : "independent"},
                 {"antithetic", experiment.antithetic},
                 {"factors", factors_of(study)},
                 {"outputs", outputs_of(study)},
                 {"arguments", arguments_of(study.changes(), interactions)},
                 {"notes", analysis.notes}});
  return record;
}

}  // namespace ccm
