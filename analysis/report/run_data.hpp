#pragma once
/// The data of a run's report.

#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/report/run_setting.hpp"

namespace ccm {

/// The value of the key `run` of a report (README.md of this folder), read from results.sqlite in the directory. Sections whose tables
/// were not kept are null or empty.     Tested by: tests/analysis/report_run_test.cpp.
[[nodiscard]] nlohmann::ordered_json run_data(const std::filesystem::path& directory, const RunSetting& setting);

}  // namespace ccm
