#pragma once
/// Means over replications with their intervals: one number, or one per period.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// {"mean", "low", "high", "n"} of independent replications; low and high are null for one, and all of it for none.
[[nodiscard]] Json interval(const std::vector<double>& values);
/// The intervals by group, of a query with the columns group, replication, value.
[[nodiscard]] std::map<std::string, Json> intervals(SQLite::Statement query);

/// {"mean": [...], "low": [...], "high": [...]} by group, for each quantity of a query with the columns group, replication, period,
/// quantities. A period has no value where no replication has one.     Tested by: tests/analysis/report_run_test.cpp.
[[nodiscard]] std::map<std::string, std::vector<Json>> bands(const RunTables& tables, const std::string& sql);
/// The bands of a query without groups, whose first column is ''.
[[nodiscard]] std::vector<Json> bands_of_all(const RunTables& tables, const std::string& sql);
/// The bands of a query grouped by customer type, as [{"type", name of the first quantity: Band, ...}, ...].
[[nodiscard]] Json bands_by_type(const RunTables& tables, const std::string& sql, const std::vector<std::string>& names);

}  // namespace ccm::report
