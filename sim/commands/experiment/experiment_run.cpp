// What does an experiment do from its file to its results?

#include "sim/commands/experiment/experiment_run.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "sim/commands/experiment/conduct.hpp"
#include "sim/commands/experiment/experiment_page.hpp"
#include "sim/commands/report/report_document.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

fs::path directory_of(const ExperimentOptions& options) {
  return options.out ? fs::path(*options.out).lexically_normal() : fs::path("runs") / fs::path(options.file).stem();
}

class ExperimentRun {
 public:
  ExperimentRun(const ExperimentOptions& options, const Study& study)
      : options_(options), study_(study), store_(study, directory_of(options), options.shard, options.force && !options.relaunched) {}

  Exit execute() {
    if (!options_.relaunched) store_.forget_attempts();
    left_ = store_.remaining({.lost = !options_.relaunched, .failed = options_.retry_failed && !options_.relaunched});
    tell_what_is_there();
    const Conducted conducted = run_what_is_left();
    if (conducted == Conducted::all && options_.shard.whole()) return analyse();
    tell_what_is_kept(conducted);
    return code_of(conducted);
  }

 private:
  void tell_what_is_there() const {
    if (left_.foreign > 0)
      tell(
          fmt::format("ccmsim: {} runs of another version of this experiment or its scenario are kept, but do not count\n", left_.foreign));
    if (left_.finished + left_.failed > 0 && !left_.runs.empty())
      tell(fmt::format("ccmsim: resuming: {} of {} runs are there\n", left_.finished + left_.failed, study_.runs()));
  }

  [[nodiscard]] std::unique_ptr<Workforce> workforce() const {
    if (!options_.pipes) return local_workforce(options_.jobs, study_.model());
    return distant_workforce(options_.pipes->answers, options_.pipes->requests, options_.pipes->workers, study_.hash());
  }

  Conducted run_what_is_left() {
    if (left_.runs.empty()) return Conducted::all;
    const auto crew = workforce();
    remove_results(store_.directory());
    ProgressLine line(options_.progress, left_.runs.size(), "runs");
    const RunPlan plan{
        .next = [this] { return next(); },
        .hear = [this](const RunAnswer& answer) { hear(answer); },
        .progress =
            [&](double shares) { line.show((static_cast<double>(ended_) + shares) / static_cast<double>(left_.runs.size()), ended_); }};
    return conduct(*crew, plan, options_.fail_fast);
  }

  /// Suspects one at a time, so that the guilty one takes nobody with it.
  std::optional<RunId> next() {
    while (next_ < left_.runs.size()) {
      const bool suspect = next_ + left_.suspects >= left_.runs.size();
      if (suspect && next_ > ended_) return std::nullopt;
      const RunId run = left_.runs[next_++];
      if (!options_.pipes || store_.may_try(run)) return run;
      hear({run, {Outcome::Kind::lost, fmt::format("whoever had it in hands was lost, {} times", attempts_max)}, {}});
    }
    return std::nullopt;
  }

  void hear(const RunAnswer& answer) {
    ++ended_;
    if (answer.outcome.kind != Outcome::Kind::finished) ++failed_;
    store_.add(answer);
  }

  Exit analyse() {
    const ExperimentResults results = write_results(study_, store_, options_.interactions, options_.report);
    if (options_.json)
      print(experiment_json(study_, results, store_.directory()).dump(2) + "\n");
    else if (!options_.quiet)
      print(experiment_page(study_, results) + place_of_results(store_.directory(), options_.report));
    if (results.failures.empty()) return Exit::ok;
    tell(fmt::format("ccmsim: {} of {} runs failed\n", results.failures.size(), study_.runs()));
    return Exit::some_failed;
  }

  void tell_what_is_kept(Conducted conducted) const {
    const std::string_view why = conducted == Conducted::interrupted ? "interrupted"
                                 : conducted == Conducted::cut_short ? "a run failed"
                                                                     : "done";
    tell(fmt::format("ccmsim: {}; {} runs are kept in '{}'; {}\n", why, left_.finished + left_.failed + ended_, store_.directory().string(),
                     options_.shard.whole() ? "the same command goes on" : "without --shard the same command puts all shards together"));
  }

  [[nodiscard]] Exit code_of(Conducted conducted) const {
    if (conducted == Conducted::interrupted) return Exit::interrupted;
    return left_.failed + failed_ > 0 ? Exit::some_failed : Exit::ok;
  }

  const ExperimentOptions& options_;
  const Study& study_;
  ExperimentStore store_;
  RunsLeft left_;
  std::size_t next_ = 0, ended_ = 0, failed_ = 0;
};

std::string plan_text(const Study& study) {
  std::string text = experiment_heading(study) + "\n";
  constexpr std::size_t shown = 10;
  for (std::size_t point = 1; point <= std::min(study.points(), shown); ++point)
    text += fmt::format("  {:>3}  {}\n", point, study.text_of(point));
  if (study.points() > shown) text += fmt::format("  ... and {} more points\n", study.points() - shown);
  return text + fmt::format("\n{} runs. Nothing was simulated.\n", study.runs());
}

ResultTable table_of(const Study& study, RunId run, const RunAnswer& answer) {
  const RunRow row{{"", run.point, run.replication}, RunState::finished, "", answer.values};
  return {"run", run_head(study), {run_cells(study, row)}};
}

}  // namespace

Exit run_experiment(const ExperimentOptions& options) {
  const Study study(options.file, options.changes);
  if (options.dry_run) return print(plan_text(study)), Exit::ok;
  return ExperimentRun(options, study).execute();
}

Exit run_alone(const ExperimentOptions& options, RunId run) {
  const Study study(options.file, options.changes);
  if (run.point > study.points())
    throw ScenarioError({{study.experiment().where, fmt::format("there is no point {}", run.point),
                          fmt::format("The design has {} points.", study.points())}});
  std::optional<RunAnswer> answer;
  bool given = false;
  const RunPlan plan{.next = [&] { return std::exchange(given, true) ? std::nullopt : std::optional(run); },
                     .hear = [&](const RunAnswer& heard) { answer = heard; }};
  if (conduct(*local_workforce(1, study.model()), plan) != Conducted::all) return Exit::interrupted;
  if (answer->outcome.kind != Outcome::Kind::finished) {
    tell(fmt::format("ccmsim: error: {}\n", answer->outcome.message));
    return answer->outcome.kind == Outcome::Kind::wrong_input ? Exit::wrong_input : Exit::failed;
  }
  const ResultTable table = table_of(study, run, *answer);
  print(options.json ? to_json(table).front().dump(2) + "\n" : to_csv(table));
  return Exit::ok;
}

}  // namespace ccm
