#pragma once
/// What an experiment was, for its manifest.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

#include "sim/commands/experiment/factorial_results.hpp"

namespace ccm {

/// Writes experiment.yaml, and scenario.yaml if there is one, so that `ccmsim experiment experiment.yaml` makes it again there.
void write_experiment_files(const std::filesystem::path& directory, const Study& study);

/// The member `experiment` of the manifest: name, files, design, factors, outputs, what the command line changed, what is to be said of the
/// analysis, and the hash of all that the runs depend on.
[[nodiscard]] nlohmann::ordered_json experiment_record(const Study& study, const StudyAnalysis& analysis,
                                                       std::optional<std::size_t> interactions);

}  // namespace ccm
