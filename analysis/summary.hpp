#pragma once
/// The summary of a run: every output with its confidence interval.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/outputs.hpp"
#include "analysis/statistics.hpp"

namespace ccm {

/// One output over the replications, for all of the run or for one group of its breakdown.
struct SummaryRow {
  const Output* output = nullptr;
  std::string group;  // empty: all
  Estimate estimate;
};

/// Reads results.sqlite in the directory. Periods 1 .. warm_up are left out. An output that no replication has (the mean of nothing)
/// has no row.     Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::vector<SummaryRow> summarise(const std::filesystem::path& directory, std::int64_t warm_up);

/// summary.csv: output, breakdown, group, unit, mean, sd, n, ci95_low, ci95_high.
[[nodiscard]] std::string summary_csv(const std::vector<SummaryRow>& rows, const std::string& currency);

/// The summary for a terminal: the whole run, then by customer type.
[[nodiscard]] std::string summary_text(const std::vector<SummaryRow>& rows, const std::string& currency);

/// The summary as a JSON list.
[[nodiscard]] nlohmann::ordered_json summary_json(const std::vector<SummaryRow>& rows, const std::string& currency);

}  // namespace ccm
