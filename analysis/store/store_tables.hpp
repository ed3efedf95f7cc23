#pragma once
/// The tables of a store of runs, in SQL.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "analysis/store/run_store.hpp"

namespace ccm {

constexpr int key_columns = 5;  // of what comes before the values of a run

/// In the database of that schema name: "main", or the name of an attached one.
void make_tables(SQLite::Database& database, const std::string& schema);
void add_column(SQLite::Database& database, const std::string& schema, const std::string& output);

/// The outputs that have a column.
[[nodiscard]] std::vector<std::string> value_columns(const SQLite::Database& database);
void add_missing_columns(SQLite::Database& database, const std::vector<std::string>& outputs);

/// The columns of a run with these outputs, and the statement that adds one.
[[nodiscard]] std::string column_list(const std::vector<std::string>& outputs);
[[nodiscard]] std::string insertion(const std::vector<std::string>& outputs);
/// The key takes the first three marks of a statement.
void bind_key(SQLite::Statement& statement, const RunKey& key);

/// A run from the columns of a query, which begin with those of column_list.
[[nodiscard]] RunKey key_of(SQLite::Statement& query);
[[nodiscard]] RunRow row_of(SQLite::Statement& query, std::size_t values);

}  // namespace ccm
