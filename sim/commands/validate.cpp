// ccmsim validate: what is wrong with these files?

#include <fmt/format.h>

#include "scenarios/experiments/experiment.hpp"
#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "scenarios/problems/problem.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/shared_options.hpp"

namespace ccm {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string checked_experiment(const std::string& file) {
  const Experiment experiment = load_experiment(file);
  check_points(experiment);
  return fmt::format("experiment, {}, {}", design_name(experiment.design), counted(experiment.factors.size(), "factor", "factors"));
}

/// What a right file is about; throws ScenarioError for a wrong one.
std::string content(const std::string& file, const std::vector<std::string>& settings) {
  if (is_problem_file(file)) return fmt::format("problem of {}", problem_kinds()[load_problem(file, settings).index()].name);
  if (is_experiment_file(file)) return checked_experiment(file);
  const Scenario scenario = load_scenario(file, settings).scenario;
  return fmt::format("{}, {}", counted(scenario.customers.size(), "customer segment", "customer segments"),
                     counted(scenario.minifactories.size(), "minifactory", "minifactories"));
}

bool validate(const std::string& file, const std::vector<std::string>& settings) {
  try {
    print(fmt::format("{}: ok ({})\n", file, content(file, settings)));
    return true;
  } catch (const ScenarioError& error) {
    tell(fmt::format("{}\n", error.what()));
    return false;
  }
}

}  // namespace

void add_validate(CLI::App& program, Exit& code) {
  struct Options {
    std::vector<std::string> files, settings;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("validate", "Show every mistake of scenario, problem and experiment files, with its place");
  command->add_option("FILE", options->files, "Scenario, problem or experiment files")->required();
  add_set_option(*command, options->settings, "Change one key of scenarios and problems first, as in run");
  command->footer("Example:\n  ccmsim validate scenarios/*.yaml");
  command->callback([options, &code] {
    for (const std::string& file : options->files)
      if (!validate(file, options->settings)) code = Exit::wrong_input;
  });
}

}  // namespace ccm
