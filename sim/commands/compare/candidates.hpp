#pragma once
/// The scenarios that a comparison or a selection is among.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "sim/commands/command.hpp"
#include "sim/commands/experiment/scenario_runs.hpp"

namespace ccm {

/// What the user asked for.
struct CandidateOptions {
  std::vector<std::string> files;
  std::vector<std::string> changes;   // of --variant: each the first file with that setting
  std::vector<std::string> settings;  // of --set: for all
  std::optional<std::uint64_t> seed;
};

/// Adds FILE..., --variant, --set and --seed.
void add_candidate_options(CLI::App& command, CandidateOptions& options);

/// A scenario among others, which are numbered from 1.
struct Candidate {
  std::string change;  // "path=value"; empty for the file as it is
  Variant variant;
  LoadedScenario loaded;

  [[nodiscard]] const Scenario& scenario() const { return loaded.scenario; }
  /// "a.yaml", or "a.yaml with path=value".
  [[nodiscard]] std::string name() const;
};

/// The files, then the first file with each change, all with the seed of the first. Tells on standard error what users should know: seeds
/// that are not used, and times that differ. Throws ScenarioError for mistakes in the files and for different currencies,
/// CLI::ValidationError if there are fewer than two.
/// Tested by: tests/cli/compare_test.cpp.
[[nodiscard]] std::vector<Candidate> candidates_of(const CandidateOptions& options);

/// The outputs of those names, which all candidates must have. Throws ScenarioError.
[[nodiscard]] std::vector<NamedOutput> outputs_named(const std::vector<std::string>& names, const std::vector<Candidate>& candidates);

[[nodiscard]] std::vector<Variant> variants_of(const std::vector<Candidate>& candidates);

/// "1  a.yaml\n2  a.yaml with path=value\n", indented.
[[nodiscard]] std::string list_of(const std::vector<Candidate>& candidates);

/// "scenario 2, replication 7": a run in words.
[[nodiscard]] std::string in_words(RunId run);

}  // namespace ccm
