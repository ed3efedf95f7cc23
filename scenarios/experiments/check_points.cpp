// Does the scenario, or the generator, take the values of every factor?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "models/cases/generators.hpp"
#include "scenarios/experiments/check.hpp"
#include "scenarios/experiments/generator_point.hpp"
#include "scenarios/load.hpp"

namespace ccm {
namespace {

using Point = std::vector<std::string>;

/// The levels of a factor; or the ends of its range and a value between, which tells whether only whole numbers will do.
std::vector<std::string> typical_values(const Factor& factor) {
  return factor.range ? std::vector{value_at(factor, 0), value_at(factor, 1), value_at(factor, 0.38)} : factor.levels;
}

/// The first values together, then every further value of one factor with the first of the others.
std::vector<Point> one_at_a_time(const std::vector<Factor>& factors) {
  std::vector<Point> points(1);
  for (const Factor& factor : factors) points[0].push_back(typical_values(factor)[0]);
  for (std::size_t i = 0; i < factors.size(); ++i)
    for (const std::string& value : typical_values(factors[i])) {
      if (value == points[0][i]) continue;
      points.push_back(points[0]);
      points.back()[i] = value;
    }
  return points;
}

/// The scenario's mistake at a point, as one of the experiment if a setting is wrong by itself.
Mistake of_point(const Mistake& mistake, const Experiment& experiment, const std::vector<std::string>& settings) {
  if (!mistake.where.source || mistake.where.source->name != "--set")
    return {mistake.where, fmt::format("{} (with {})", mistake.message, fmt::join(settings, ", ")), mistake.advice};
  const std::string& setting = mistake.where.source->lines.at(0);
  return {place_of(experiment, setting), fmt::format("{} (with {})", mistake.message, setting), mistake.advice};
}

void load_scenario_at(const Experiment& experiment, const Point& point, Mistakes& mistakes) {
  const std::vector<std::string> settings = settings_of(experiment, point);
  try {
    (void)load_scenario(experiment.scenario->text, settings);
  } catch (const ScenarioError& error) {
    for (const Mistake& mistake : error.mistakes()) {
      const Mistake here = of_point(mistake, experiment, settings);
      mistakes.add(here.where, here.message, here.advice);
    }
  }
}

void look_up_parameters_at(const Experiment& experiment, const Point& point, Mistakes& mistakes) {
  try {
    (void)generator_parameters(experiment, point);
  } catch (const ScenarioError& error) {
    for (const Mistake& mistake : error.mistakes()) mistakes.add(mistake.where, mistake.message, mistake.advice);
  }
}

void check_generator_outputs(const Experiment& experiment, Mistakes& mistakes) {
  std::vector<std::string> names;
  for (const GeneratorOutput& output : generator_of(experiment).outputs) names.emplace_back(output.name);
  for (const Located& output : experiment.outputs)
    if (std::ranges::find(names, output.text) == names.end())
      mistakes.add(output.where, fmt::format("the generator has no output {}{}", in_quotes(output.text), did_you_mean(output.text, names)),
                   fmt::format("Known: {}.", fmt::join(names, ", ")));
}

}  // namespace

Mark place_of(const Experiment& experiment, const std::string& setting) {
  for (const Located& own : experiment.settings)
    if (own.text == setting) return own.where;
  const std::string path = setting.substr(0, setting.find('='));
  for (const Factor& factor : experiment.factors)
    for (const Located& key : factor.keys)
      if (key.text == path) return key.where;
  return experiment.where;
}

void check_points(const Experiment& experiment) {
  const ListDesign* list = std::get_if<ListDesign>(&experiment.design);
  const std::vector<Point> points = list ? list->points : one_at_a_time(experiment.factors);
  const auto check_at = experiment.scenario ? load_scenario_at : look_up_parameters_at;
  Mistakes mistakes;
  if (experiment.generator) check_generator_outputs(experiment, mistakes);
  check_at(experiment, points[0], mistakes);
  mistakes.throw_if_any();
  for (std::size_t i = 1; i < points.size(); ++i) check_at(experiment, points[i], mistakes);
  mistakes.throw_if_any();
}

}  // namespace ccm
