// What does a run do from the scenario file to the summary?

#include "sim/commands/scenario_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/summary.hpp"
#include "scenarios/load.hpp"
#include "sim/campaign.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/run_files.hpp"
#include "sim/results/text_file.hpp"
#include "sim/simulation.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

class Run {
 public:
  explicit Run(const RunOptions& options) : options_(options), loaded_(load_scenario(options.file, options.all_settings())) {}

  Exit execute() {
    if (options_.dry_run) return print(plan_text()), Exit::ok;
    RunDirectory directory(options_.out, fs::path(options_.file).stem().string(), options_.force);
    for (const std::string& leftover : directory.removed_leftovers())
      tell(fmt::format("ccmsim: removed '{}', left by a run that was killed\n", leftover));
    const auto outcomes = simulate_all(directory);
    report(outcomes);
    if (const auto finished = finished_of(outcomes); !finished.empty()) {
      write_results(directory, finished);
      directory.publish();
      show(directory.target(), finished.size());
    }
    return code_of(outcomes);
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
      ReplicationFiles files(part(directory, replication), replication, tables_of(scenario()));
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
  static void report(const std::vector<Outcome>& outcomes) {
    std::string last;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const Outcome& outcome = outcomes[i];
      const std::string who = outcome.kind == Outcome::Kind::failed ? fmt::format("replication {}: ", i + 1) : "";
      if (!outcome.message.empty() && outcome.message != last) tell(fmt::format("ccmsim: error: {}{}\n", who, outcome.message));
      last = outcome.message;
    }
    if (code_of(outcomes) != Exit::interrupted) return;
    const std::size_t finished = finished_of(outcomes).size();
    tell(fmt::format("ccmsim: interrupted; {} of {} replications had finished{}\n", finished, outcomes.size(),
                     finished > 0 ? "; their results are kept" : ", so nothing is kept"));
  }

  /// The worst of the outcomes.
  static Exit code_of(const std::vector<Outcome>& outcomes) {
    const auto any = [&](Outcome::Kind kind) { return std::ranges::find(outcomes, kind, &Outcome::kind) != outcomes.end(); };
    if (any(Outcome::Kind::wrong_input)) return Exit::wrong_input;
    if (any(Outcome::Kind::failed)) return Exit::failed;
    return any(Outcome::Kind::interrupted) ? Exit::interrupted : Exit::ok;
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

}  // namespace

Exit run_scenario(const RunOptions& options) { return Run(options).execute(); }

}  // namespace ccm
