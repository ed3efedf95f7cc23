// Which replications, customer types and minifactories are there?

#include "analysis/report/run_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/demand/customer_type.hpp"
#include "models/records.hpp"

namespace ccm::report {
namespace {

template <class Record>
void create_if_missing(SQLite::Database& database) {
  const std::string name(Table<Record>::name);
  if (database.tableExists(name)) return;
  const std::string columns =
      std::apply([](const auto&... column) { return (fmt::format(", \"{}\"", column.name) + ...); }, Table<Record>::columns);
  database.exec(fmt::format("CREATE TEMP TABLE \"{}\" (replication{})", name, columns));
}

SQLite::Database opened(const std::filesystem::path& directory) {
  SQLite::Database database((directory / "results.sqlite").string(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
  std::apply([&](auto... record) { (create_if_missing<decltype(record)>(database), ...); }, AllRecords());
  return database;
}

std::vector<std::int64_t> replications_in(const RunTables& tables) {
  std::vector<std::int64_t> numbers;
  SQLite::Statement query = tables.query("SELECT replication FROM segments UNION SELECT replication FROM periods ORDER BY 1");
  while (query.executeStep()) numbers.push_back(query.getColumn(0).getInt64());
  return numbers;
}

std::vector<std::string> texts(SQLite::Statement query) {
  std::vector<std::string> found;
  while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  return found;
}

std::vector<std::string> types_in(const RunTables& tables) {
  const auto found = texts(tables.query("SELECT DISTINCT customer_type FROM segments"));
  std::vector<std::string> types;
  for (const std::string_view type : customer_type_names)
    if (std::ranges::find(found, type) != found.end()) types.emplace_back(type);
  return types;
}

void rank_minifactories(const RunTables& tables) {
  tables.execute("CREATE TEMP TABLE ranked (name TEXT PRIMARY KEY, rank INTEGER)");
  tables.execute(
      fmt::format("INSERT INTO ranked SELECT minifactory, ROW_NUMBER() OVER (ORDER BY SUM(IIF(period > {}, revenue, 0)) DESC, minifactory) "
                  "FROM periods GROUP BY minifactory",
                  tables.setting().warm_up));
}

}  // namespace

RunTables::RunTables(const std::filesystem::path& directory, const RunSetting& setting) : database_(opened(directory)), setting_(setting) {
  replications_ = replications_in(*this);
  types_ = types_in(*this);
  rank_minifactories(*this);
  minifactories_ = texts(query("SELECT name FROM ranked ORDER BY rank"));
}

}  // namespace ccm::report
