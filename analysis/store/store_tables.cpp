// Which tables does a store of runs have, and how do runs stand in them?

#include "analysis/store/store_tables.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ccm {
namespace {

std::string in_quotes_of_sql(const std::string& name) { return fmt::format("\"{}\"", name); }

constexpr std::array states{RunState::finished, RunState::failed, RunState::lost};

RunState state_named(const std::string& name) {
  const auto* const found = std::ranges::find(states, name, [](RunState state) { return name_of(state); });
  return found == states.end() ? RunState::failed : *found;
}

}  // namespace

void make_tables(SQLite::Database& database, const std::string& schema) {
  constexpr const char* key = "scenario_sha256 TEXT NOT NULL, point INTEGER NOT NULL, replication INTEGER NOT NULL";
  constexpr const char* keyed = "PRIMARY KEY (point, replication, scenario_sha256)) WITHOUT ROWID";
  database.exec(fmt::format("CREATE TABLE IF NOT EXISTS {}.store (made_by TEXT NOT NULL)", schema));
  database.exec(
      fmt::format("CREATE TABLE IF NOT EXISTS {}.runs ({}, state TEXT NOT NULL CHECK (state IN ('finished', 'failed', 'lost')), "
                  "message TEXT NOT NULL, {}",
                  schema, key, keyed));
  database.exec(fmt::format("CREATE TABLE IF NOT EXISTS {}.attempts ({}, attempts INTEGER NOT NULL, {}", schema, key, keyed));
}

std::vector<std::string> value_columns(const SQLite::Database& database) {
  std::vector<std::string> names;
  SQLite::Statement columns(database, "SELECT name FROM pragma_table_info('runs') ORDER BY cid");
  while (columns.executeStep()) names.push_back(columns.getColumn(0).getString());
  names.erase(names.begin(), names.begin() + key_columns);
  return names;
}

void add_column(SQLite::Database& database, const std::string& schema, const std::string& output) {
  database.exec(fmt::format("ALTER TABLE {}.runs ADD COLUMN {} REAL", schema, in_quotes_of_sql(output)));
}

void add_missing_columns(SQLite::Database& database, const std::vector<std::string>& outputs) {
  const auto known = value_columns(database);
  for (const std::string& output : outputs)
    if (std::ranges::find(known, output) == known.end()) add_column(database, "main", output);
}

std::string column_list(const std::vector<std::string>& outputs) {
  std::string list = "scenario_sha256, point, replication, state, message";
  for (const std::string& output : outputs) list += ", " + in_quotes_of_sql(output);
  return list;
}

std::string insertion(const std::vector<std::string>& outputs) {
  std::string marks = "?, ?, ?, ?, ?";
  for (std::size_t i = 0; i < outputs.size(); ++i) marks += ", ?";
  return fmt::format("INSERT OR REPLACE INTO runs ({}) VALUES ({})", column_list(outputs), marks);
}

void bind_key(SQLite::Statement& statement, const RunKey& key) {
  statement.bind(1, key.scenario_sha256);
  statement.bind(2, static_cast<std::int64_t>(key.point));
  statement.bind(3, key.replication);
}

RunKey key_of(SQLite::Statement& query) {
  return {query.getColumn(0).getString(), static_cast<std::size_t>(query.getColumn(1).getInt64()), query.getColumn(2).getInt64()};
}

RunRow row_of(SQLite::Statement& query, std::size_t values) {
  RunRow row{key_of(query), state_named(query.getColumn(3).getString()), query.getColumn(4).getString(), {}};
  for (std::size_t i = 0; i < values; ++i) {
    const auto cell = query.getColumn(static_cast<int>(i) + key_columns);
    row.values.push_back(cell.isNull() ? std::nullopt : std::optional(cell.getDouble()));
  }
  return row;
}

}  // namespace ccm
