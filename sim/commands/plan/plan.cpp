// ccmsim plan: how long a warm-up, how many replications, and what will they take?

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "sim/commands/agenda.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/plan/report.hpp"
#include "sim/commands/precision.hpp"
#include "sim/commands/report/report_document.hpp"
#include "sim/commands/shared_options.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

struct PlanOptions {
  std::string file;
  PrecisionOptions precision{WantedWidth{}, {}};
  std::int64_t pilot = 10;
  std::optional<std::int64_t> pilot_periods;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> settings;
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false, report = true;
  ProgressLine::Mode progress = ProgressLine::Mode::automatic;

  [[nodiscard]] std::vector<std::string> all_settings() const {
    auto all = settings;
    if (pilot_periods) all.push_back(fmt::format("time.periods={}", *pilot_periods));
    if (seed) all.push_back(fmt::format("seed={}", *seed));
    return all;
  }
};

void write_plan(const fs::path& directory, const LoadedScenario& loaded, const PlanResult& plan) {
  const ReplicationsAdvice& advice = plan.replications;
  WidthIdentity width{text_of(advice.wanted), {}, plan.pilot, advice.stopped.has_value()};
  for (const NamedOutput& output : advice.outputs) width.outputs.push_back(output.name());
  write_text(directory / "plan.csv", plan_csv(plan.warm_up));
  write_text(directory / "replications.csv", replications_csv(advice, loaded.scenario.currency));
  write_text(directory / "scenario.yaml", loaded.text);
  write_text(directory / "effective.yaml", loaded.effective);
  write_manifest(directory, loaded, {"plan", plan.settings, plan.pilot, numbers_between(1, plan.pilot), width});
}

Exit without_plan(Exit code) {
  if (code == Exit::interrupted) tell("ccmsim: interrupted; nothing is kept\n");
  return code;
}

Exit plan_scenario(const PlanOptions& options) {
  const LoadedScenario loaded = load_scenario(options.file, options.all_settings());
  const auto outputs = precise_outputs(options.precision.outputs, loaded.scenario);
  RunDirectory directory(options.out, "plan-" + fs::path(options.file).stem().string(), options.force);
  for (const std::string& leftover : directory.removed_leftovers())
    tell(fmt::format("ccmsim: removed '{}', left by a plan that was killed\n", leftover));
  const Pilot pilot = run_pilot(loaded.scenario, outputs, options.pilot, options.jobs, options.progress);
  if (pilot.code != Exit::ok) return without_plan(pilot.code);
  const auto cost = measured_cost(loaded.scenario, directory.working());
  if (!cost) return without_plan(Exit::interrupted);
  const PlanResult plan{options.file,
                        options.all_settings(),
                        options.pilot,
                        directory.target().string(),
                        options.report,
                        warm_up_advice(outputs, pilot),
                        replications_advice(outputs, *options.precision.half_width, pilot),
                        *cost,
                        std::min<std::size_t>(options.jobs, std::max(1u, std::thread::hardware_concurrency()))};
  write_plan(directory.working(), loaded, plan);
  if (options.report) write_report(directory.working(), loaded.as_written());
  directory.publish();
  if (options.json || !options.quiet) print(options.json ? plan_json(loaded.scenario, plan) : plan_page(loaded.scenario, plan));
  return Exit::ok;
}

void add_pilot_options(CLI::App& command, PlanOptions& options) {
  const PrecisionFlags precision = add_precision_options(command, options.precision);
  precision.half_width->description("The 95 % half-width wanted of each output: 5% of its mean (default), or 20 of its unit");
  precision.output->description("An output to look at (default: profit and surplus); may be repeated");
  command.add_option("--pilot", options.pilot, "Replications to plan from (default: 10)")->type_name("N")->check(whole_number(3, 1000));
  command.add_option("--pilot-periods", options.pilot_periods, "Like --set time.periods=N: longer runs show where the beginning ends")
      ->type_name("N")
      ->check(whole_number(1, 1'000'000));
  add_seed_option(command, options.seed, "Seed of all chance, instead of the scenario's");
  add_jobs_option(command, options.jobs);
}

}  // namespace

void add_plan(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<PlanOptions>();
  CLI::App* command = program.add_subcommand("plan", "Pilot runs: which warm-up, how many replications, what time and disk they take");
  command->add_option("FILE", options->file, "Scenario file")->required();
  add_pilot_options(*command, *options);
  command->add_option("--out", options->out, "Directory of the results (default: runs/plan-NAME-001, -002, ...)")->type_name("DIR");
  command->add_flag("--force", options->force, "Replace the directory if it is an earlier run");
  add_set_option(*command, options->settings, "Change one key of the scenario, e.g. time.periods=24; may be repeated");
  command->add_flag("--json", options->json, "One JSON document on stdout instead of the page");
  command->add_flag("-q,--quiet", options->quiet, "No page on stdout");
  add_report_option(*command, options->report);
  command->footer(
      "Examples:\n  ccmsim plan scenarios/02_three_customer_types.yaml\n"
      "  ccmsim plan FILE --half-width 2% --output profit --output lead_time --pilot-periods 200");
  command->callback([options, &code] { code = plan_scenario(*options); });
}

}  // namespace ccm
