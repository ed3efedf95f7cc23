#pragma once
/// Runs of scenarios that leave their outputs only: what experiments and comparisons are made of.

#include <map>
#include <string>
#include <vector>

#include "analysis/outputs.hpp"
#include "scenarios/experiments/experiment.hpp"
#include "scenarios/load.hpp"
#include "sim/commands/experiment/workforce.hpp"

namespace ccm {

/// A scenario file with changes.
struct Variant {
  std::string file;
  std::vector<std::string> settings;  // "path=value", in order
};

/// Which histories the replications of several variants have.
struct Chances {
  Chance chance = Chance::common;
  bool antithetic = false;
};

/// The history of a replication of a variant, both numbered from 1. By common chance replication r of every variant has the same one;
/// independent ones are told apart by the number. Throws ModelError for replications beyond 1,000,000.
[[nodiscard]] Replication replication_of(RunId run, const Chances& chances);

/// The outputs of those names. Throws ScenarioError for a name that is no output, or a group that the scenario does not have.
/// Tested by: tests/errors/experiment_messages_test.cpp.
[[nodiscard]] std::vector<NamedOutput> named_outputs(const std::vector<Located>& names, const Scenario& scenario);

/// Simulates variants; the point of a run is the number of the variant.
class ScenarioRuns {
 public:
  /// Reads every file once, to notice when one changes. Throws ScenarioError if one cannot be read.
  ScenarioRuns(std::vector<Variant> variants, std::vector<NamedOutput> outputs, Chances chances);

  /// Simulates a run in this process. Throws ScenarioError or PlatformError if the variant is none, std::runtime_error if its file changed.
  [[nodiscard]] RunValues operator()(RunId run, const Report& report) const;

  /// What a run of the variant depends on, beside the program.
  [[nodiscard]] std::string fingerprint(std::size_t point) const;

 private:
  std::vector<Variant> variants_;
  std::vector<NamedOutput> outputs_;
  Chances chances_;
  std::map<std::string, std::string> texts_;         // by file
  std::map<std::string, std::string> fingerprints_;  // by file: of what it and the files that it names say
};

}  // namespace ccm
