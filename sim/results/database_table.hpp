#pragma once
/// Result tables in an SQLite database.

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "models/records.hpp"

namespace ccm {

/// The rows of one kind of record. SQLite::Exception when the disk does not take them.
template <class Record>
class DatabaseTable {
 public:
  DatabaseTable(SQLite::Database& database, std::int64_t replication)
      : insert_(created(database), insertion()),
        texts_(std::tuple_size_v<decltype(Table<Record>::columns)> + 2),
        replication_(replication) {}

  void add(const Record& record) {
    int index = 0;
    insert_.bind(++index, replication_);
    std::apply([&](const auto&... column) { (bind(++index, record.*column.value), ...); }, Table<Record>::columns);
    insert_.exec();
    insert_.reset();
  }

 private:
  template <class Value>
  static const char* sql_type() {
    if constexpr (std::is_same_v<Value, std::int64_t>)
      return "INTEGER NOT NULL";
    else if constexpr (std::is_same_v<Value, double>)
      return "REAL NOT NULL";
    else if constexpr (std::is_same_v<Value, std::string_view>)
      return "TEXT NOT NULL";
    else
      return "REAL";
  }

  template <class R, class Value>
  static std::string definition(const Column<R, Value>& column) {
    return fmt::format(", \"{}\" {}", column.name, sql_type<Value>());
  }

  static SQLite::Database& created(SQLite::Database& database) {
    const std::string columns = std::apply([](const auto&... column) { return (definition(column) + ...); }, Table<Record>::columns);
    database.exec(fmt::format("CREATE TABLE \"{}\" (replication INTEGER NOT NULL{})", Table<Record>::name, columns));
    return database;
  }

  static std::string insertion() {
    std::string marks = "?";
    std::apply([&](const auto&... column) { ((marks += (static_cast<void>(column), ",?")), ...); }, Table<Record>::columns);
    return fmt::format("INSERT INTO \"{}\" VALUES ({})", Table<Record>::name, marks);
  }

  void bind(int index, std::int64_t value) { insert_.bind(index, value); }
  void bind(int index, double value) { insert_.bind(index, value); }
  void bind(int index, std::string_view text) { insert_.bindNoCopy(index, texts_[static_cast<std::size_t>(index)] = text); }
  void bind(int index, std::optional<double> value) { value ? insert_.bind(index, *value) : insert_.bind(index); }

  SQLite::Statement insert_;
  std::vector<std::string> texts_;  // of the row that is being written, by index
  std::int64_t replication_;
};

}  // namespace ccm
