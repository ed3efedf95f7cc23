#pragma once
/// What is particular to the report of an experiment.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace ccm {

/// `experiment` of the report of a directory that `ccmsim experiment` left: its tables, and what the manifest says of design, factors and
/// outputs. Of a manifest that does not say it, the design is null, and factors and outputs are those of summary.csv. At most 20,000 rows
/// of summary.csv and 5,000 of runs.csv are kept.
/// Throws std::runtime_error if a file cannot be read.     Tested by: tests/analysis/report_test.cpp, tests/cli/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json experiment_data(const std::filesystem::path& directory, const nlohmann::ordered_json& manifest);

}  // namespace ccm
