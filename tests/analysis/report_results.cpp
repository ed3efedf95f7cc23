// Which results do tests of reports read?

#include "tests/analysis/report_results.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <type_traits>

#include "analysis/report/run_data.hpp"
#include "models/records.hpp"

namespace ccm::test {
namespace {

template <class R, class Value>
std::string defined(const Column<R, Value>& column) {
  if constexpr (std::is_same_v<Value, std::string_view>) return fmt::format(", \"{}\" TEXT DEFAULT ''", column.name);
  if constexpr (std::is_same_v<Value, std::int64_t>) return fmt::format(", \"{}\" INTEGER DEFAULT 0", column.name);
  if constexpr (std::is_same_v<Value, double>) return fmt::format(", \"{}\" REAL DEFAULT 0", column.name);
  return fmt::format(", \"{}\" REAL", column.name);
}

template <class Record>
void create(SQLite::Database& database) {
  const std::string columns = std::apply([](const auto&... column) { return (defined(column) + ...); }, Table<Record>::columns);
  database.exec(fmt::format("CREATE TABLE \"{}\" (replication INTEGER DEFAULT 1{})", Table<Record>::name, columns));
}

SQLite::Database opened(const std::string& path) { return {path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}; }

}  // namespace

HandMadeResults::HandMadeResults(const std::string& directory) : path_(directory + "/results.sqlite") {
  SQLite::Database database = opened(path_);
  std::apply([&](auto... record) { (create<decltype(record)>(database), ...); }, AllRecords());
}

void HandMadeResults::add(const std::string& table, const nlohmann::json& row) const {
  SQLite::Database database = opened(path_);
  std::string columns, marks;
  for (const auto& [column, value] : row.items()) {
    columns += fmt::format("{}\"{}\"", columns.empty() ? "" : ", ", column);
    marks += marks.empty() ? "?" : ", ?";
  }
  SQLite::Statement insertion(database, fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table, columns, marks));
  int index = 0;
  for (const auto& value : row)
    value.is_string() ? insertion.bind(++index, value.get<std::string>()) : insertion.bind(++index, value.get<double>());
  insertion.exec();
}

void HandMadeResults::execute(const std::string& sql) const { opened(path_).exec(sql); }

nlohmann::ordered_json HandMadeRun::data() const { return run_data(directory.path(), setting); }

RunSetting small_setting() {
  const std::array town{11.0, 46.0};
  return {.periods = 2,
          .period_d = 10,
          .currency = "CHF",
          .cloud_operator = {.name = "operator", .place = "town", .at = town},
          .minifactories = {{.name = "mill", .place = "town", .at = town}},
          .segments = {{.name = "takers", .type = "price_taker", .at = std::array{11.5, 46.25}}},
          .places = {{.name = "town", .at = town}}};
}

std::vector<double> numbers(const nlohmann::ordered_json& list) {
  std::vector<double> values;
  for (const auto& value : list) values.push_back(value.is_null() ? -1 : value.get<double>());
  return values;
}

}  // namespace ccm::test
