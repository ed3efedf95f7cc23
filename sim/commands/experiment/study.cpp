// What is to be run at each point of an experiment?

#include "sim/commands/experiment/study.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "scenarios/experiments/generator_point.hpp"
#include "sim/commands/experiment/scenario_runs.hpp"
#include "sim/results/sha256.hpp"

namespace ccm {
namespace {

Experiment changed(Experiment experiment, const StudyChanges& changes) {
  for (const std::string& setting : changes.settings) experiment.settings.push_back({setting, {}});
  if (changes.seed) experiment.seed = changes.seed;
  if (changes.replications) experiment.replications = *changes.replications;
  if (experiment.antithetic && experiment.replications % 2 != 0)
    throw ScenarioError({{experiment.where, "antithetic replications come in pairs", "Ask for an even number of replications."}});
  return experiment;
}

/// The named outputs of what a generator gave, in their order.
RunValues picked(const std::vector<OutputValue>& given, const std::vector<StudyOutput>& wanted) {
  RunValues values;
  for (const StudyOutput& output : wanted) {
    const auto found = std::ranges::find(given, output.name, &OutputValue::name);
    values.push_back(found == given.end() ? std::nullopt : std::optional(found->value));
  }
  return values;
}

std::string unit_of(const ProblemGenerator& generator, const std::string& output) {
  const auto found = std::ranges::find(generator.outputs, output, &GeneratorOutput::name);
  return std::string(found->unit);
}

}  // namespace

Study::Study(const std::string& file, const StudyChanges& changes)
    : changes_(changes), experiment_(changed(load_experiment(file), changes)), design_(design_points(experiment_)) {
  check_points(experiment_);
  experiment_.scenario ? use_scenario() : use_generator();
}

std::string Study::hash() const { return sha256_of_text(fmt::format("{}", fmt::join(hashes_, " "))); }

std::string Study::text_of(std::size_t point) const {
  std::string text;
  for (std::size_t i = 0; i < experiment_.factors.size(); ++i)
    text += fmt::format("{}{}={}", i == 0 ? "" : ", ", experiment_.factors[i].name, design_.values.at(point - 1)[i]);
  return text;
}

void Study::use_scenario() {
  const std::string& file = experiment_.scenario->text;
  std::vector<Variant> variants;
  for (const auto& values : design_.values) variants.push_back({file, settings_of(experiment_, values)});
  const Scenario scenario = load_scenario(file, variants.front().settings).scenario;
  const auto named = named_outputs(experiment_.outputs, scenario);
  for (const NamedOutput& output : named) outputs_.push_back({output.name(), unit_of(*output.output, scenario.currency)});
  const ScenarioRuns runs(std::move(variants), named, {experiment_.chance, experiment_.antithetic});
  for (std::size_t point = 1; point <= points(); ++point) hashes_.push_back(runs.fingerprint(point));
  model_ = runs;
}

void Study::use_generator() {
  const ProblemGenerator& generator = generator_of(experiment_);
  for (const Located& output : experiment_.outputs) outputs_.push_back({output.text, unit_of(generator, output.text)});
  std::vector<std::vector<double>> parameters;
  for (const auto& values : design_.values) parameters.push_back(generator_parameters(experiment_, values));
  const Chances chances{experiment_.chance, experiment_.antithetic};
  const std::uint64_t seed = experiment_.seed.value_or(Scenario().seed);
  std::string names;
  for (const StudyOutput& output : outputs_) names += output.name + " ";
  for (const auto& point : parameters)
    hashes_.push_back(sha256_of_text(fmt::format("{} {} {} {} {} {}", generator.name, fmt::join(point, " "), seed, names,
                                                 chances.chance == Chance::common, chances.antithetic)));
  model_ = [&generator, parameters = std::move(parameters), outputs = outputs_, seed, chances](RunId run, const Report&) {
    return picked(generator.solve(parameters.at(run.point - 1), seed, replication_of(run, chances)), outputs);
  };
}

}  // namespace ccm
