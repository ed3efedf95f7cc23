// ccmsim run: what happens in this scenario?

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "analysis/summary.hpp"
#include "scenarios/load.hpp"
#include "scenarios/mistake.hpp"
#include "sim/campaign.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/progress_line.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/run_files.hpp"
#include "sim/results/text_file.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

struct RunOptions {
  std::string file;
  std::optional<std::uint64_t> seed;
  std::int64_t replications = 1;
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::string> out;
  bool force = false;
  std::vector<std::string> settings;
  bool json = false, quiet = false, dry_run = false;
  ProgressLine::Mode progress = ProgressLine::Mode::automatic;

  [[nodiscard]] std::vector<std::string> all_settings() const {
    auto all = settings;
    if (seed) all.push_back(fmt::format("seed={}", *seed));
    return all;
  }
};

class Run {
 public:
  explicit Run(const RunOptions& options) : options_(options), loaded_(load_scenario(options.file, options.all_settings())) {}

  Exit execute() {
    if (options_.dry_run) return print(plan_text()), Exit::ok;
    RunDirectory directory(options_.out, fs::path(options_.file).stem().string(), options_.force);
    for (const std::string& leftover : directory.removed_leftovers())
      tell(fmt::format("ccmsim: removed '{}', left by a run that was killed\n", leftover));
    const auto outcomes = simulate_all(directory);
    const Exit code = report(outcomes);
    const auto finished = finished_of(outcomes);
    if (finished.empty()) return code;
    write_results(directory, finished);
    directory.publish();
    show(directory.target(), finished.size());
    return code;
  }

 private:
  [[nodiscard]] const Scenario& scenario() const { return loaded_.scenario; }

  [[nodiscard]] static fs::path part(const RunDirectory& directory, std::int64_t replication) {
    return directory.working() / fmt::format("replication-{}", replication);
  }

  std::vector<Outcome> simulate_all(const RunDirectory& directory) {
    const Task task = [&](std::size_t index, const std::function<void(double)>& report) {
      const auto replication = static_cast<std::int64_t>(index) + 1;
      fs::create_directory(part(directory, replication));
      ReplicationFiles files(part(directory, replication), replication, scenario().results);
      const auto periods = static_cast<double>(scenario().time.periods);
      simulate(scenario(), static_cast<std::uint64_t>(replication), files.recorder(),
               [&](std::int64_t period) { report(static_cast<double>(period) / periods); });
      files.close();
    };
    ProgressLine line(options_.progress, static_cast<std::size_t>(options_.replications));
    return run_forked(static_cast<std::size_t>(options_.replications), options_.jobs, task,
                      [&](double share, std::size_t finished) { line.show(share, finished); });
  }

  /// Says on standard error what went wrong, each message once.
  Exit report(const std::vector<Outcome>& outcomes) const {
    Exit code = Exit::ok;
    std::string last;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const Outcome& outcome = outcomes[i];
      if (outcome.kind == Outcome::Kind::finished) continue;
      if (outcome.kind == Outcome::Kind::interrupted && code == Exit::ok) code = Exit::interrupted;
      if (outcome.kind == Outcome::Kind::wrong_input) code = Exit::wrong_input;
      if (outcome.kind == Outcome::Kind::failed && code != Exit::wrong_input) code = Exit::failed;
      const std::string who = outcome.kind == Outcome::Kind::failed ? fmt::format("replication {}: ", i + 1) : "";
      if (!outcome.message.empty() && outcome.message != last) tell(fmt::format("ccmsim: error: {}{}\n", who, outcome.message));
      last = outcome.message;
    }
    const std::size_t finished = finished_of(outcomes).size();
    if (code == Exit::interrupted)
      tell(fmt::format("ccmsim: interrupted; {} of {} replications had finished{}\n", finished, outcomes.size(),
                       finished > 0 ? "; their results are kept" : ", so nothing is kept"));
    return code;
  }

  static std::vector<std::int64_t> finished_of(const std::vector<Outcome>& outcomes) {
    std::vector<std::int64_t> finished;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
      if (outcomes[i].kind == Outcome::Kind::finished) finished.push_back(static_cast<std::int64_t>(i) + 1);
    return finished;
  }

  void write_results(const RunDirectory& directory, const std::vector<std::int64_t>& finished) {
    std::vector<fs::path> parts;
    for (const std::int64_t replication : finished) parts.push_back(part(directory, replication));
    merge_replications(parts, directory.working());
    for (std::int64_t r = 1; r <= options_.replications; ++r) fs::remove_all(part(directory, r));
    rows_ = summarise(directory.working(), scenario().time.warm_up);
    write_text(directory.working() / "summary.csv", summary_csv(rows_, scenario().currency));
    write_text(directory.working() / "scenario.yaml", loaded_.text);
    write_text(directory.working() / "effective.yaml", loaded_.effective);
    write_manifest(directory.working(), loaded_, {options_.all_settings(), options_.replications, finished});
  }

  void show(const fs::path& target, std::size_t finished) const {
    try {
      if (options_.json)
        print(json_text(target, finished));
      else if (!options_.quiet)
        print(fmt::format("{}\n\n{}\nResults: {}\n", heading(finished), summary_text(rows_, scenario().currency), target.string()));
    } catch (const std::system_error& error) {
      throw std::system_error(
          error.code(), fmt::format("the results are in '{}', but the summary cannot be written to standard output", target.string()));
    }
  }

  [[nodiscard]] std::string heading(std::size_t finished) const {
    return fmt::format("{}\nseed {}, {} replication{}, {} periods of {:.6g} d{}", scenario().name, scenario().seed, finished,
                       finished == 1 ? "" : "s", scenario().time.periods, in_days(scenario().time.period),
                       scenario().time.warm_up > 0 ? fmt::format(", the first {} left out", scenario().time.warm_up) : "");
  }

  [[nodiscard]] std::string json_text(const fs::path& target, std::size_t finished) const {
    const nlohmann::ordered_json document = {{"directory", target.string()},
                                             {"scenario", scenario().name},
                                             {"seed", scenario().seed},
                                             {"replications", finished},
                                             {"outputs", summary_json(rows_, scenario().currency)}};
    return document.dump(2) + "\n";
  }

  [[nodiscard]] std::string plan_text() const {
    double per_period = 0;
    for (const SegmentSpec& segment : scenario().customers) per_period += potential_customers(demand_of(segment));
    return fmt::format(
        "{}\nseed {}, {} replications, {} periods of {:.6g} d\n{} customer segments, {} minifactories, about {:.0f} requests per replication\nNothing was simulated.\n",
        scenario().name, scenario().seed, options_.replications, scenario().time.periods, in_days(scenario().time.period),
        scenario().customers.size(), scenario().minifactories.size(), per_period * static_cast<double>(scenario().time.periods));
  }

  const RunOptions& options_;
  LoadedScenario loaded_;
  std::vector<SummaryRow> rows_;
};

std::optional<ProgressLine::Mode> mode_named(const std::string& word) {
  if (word == "auto") return ProgressLine::Mode::automatic;
  if (word == "plain") return ProgressLine::Mode::plain;
  if (word == "none") return ProgressLine::Mode::none;
  return std::nullopt;
}

CLI::Validator whole_number(std::int64_t low, std::int64_t high) {
  const auto complaint = [low, high](const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fits = error == std::errc() && end == text.data() + text.size() && value >= low && value <= high;
    return fits ? "" : fmt::format("expected a whole number from {} to {}, not {}", low, high, in_quotes(text));
  };
  return {complaint, ""};
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
  command->callback([options, &code] { code = Run(*options).execute(); });
}

}  // namespace ccm
