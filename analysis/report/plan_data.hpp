#pragma once
/// What is particular to the report of pilot runs.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ccm {

/// `plan` of the report of a directory that `ccmsim plan` left: plan.csv and replications.csv. `cut` is the number of periods before the
/// output's cut, and `too_short` whether it lies at the end of what MSER-5 looks at, so that no steady state was seen; both are null for a
/// series that has no cut.
/// Throws std::runtime_error if a file cannot be read.     Tested by: tests/analysis/report_test.cpp, tests/cli/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json plan_data(const std::filesystem::path& directory, const nlohmann::ordered_json& manifest,
                                               const std::string& currency);

}  // namespace ccm
