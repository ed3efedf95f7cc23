#pragma once
/// What made a run, and what it made: enough to repeat it and to see whether a file was changed since.

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace ccm {

/// The half-width that the replications were added for.
struct WidthIdentity {
  std::string half_width;  // as text: "5 %"
  std::vector<std::string> outputs;
  std::int64_t replications_max = 0;
  bool reached = false;
};

/// The command that made the run, as far as it shapes the results: not --jobs, not --out, not the time of day.
struct RunIdentity {
  std::string command;                 // "run" or "plan"
  std::vector<std::string> settings;   // of --set and --seed, in order
  std::int64_t replications = 1;       // asked for, with a half-width at least
  std::vector<std::int64_t> finished;  // numbers of those that are in the results
  std::optional<WidthIdentity> width;
};

/// Writes manifest.json into the directory, with SHA-256 hashes of every other file in it but report.html, which is made of them and says
/// nothing of its own.
void write_manifest(const std::filesystem::path& directory, const LoadedScenario& loaded, const RunIdentity& identity);

/// The same for other commands: the members of `identity` say which made the directory, and from what.
void write_manifest(const std::filesystem::path& directory, const nlohmann::ordered_json& identity);

/// The version of this program, and of the libraries it runs with, one per line.
[[nodiscard]] std::string version_text();

}  // namespace ccm
