// ccmsim run: what happens in this scenario?

#include <fmt/format.h>

#include <memory>

#include "sim/commands/scenario_run.hpp"
#include "sim/commands/shared_options.hpp"

namespace ccm {
namespace {

/// Which replications, and how many.
void add_replication_options(CLI::App& command, RunOptions& options) {
  CLI::Option* count =
      command.add_option("-r,--replications", options.replications, "Independent runs; with --half-width at least so many")
          ->type_name("N")
          ->check(whole_number(1, 1'000'000));
  const PrecisionFlags precision = add_precision_options(command, options.precision);
  precision.half_width->description(
      "Add replications until each output's 95 % half-width is within 5% of its mean, or within 20 of its unit");
  precision.output->description("An output that --half-width is for (default: profit and surplus); may be repeated")
      ->needs(precision.half_width);
  command.add_option("--max-replications", options.replications_max, "Give up --half-width after so many (default: 1000)")
      ->type_name("N")
      ->check(whole_number(3, 1'000'000))
      ->needs(precision.half_width);
  command
      .add_option_function<std::int64_t>(
          "--replication", [&options](std::int64_t number) { options.numbers = {number}; }, "This replication alone, as it is among many")
      ->type_name("K")
      ->check(whole_number(1, 1'000'000))
      ->excludes(count)
      ->excludes(precision.half_width);
}

void refuse_contradiction(const RunOptions& options) {
  if (options.precision.half_width && options.replications_min() > options.replications_max)
    throw CLI::ValidationError("--max-replications", fmt::format("expected at least the {} of --replications, not {}",
                                                                 options.replications_min(), options.replications_max));
}

}  // namespace

void add_run(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<RunOptions>();
  CLI::App* command = program.add_subcommand("run", "Simulate a scenario: results in a new directory, summary on stdout");
  command->add_option("FILE", options->file, "Scenario file")->required();
  add_seed_option(*command, options->seed, "Seed of all chance, instead of the scenario's");
  add_replication_options(*command, *options);
  add_jobs_option(*command, options->jobs);
  command->add_option("--out", options->out, "Directory of the results (default: runs/NAME-001, -002, ...)")->type_name("DIR");
  command->add_flag("--force", options->force, "Replace the directory if it is an earlier run");
  add_set_option(*command, options->settings, "Change one key of the scenario, e.g. time.periods=24; may be repeated");
  command->add_flag("--json", options->json, "One JSON document on stdout instead of the tables");
  command->add_flag("-q,--quiet", options->quiet, "No summary on stdout");
  command->add_flag("--dry-run", options->dry_run, "Check the scenario and say what would be simulated");
  add_report_option(*command, options->report);
  add_progress_option(*command, options->progress);
  command->footer(
      "Examples:\n  ccmsim run scenarios/02_three_customer_types.yaml\n  ccmsim run FILE --replications 20 --set time.periods=24 --out runs/longer\n"
      "  ccmsim run FILE --half-width 5% --output profit --output lead_time\n\n"
      "With --half-width the exit code is 3 if the width was not reached after --max-replications; the results are there.");
  command->callback([options, &code] {
    refuse_contradiction(*options);
    code = run_scenario(*options);
  });
}

}  // namespace ccm
