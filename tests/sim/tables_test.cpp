// Do facts survive their way into the CSV files and the database?

#include <catch2/catch.hpp>
#include <limits>
#include <sstream>

#include "sim/results/csv_table.hpp"
#include "sim/results/database_table.hpp"
#include "sim/results/run_files.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

const std::vector<double> awkward{0.1, 1.0 / 3, 1e-300, -2.5e300, 5e-324, 123456789.123456789, std::numeric_limits<double>::max(), 0.0};

std::vector<std::string> cells_of_last_line(const std::string& text) {
  const std::size_t begin = text.rfind('\n', text.size() - 2) + 1;
  std::istringstream line(text.substr(begin, text.size() - begin - 1));
  std::vector<std::string> cells;
  for (std::string cell; std::getline(line, cell, ',');) cells.push_back(cell);
  return cells;
}

}  // namespace

TEST_CASE("a CSV file has a header, and an empty cell where there is no value") {
  const TemporaryDirectory directory;
  CsvTable<QuoteRecord> table(directory.path(), 7);
  table.add({.request = 12, .minifactory = "f1", .called_at_d = 0.5, .answer = "none"});
  table.close();
  CHECK(file_text(directory / "quotes.csv") ==
        "replication,request,minifactory,round,called_at_d,answer,answered_at_d,price,promised_at_d,stage,units,load_h,co2_kg,"
        "reliability,chosen\n7,12,f1,1,0.5,none,,,,,,,,0,0\n");
}

TEST_CASE("numbers in a CSV file read back exactly") {
  const TemporaryDirectory directory;
  for (const double value : awkward) {
    CsvTable<AccountRecord> table(directory.path(), 1);
    table.add({.account = "a", .role = "b", .paid = value, .received = -value});
    table.close();
    const auto cells = cells_of_last_line(file_text(directory / "accounts.csv"));
    REQUIRE(cells.size() == 5);
    CHECK(std::strtod(cells[3].c_str(), nullptr) == value);
    CHECK(std::strtod(cells[4].c_str(), nullptr) == -value);
  }
}

TEST_CASE("a CSV file longer than its buffer is complete") {
  const TemporaryDirectory directory;
  CsvTable<AccountRecord> table(directory.path(), 1);
  constexpr std::size_t rows = 50'000;
  for (std::size_t i = 0; i < rows; ++i) table.add({.account = "somebody", .role = "customers", .paid = 0.1});
  table.close();
  std::string expected = "replication,account,role,paid,received\n";
  for (std::size_t i = 0; i < rows; ++i) expected += "1,somebody,customers,0.1,0\n";
  CHECK((file_text(directory / "accounts.csv") == expected));
}

TEST_CASE("a CSV file that cannot be written says so") {
  CHECK_THROWS_AS(CsvFile("/nowhere/at/all.csv"), std::system_error);
  CsvFile full("/dev/full");
  full.cell(1.0);
  CHECK_THROWS_AS(full.close(), std::system_error);
}

TEST_CASE("numbers and missing values survive in the database") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  DatabaseTable<QuoteRecord> table(database, 3);
  for (const double value : awkward)
    table.add({.request = 1, .minifactory = "f'1", .called_at_d = value, .answer = "quote", .price = value});
  table.add({.request = 2, .answer = "none"});
  SQLite::Statement rows(database, "SELECT replication, request, minifactory, called_at_d, price FROM quotes ORDER BY rowid");
  for (const double value : awkward) {
    REQUIRE(rows.executeStep());
    CHECK(rows.getColumn(0).getInt64() == 3);
    CHECK(rows.getColumn(2).getString() == "f'1");
    CHECK(rows.getColumn(3).getDouble() == value);
    CHECK(rows.getColumn(4).getDouble() == value);
  }
  REQUIRE(rows.executeStep());
  CHECK(rows.getColumn(4).isNull());
  CHECK_FALSE(rows.executeStep());
}

TEST_CASE("replications are put together in their order, in the files and in the database") {
  const TemporaryDirectory directory;
  std::vector<std::filesystem::path> parts;
  for (std::int64_t r = 1; r <= 3; ++r) {
    parts.emplace_back(directory / std::to_string(r));
    std::filesystem::create_directory(parts.back());
    ReplicationFiles files(parts.back(), r, {.orders = false, .quotes = true});
    if (r != 2) files.recorder()(AccountRecord{.account = "a", .role = "b", .paid = static_cast<double>(r)});
    files.close();
  }
  merge_replications(parts, directory.path());
  CHECK(file_text(directory / "accounts.csv") == "replication,account,role,paid,received\n1,a,b,1,0\n3,a,b,3,0\n");
  CHECK_FALSE(std::filesystem::exists(directory / "orders.csv"));
  CHECK(file_text(directory / "quotes.csv").find('\n') == file_text(directory / "quotes.csv").size() - 1);
  CHECK_FALSE(std::filesystem::exists(directory / "1"));
  SQLite::Database database(directory / "results.sqlite");
  CHECK(database.execAndGet("SELECT group_concat(replication || ':' || paid) FROM accounts").getString() == "1:1.0,3:3.0");
  CHECK_FALSE(database.tableExists("orders"));
}

}  // namespace ccm::test
