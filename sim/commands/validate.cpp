// ccmsim validate: what is wrong with these files?

#include <fmt/format.h>

#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "sim/commands/command.hpp"

namespace ccm {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

bool validate(const std::string& file, const std::vector<std::string>& settings) {
  try {
    const LoadedScenario loaded = load_scenario(file, settings);
    print(fmt::format("{}: ok ({}, {})\n", file, counted(loaded.scenario.customers.size(), "customer segment", "customer segments"),
                      counted(loaded.scenario.minifactories.size(), "minifactory", "minifactories")));
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
  CLI::App* command = program.add_subcommand("validate", "Show every mistake of scenario files, with its place");
  command->add_option("FILE", options->files, "Scenario files")->required();
  command->add_option("--set", options->settings, "Change one key first, as in run")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->footer("Example:\n  ccmsim validate scenarios/*.yaml");
  command->callback([options, &code] {
    for (const std::string& file : options->files)
      if (!validate(file, options->settings)) code = Exit::wrong_input;
  });
}

}  // namespace ccm
