// ccmsim run: what happens in this scenario?

#include <fmt/format.h>

#include <limits>
#include <memory>

#include "scenarios/mistake.hpp"
#include "sim/commands/scenario_run.hpp"

namespace ccm {
namespace {

std::optional<ProgressLine::Mode> mode_named(const std::string& word) {
  if (word == "auto") return ProgressLine::Mode::automatic;
  if (word == "plain") return ProgressLine::Mode::plain;
  if (word == "none") return ProgressLine::Mode::none;
  return std::nullopt;
}

}  // namespace

void add_run(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<RunOptions>();
  CLI::App* command = program.add_subcommand("run", "Simulate a scenario: results in a new directory, summary on stdout");
  command->add_option("FILE", options->file, "Scenario file")->required();
  command->add_option("--seed", options->seed, "Seed of all chance, instead of the scenario's")
      ->type_name("N")
      ->check(whole_number(0, std::numeric_limits<std::int64_t>::max()));
  command->add_option("-r,--replications", options->replications, "Independent runs")->type_name("N")->check(whole_number(1, 1'000'000));
  command->add_option("-j,--jobs", options->jobs, "Processes at the same time; changes no result")
      ->type_name("N")
      ->check(whole_number(1, 1024));
  command->add_option("--out", options->out, "Directory of the results (default: runs/NAME-001, -002, ...)")->type_name("DIR");
  command->add_flag("--force", options->force, "Replace the directory if it is an earlier run");
  command->add_option("--set", options->settings, "Change one key of the scenario, e.g. time.periods=24; may be repeated")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--json", options->json, "One JSON document on stdout instead of the tables");
  command->add_flag("-q,--quiet", options->quiet, "No summary on stdout");
  command->add_flag("--dry-run", options->dry_run, "Check the scenario and say what would be simulated");
  command
      ->add_option_function<std::string>(
          "--progress", [options](const std::string& word) { options->progress = *mode_named(word); }, "auto, plain or none")
      ->type_name("MODE")
      ->check(CLI::Validator(
          [](const std::string& word) {
            return mode_named(word) ? "" : fmt::format("expected auto, plain or none, not {}", in_quotes(word));
          },
          ""));
  command->footer(
      "Examples:\n  ccmsim run scenarios/02_three_customer_types.yaml\n  ccmsim run FILE --replications 20 --set time.periods=24 --out runs/longer");
  command->callback([options, &code] { code = run_scenario(*options); });
}

}  // namespace ccm
