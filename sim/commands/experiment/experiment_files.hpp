#pragma once
/// The files that a complete experiment leaves beside its store.

#include "sim/commands/experiment/factorial_results.hpp"

namespace ccm {

/// What came out of an experiment.
struct ExperimentResults {
  std::size_t finished = 0;
  std::vector<RunRow> failures;
  ResultTable summary;
  StudyAnalysis analysis;
};

/// Reads the store, writes runs.csv on the way, then summary.csv, one file per table of the analysis, experiment.yaml and scenario.yaml,
/// and manifest.json. Each file appears whole or not at all, the manifest last: without it the directory is that of an experiment under
/// way. Then comes the report, if it is wanted.
[[nodiscard]] ExperimentResults write_results(const Study& study, ExperimentStore& store, std::optional<std::size_t> interactions,
                                              bool report);

/// Removes the files, since there is more to come.
void remove_results(const std::filesystem::path& directory);

}  // namespace ccm
