#pragma once
/// The outputs of each replication, read from result tables.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/outputs.hpp"

namespace SQLite {
class Database;
}

namespace ccm {

/// Values by replication, of those that have one: the mean of nothing is missing.
using ValuesByReplication = std::map<std::int64_t, double>;

/// The values of every output, by group; group "" is the whole run. Periods 1 .. warm_up are left out.
/// Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::map<const Output*, std::map<std::string, ValuesByReplication>> measure_all(SQLite::Database& results,
                                                                                              std::int64_t warm_up);

/// The values of named outputs in results of a single replication, in their order; empty where there is none.
/// Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::vector<std::optional<double>> measure(SQLite::Database& results, const std::vector<NamedOutput>& named,
                                                         std::int64_t warm_up);

/// The value of an output in each period from 1 to `periods`, in results of a single replication: what the output would be if the run were
/// that period alone. Empty where there is none, and everywhere for an output that counts over the whole run.
/// Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::vector<std::optional<double>> measure_periods(SQLite::Database& results, const NamedOutput& named, std::int64_t periods);

}  // namespace ccm
