#pragma once
/// What made a run, and what it made: enough to repeat it and to see whether a file was changed since.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace ccm {

/// The command that made the run, as far as it shapes the results: not --jobs, not --out, not the time of day.
struct RunIdentity {
  std::vector<std::string> settings;   // of --set and --seed, in order
  std::int64_t replications = 1;       // asked for
  std::vector<std::int64_t> finished;  // numbers of those that are in the results
};

/// Writes manifest.json into the directory, with SHA-256 hashes of every other file in it.
void write_manifest(const std::filesystem::path& directory, const LoadedScenario& loaded, const RunIdentity& identity);

/// The version of this program, and of the libraries it runs with, one per line.
[[nodiscard]] std::string version_text();

}  // namespace ccm
