// Which parameters does a generator have at one point of an experiment?

#include "scenarios/experiments/generator_point.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "scenarios/dimension.hpp"
#include "scenarios/experiments/check.hpp"

namespace ccm {
namespace {

template <class Row>
std::vector<std::string> names_of(std::span<const Row> table) {
  std::vector<std::string> names;
  for (const Row& row : table) names.emplace_back(row.name);
  return names;
}

bool takes(const GeneratorParameter& parameter, double value) {
  return value >= parameter.low && value <= parameter.high && (!parameter.whole || std::trunc(value) == value);
}

std::string expectation(const GeneratorParameter& parameter) {
  return fmt::format("a {} from {} to {}", parameter.whole ? "whole number" : "number", parameter.low, parameter.high);
}

/// Puts what "parameter=value" says into `parameters`, or reports why it cannot.
void apply(const std::string& setting, const Mark& where, const ProblemGenerator& generator, std::vector<double>& parameters,
           Mistakes& mistakes) {
  const std::size_t equals = setting.find('=');
  const std::string name = setting.substr(0, equals), text = setting.substr(equals + 1);
  const auto parameter = std::ranges::find(generator.parameters, name, &GeneratorParameter::name);
  if (parameter == generator.parameters.end()) {
    const std::vector<std::string> names = names_of(generator.parameters);
    return mistakes.add(where, fmt::format("the generator has no parameter {}{}", in_quotes(name), did_you_mean(name, names)),
                        fmt::format("Known: {}.", fmt::join(names, ", ")));
  }
  const auto value = parse_number(text);
  if (!value || !takes(*parameter, *value))
    return mistakes.add(where, fmt::format("expected {} for {}, not {}", expectation(*parameter), name, in_quotes(text)));
  parameters[static_cast<std::size_t>(parameter - generator.parameters.begin())] = *value;
}

}  // namespace

const ProblemGenerator& generator_of(const Experiment& experiment) {
  const Located& name = experiment.generator.value();
  if (const ProblemGenerator* generator = problem_generator(name.text)) return *generator;
  const std::vector<std::string> names = names_of(problem_generators());
  throw ScenarioError({{name.where, fmt::format("there is no generator {}{}", in_quotes(name.text), did_you_mean(name.text, names)),
                        fmt::format("Known: {}.", fmt::join(names, ", "))}});
}

std::vector<double> generator_parameters(const Experiment& experiment, const std::vector<std::string>& values) {
  const ProblemGenerator& generator = generator_of(experiment);
  Experiment unseeded = experiment;  // the seed is no parameter
  unseeded.seed.reset();
  std::vector<double> parameters;
  for (const GeneratorParameter& parameter : generator.parameters) parameters.push_back(parameter.usual);
  Mistakes mistakes;
  for (const std::string& setting : settings_of(unseeded, values))
    apply(setting, place_of(experiment, setting), generator, parameters, mistakes);
  mistakes.throw_if_any();
  return parameters;
}

}  // namespace ccm
