#pragma once
/// A run of a scenario from the command line: simulate, write, sum up, show.

#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sim/commands/command.hpp"
#include "sim/commands/progress_line.hpp"

namespace ccm {

/// What the user asked for.
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

  /// Those of --set, and of --seed after them.
  [[nodiscard]] std::vector<std::string> all_settings() const {
    auto all = settings;
    if (seed) all.push_back("seed=" + std::to_string(*seed));
    return all;
  }
};

/// Simulates the replications, leaves a run directory, and prints the summary. What has finished is kept when others fail or the user
/// interrupts. Throws ScenarioError, DirectoryError, or std::exception when the disk or standard output fails.
Exit run_scenario(const RunOptions& options);

}  // namespace ccm
