// What does one replication leave, and how do they become one?

#include "sim/commands/replication_parts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "analysis/measurements.hpp"
#include "sim/results/run_files.hpp"
#include "sim/simulation.hpp"

namespace fs = std::filesystem;

namespace ccm {

fs::path ReplicationParts::part(std::int64_t number) const { return directory_ / fmt::format("replication-{}", number); }

RunValues ReplicationParts::simulate(std::int64_t number, const std::vector<NamedOutput>& outputs, const Report& report) const {
  fs::remove_all(part(number));  // of an earlier attempt whose process was lost
  fs::create_directory(part(number));
  write_files(number, report);
  if (outputs.empty()) return {};
  SQLite::Database results((part(number) / "results.sqlite").string(), SQLite::OPEN_READONLY);
  return measure(results, outputs, scenario_.time.warm_up);
}

void ReplicationParts::write_files(std::int64_t number, const Report& report) const {
  ReplicationFiles files(part(number), number, tables_of(scenario_));
  const auto periods = static_cast<double>(scenario_.time.periods);
  ccm::simulate(scenario_, history_(number), files.recorder(), [&](std::int64_t period) { report(static_cast<double>(period) / periods); });
  files.close();
}

void ReplicationParts::merge(const std::vector<std::int64_t>& numbers) const {
  std::vector<fs::path> parts, all;
  for (const std::int64_t number : numbers) parts.push_back(part(number));
  for (const auto& entry : fs::directory_iterator(directory_)) all.push_back(entry.path());
  merge_replications(parts, directory_);
  for (const fs::path& one : all) fs::remove_all(one);
}

}  // namespace ccm
