// ccmsim experiment: which factors matter? And ccmsim work: its runs, for whoever asks over a pipe.

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <memory>

#include "sim/commands/experiment/experiment_run.hpp"
#include "sim/commands/shared_options.hpp"

namespace ccm {
namespace {

/// Numbers with one character between them: "2/4", "3,4,8".
std::vector<std::size_t> numbers_of(const std::string& text, char separator) {
  std::vector<std::size_t> numbers;
  const char* begin = text.data();
  const char* const end = begin + text.size();
  while (begin <= end) {
    std::size_t number = 0;
    const auto [rest, error] = std::from_chars(begin, end, number);
    if (error != std::errc() || (rest != end && *rest != separator)) return {};
    numbers.push_back(number);
    begin = rest + 1;
  }
  return numbers;
}

std::optional<Shard> shard_of(const std::string& text) {
  const auto numbers = numbers_of(text, '/');
  if (numbers.size() != 2 || numbers[0] < 1 || numbers[0] > numbers[1]) return std::nullopt;
  return Shard{numbers[0], numbers[1]};
}

/// The options that say what is run.
void add_study_options(CLI::App& command, const std::shared_ptr<ExperimentOptions>& options) {
  command.add_option("FILE", options->file, "Experiment file")->required();
  command.add_option("-r,--replications", options->changes.replications, "Runs per point, instead of the file's")
      ->type_name("N")
      ->check(whole_number(1, 1'000'000));
  add_seed_option(command, options->changes.seed, "Seed of all simulations, instead of the file's");
  add_set_option(command, options->changes.settings, "Change one key of the scenario at every point; may be repeated");
}

void add_run_options(CLI::App& command, const std::shared_ptr<ExperimentOptions>& options) {
  add_jobs_option(command, options->jobs);
  command.add_option("--out", options->out, "Directory of store and results (default: runs/NAME); an experiment that is there is resumed")
      ->type_name("DIR");
  command.add_flag("--force", options->force, "Start anew: remove the experiment that is there");
  command.add_flag("--fail-fast", options->fail_fast, "Stop at the first run that fails");
  command.add_flag("--retry-failed", options->retry_failed, "Run those again that failed");
  add_word_option(
      command, "--shard",
      [options](const std::string& text) {
        const auto shard = shard_of(text);
        if (shard) options->shard = *shard;
        return shard.has_value();
      },
      "Do part i of n only, e.g. in a job array; then the same command without --shard puts all together",
      "i/n, such as 2/4, with 1 <= i <= n", "I/N");
}

void add_view_options(CLI::App& command, const std::shared_ptr<ExperimentOptions>& options) {
  command
      .add_option("--interactions", options->interactions, "Highest order of interactions in the analysis of variance; the rest is error")
      ->type_name("N")
      ->check(whole_number(1, 26));
  command.add_flag("--json", options->json, "One JSON document on stdout instead of the tables");
  command.add_flag("-q,--quiet", options->quiet, "Nothing on stdout");
  command.add_flag("--dry-run", options->dry_run, "Check the experiment and show its points");
  add_report_option(command, options->report);
  add_progress_option(command, options->progress);
}

/// For sim/mpi: not for users.
void add_launcher_options(CLI::App& command, const std::shared_ptr<ExperimentOptions>& options) {
  command
      .add_option_function<std::string>(
          "--workers-at",
          [options](const std::string& text) {
            const auto numbers = numbers_of(text, ',');
            if (numbers.size() != 3) throw CLI::ValidationError("--workers-at", "expected IN,OUT,WORKERS");
            options->pipes = WorkerPipes{static_cast<int>(numbers[0]), static_cast<int>(numbers[1]), numbers[2]};
          },
          "")
      ->group("");
  command.add_flag("--relaunched", options->relaunched, "")->group("");
}

/// What --point and --replication name, when they are given.
struct Alone {
  std::size_t point = 0;
  std::int64_t replication = 1;
};

std::shared_ptr<Alone> add_alone_options(CLI::App& command) {
  const auto alone = std::make_shared<Alone>();
  CLI::Option* point = command.add_option("--point", alone->point, "Simulate only this point, and show its outputs")
                           ->type_name("P")
                           ->check(whole_number(1, std::numeric_limits<std::int64_t>::max()));
  command.add_option("--replication", alone->replication, "Which replication of the point; the first without one")
      ->type_name("R")
      ->needs(point)
      ->check(whole_number(1, 1'000'000));
  return alone;
}

std::shared_ptr<Alone> add_experiment_options(CLI::App& command, const std::shared_ptr<ExperimentOptions>& options) {
  add_study_options(command, options);
  add_run_options(command, options);
  add_view_options(command, options);
  add_launcher_options(command, options);
  return add_alone_options(command);
}

void refuse_contradiction(const ExperimentOptions& options) {
  if (options.force && !options.shard.whole())
    throw CLI::ValidationError("--force", "one shard cannot start anew what others share; remove the directory instead");
}

}  // namespace

void add_experiment(CLI::App& program, Exit& code) {
  const auto options = std::make_shared<ExperimentOptions>();
  CLI::App* command = program.add_subcommand("experiment", "Simulate the points of a design; analyse which factors matter; resumable");
  const auto alone = add_experiment_options(*command, options);
  command->footer(
      "Exit code 3 if some runs failed, 130 if interrupted; what has finished is kept, and the same command goes on.\nExamples:\n"
      "  ccmsim experiment scenarios/experiments/memory_and_effect.yaml\n"
      "  ccmsim experiment FILE --point 3 --replication 2\n  ccmsim experiment FILE --shard 1/4 --out results");
  command->callback([options, alone, &code] {
    refuse_contradiction(*options);
    code = alone->point > 0 ? run_alone(*options, {alone->point, alone->replication}) : run_experiment(*options);
  });
}

void add_work(CLI::App& program, Exit&) {
  const auto options = std::make_shared<ExperimentOptions>();
  CLI::App* command = program.add_subcommand("work", "Carry out runs of an experiment that are asked for on standard input")->group("");
  const auto ignored = add_experiment_options(*command, options);  // the launcher hands the same options to everybody
  command->callback([options, ignored] {
    const Study study(options->file, options->changes);
    serve_runs(study.model(), study.hash());
  });
}

}  // namespace ccm
