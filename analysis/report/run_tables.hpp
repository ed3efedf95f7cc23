#pragma once
/// The result tables of a run as the sections of a report read them.

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/report/run_setting.hpp"

namespace ccm::report {

using Json = nlohmann::ordered_json;

/// How many minifactories have series of their own.
inline constexpr std::int64_t minifactories_shown = 40;

/// An open results.sqlite. Tables that were not kept are there, empty. The temporary table `ranked` (name, rank) has the minifactories,
/// rank 1 with the highest revenue after the warm-up.
class RunTables {
 public:
  RunTables(const std::filesystem::path& directory, const RunSetting& setting);

  [[nodiscard]] const RunSetting& setting() const { return setting_; }
  [[nodiscard]] const std::vector<std::int64_t>& replications() const { return replications_; }
  /// The replication that is shown as it happened.
  [[nodiscard]] std::int64_t first() const { return replications_.empty() ? 1 : replications_.front(); }
  /// Customer types that occur, in the order in which they buy.
  [[nodiscard]] const std::vector<std::string>& types() const { return types_; }
  /// Names by rank.
  [[nodiscard]] const std::vector<std::string>& minifactories() const { return minifactories_; }

  [[nodiscard]] SQLite::Statement query(const std::string& sql) const { return {database_, sql}; }
  void execute(const std::string& sql) const { query(sql).exec(); }
  [[nodiscard]] bool has_rows(const std::string& table) const { return query("SELECT 1 FROM " + table + " LIMIT 1").executeStep(); }

 private:
  SQLite::Database database_;
  const RunSetting& setting_;
  std::vector<std::int64_t> replications_;
  std::vector<std::string> types_, minifactories_;
};

}  // namespace ccm::report
