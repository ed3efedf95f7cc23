#pragma once
/// A run of a scenario from the command line: simulate, write, sum up, show.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sim/commands/agenda.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/precision.hpp"
#include "sim/commands/progress_line.hpp"
#include "sim/commands/replication_parts.hpp"

namespace ccm {

/// What the user asked for.
struct RunOptions {
  std::string file;
  std::optional<std::uint64_t> seed;
  std::int64_t replications = 1;      // with a half-width at least so many
  std::vector<std::int64_t> numbers;  // these replications, rising, instead of the first ones
  History history = plain_history;
  PrecisionOptions precision;
  std::int64_t replications_max = 1000;  // with a half-width at most so many
  std::size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::string> out;
  bool force = false;
  std::vector<std::string> settings;
  bool json = false, quiet = false, dry_run = false, report = true;
  ProgressLine::Mode progress = ProgressLine::Mode::automatic;

  /// Those of --set, and of --seed after them.
  [[nodiscard]] std::vector<std::string> all_settings() const {
    auto all = settings;
    if (seed) all.push_back("seed=" + std::to_string(*seed));
    return all;
  }
  /// As many as are simulated at least: three tell a half-width.
  [[nodiscard]] std::int64_t replications_min() const {
    return precision.half_width ? std::max<std::int64_t>(3, replications) : replications;
  }
  /// The replications to simulate; with a half-width, those that there may be.
  [[nodiscard]] std::vector<std::int64_t> all_numbers() const {
    return numbers.empty() ? numbers_between(1, precision.half_width ? replications_max : replications) : numbers;
  }
};

/// Simulates the replications, leaves a run directory, and prints the summary. What has finished is kept when others fail or the user
/// interrupts. Throws ScenarioError, DirectoryError, or std::exception when the disk or standard output fails.
Exit run_scenario(const RunOptions& options);

}  // namespace ccm
