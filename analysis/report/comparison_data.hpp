#pragma once
/// What is particular to the report of scenarios side by side.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ccm {

/// `comparison` of the report of a directory that `ccmsim compare` left: comparison.csv, runs.csv and what the manifest says of them.
/// Throws std::runtime_error if a file cannot be read.     Tested by: tests/analysis/report_test.cpp, tests/cli/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json comparison_data(const std::filesystem::path& directory, const nlohmann::ordered_json& manifest,
                                                     const std::string& currency);

/// `selection`, of a directory that `ccmsim select` left: selection.csv and runs.csv.
[[nodiscard]] nlohmann::ordered_json selection_data(const std::filesystem::path& directory, const nlohmann::ordered_json& manifest,
                                                    const std::string& currency);

}  // namespace ccm
