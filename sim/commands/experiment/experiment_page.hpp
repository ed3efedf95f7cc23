#pragma once
/// What an experiment shows on standard output.

#include "sim/commands/experiment/experiment_files.hpp"

namespace ccm {

/// "Do memories pay?", its design, points, replications and factors.
[[nodiscard]] std::string experiment_heading(const Study& study);

/// The heading, failures, and the analysis of the main output (the others are in the files).
[[nodiscard]] std::string experiment_page(const Study& study, const ExperimentResults& results);

[[nodiscard]] nlohmann::ordered_json experiment_json(const Study& study, const ExperimentResults& results,
                                                     const std::filesystem::path& directory);

}  // namespace ccm
