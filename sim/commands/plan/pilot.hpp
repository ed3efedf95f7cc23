#pragma once
/// Pilot runs: a few replications of a scenario, of which outputs are kept as a whole and period by period.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/outputs.hpp"
#include "scenarios/scenario.hpp"
#include "sim/commands/experiment/conduct.hpp"
#include "sim/commands/experiment/workforce.hpp"
#include "sim/commands/progress_line.hpp"
#include "sim/commands/run_outcomes.hpp"

namespace ccm {

/// A value per period, empty where there is none.
using PeriodSeries = std::vector<std::optional<double>>;

/// What one replication gives.
struct PilotRun {
  RunValues values;                  // of each output, after the scenario's warm-up
  std::vector<PeriodSeries> series;  // of each output, from the first period on
};

/// What pilot runs ended with; `runs` is in their order, and complete if `code` is ok.
struct Pilot {
  std::vector<PilotRun> runs;
  Exit code = Exit::ok;
};

/// Simulates replications 1 .. count in processes of their own, and says on standard error what went wrong.
[[nodiscard]] Pilot run_pilot(const Scenario& scenario, const std::vector<NamedOutput>& outputs, std::int64_t count, std::size_t jobs,
                              ProgressLine::Mode progress);

/// What one replication with all its tables takes.
struct RunCost {
  double wall_s = 0;
  double cpu_s = 0;
  double bytes = 0;
};

/// Measures replication 1 in a process of its own, with files in the directory that are removed at once. Nothing if the user interrupts.
/// Throws std::runtime_error if it fails.
[[nodiscard]] std::optional<RunCost> measured_cost(const Scenario& scenario, const std::filesystem::path& directory);

}  // namespace ccm
