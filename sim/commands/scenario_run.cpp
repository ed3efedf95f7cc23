// What does a run do from the scenario file to the summary?

#include "sim/commands/scenario_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "analysis/learning_gaps.hpp"
#include "analysis/summary.hpp"
#include "scenarios/load.hpp"
#include "sim/commands/experiment/conduct.hpp"
#include "sim/commands/report/report_document.hpp"
#include "sim/commands/run_outcomes.hpp"
#include "sim/commands/run_page.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

class Run {
 public:
  explicit Run(const RunOptions& options)
      : options_(options),
        loaded_(load_scenario(options.file, options.all_settings())),
        outputs_(outputs_wanted()),
        agenda_(options.all_numbers(), rule()) {}

  Exit execute() {
    if (options_.dry_run) return print(dry_run_page(scenario(), options_)), Exit::ok;
    RunDirectory directory(options_.out, fs::path(options_.file).stem().string(), options_.force);
    for (const std::string& leftover : directory.removed_leftovers())
      tell(fmt::format("ccmsim: removed '{}', left by a run that was killed\n", leftover));
    simulate_all({scenario(), directory.working(), options_.history});
    return finish(directory);
  }

 private:
  [[nodiscard]] const Scenario& scenario() const { return loaded_.scenario; }

  [[nodiscard]] std::vector<NamedOutput> outputs_wanted() const {
    if (!options_.precision.half_width) return {};
    return precise_outputs(options_.precision.outputs, scenario());
  }

  [[nodiscard]] std::optional<ReplicationRuleOptions> rule() const {
    if (!options_.precision.half_width) return std::nullopt;
    return ReplicationRuleOptions{.outputs = for_each_output(*options_.precision.half_width, outputs_.size()),
                                  .minimum = static_cast<std::size_t>(options_.replications_min()),
                                  .maximum = static_cast<std::size_t>(options_.replications_max)};
  }

  void simulate_all(const ReplicationParts& parts) {
    const auto workforce =
        local_workforce(options_.jobs, [&](RunId run, const Report& report) { return parts.simulate(run.replication, outputs_, report); });
    ProgressLine line(options_.progress, agenda_.expected());
    const Conducted conducted = conduct(*workforce,
                                        {[&] { return agenda_.next(); }, [&](const RunAnswer& answer) { hear(answer); },
                                         [&](double shares) { show_progress(line, shares); }},
                                        options_.precision.half_width.has_value());
    interrupted_ = conducted == Conducted::interrupted && !agenda_.complete();
  }

  void hear(const RunAnswer& answer) {
    outcomes_.add(answer.run.replication, answer.outcome);
    if (answer.outcome.kind == Outcome::Kind::finished) agenda_.hear(answer.run.replication, answer.values);
  }

  void show_progress(ProgressLine& line, double shares) const {
    const std::size_t done = outcomes_.count(), expected = std::max(agenda_.expected(), done);
    line.expect(expected);
    line.show(std::min(1.0, (static_cast<double>(done) + shares) / static_cast<double>(expected)), agenda_.kept().size());
  }

  Exit finish(RunDirectory& directory) {
    const auto kept = agenda_.kept();
    outcomes_.tell_mistakes();
    if (interrupted_) tell_interruption(kept.size());
    if (!kept.empty()) {
      RunResult result{directory.target().string(), options_.report, kept, {}, precision()};
      write_results(directory.working(), result);
      directory.publish();
      show(result);
    }
    return code();
  }

  [[nodiscard]] std::optional<ReachedPrecision> precision() const {
    if (!options_.precision.half_width) return std::nullopt;
    return ReachedPrecision{*options_.precision.half_width, outputs_, agenda_.precision(), agenda_.reached()};
  }

  void tell_interruption(std::size_t finished) const {
    const std::string of = options_.precision.half_width ? "" : fmt::format(" of {}", options_.all_numbers().size());
    tell(fmt::format("ccmsim: interrupted; {}{} replications had finished{}\n", finished, of,
                     finished > 0 ? "; their results are kept" : ", so nothing is kept"));
  }

  [[nodiscard]] Exit code() const {
    if (outcomes_.code() != Exit::ok) return outcomes_.code();
    if (interrupted_) return Exit::interrupted;
    return options_.precision.half_width && !agenda_.reached() ? Exit::some_failed : Exit::ok;
  }

  void write_results(const fs::path& directory, RunResult& result) const {
    ReplicationParts(scenario(), directory).merge(result.replications);
    result.rows = summarise(directory, scenario().time.warm_up);
    result.gaps = learning_gaps(directory);
    write_text(directory / "summary.csv", summary_csv(result.rows, scenario().currency));
    write_text(directory / "scenario.yaml", loaded_.text);
    write_text(directory / "effective.yaml", loaded_.effective);
    const auto asked = options_.numbers.empty() ? options_.replications_min() : static_cast<std::int64_t>(options_.numbers.size());
    write_manifest(directory, loaded_, {"run", options_.all_settings(), asked, result.replications, width_identity()});
    if (options_.report) write_report(directory, loaded_.as_written());
  }

  [[nodiscard]] std::optional<WidthIdentity> width_identity() const {
    if (!options_.precision.half_width) return std::nullopt;
    WidthIdentity width{text_of(*options_.precision.half_width), {}, options_.replications_max, agenda_.reached()};
    for (const NamedOutput& output : outputs_) width.outputs.push_back(output.name());
    return width;
  }

  void show(const RunResult& result) const {
    try {
      if (options_.json)
        print(run_json(scenario(), result));
      else if (!options_.quiet)
        print(run_page(scenario(), result));
    } catch (const std::system_error& error) {
      throw std::system_error(
          error.code(), fmt::format("the results are in '{}', but the summary cannot be written to standard output", result.directory));
    }
    if (code() == Exit::some_failed) tell(shortfall_text(*result.precision, scenario().currency));
  }

  const RunOptions& options_;
  LoadedScenario loaded_;
  std::vector<NamedOutput> outputs_;  // that the replications are added for
  Agenda agenda_;
  RunOutcomes outcomes_;
  bool interrupted_ = false;
};

}  // namespace

Exit run_scenario(const RunOptions& options) { return Run(options).execute(); }

}  // namespace ccm
