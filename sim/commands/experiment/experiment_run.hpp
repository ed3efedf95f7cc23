#pragma once
/// An experiment from the command line: resume, run, analyse, write, show.

#include <cstdint>
#include <optional>
#include <string>
#include <thread>

#include "sim/commands/command.hpp"
#include "sim/commands/experiment/experiment_store.hpp"
#include "sim/commands/progress_line.hpp"

namespace ccm {

/// Pipes to workers that somebody else looks after (sim/mpi).
struct WorkerPipes {
  int answers = -1;
  int requests = -1;
  std::size_t workers = 1;
};

/// What the user asked for.
struct ExperimentOptions {
  std::string file;
  StudyChanges changes;
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::string> out;
  Shard shard;
  std::optional<std::size_t> interactions;
  bool force = false, json = false, quiet = false, dry_run = false, fail_fast = false, retry_failed = false, report = true;
  ProgressLine::Mode progress = ProgressLine::Mode::automatic;
  std::optional<WorkerPipes> pipes;
  bool relaunched = false;  // by a launcher whose workers were lost
};

/// Carries out what is left to do of the experiment and, unless it is a shard, analyses all. Throws ScenarioError, DirectoryError,
/// StoreError, or std::exception when the disk or standard output fails.     Tested by: tests/cli/experiment_test.cpp,
/// tests/cli/resume_test.cpp, tests/mpi/coordinator.py.
Exit run_experiment(const ExperimentOptions& options);

/// Simulates one run of the experiment alone and shows its outputs; leaves nothing.
Exit run_alone(const ExperimentOptions& options, RunId run);

}  // namespace ccm
