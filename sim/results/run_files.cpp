// Which files does a run leave, and how do replications come together in them?

#include "sim/results/run_files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <system_error>

#include "sim/results/csv_table.hpp"
#include "sim/results/database_table.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

constexpr const char* database_name = "results.sqlite";

/// SQLite's errors name no file.
template <class Action>
auto naming_file(const fs::path& path, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    throw std::runtime_error(fmt::format("cannot write {}: {}", path.string(), error.what()));
  }
}

/// A database that is thrown away if its writer dies: no journal, no waiting for the disk.
SQLite::Database open_for_writing(const fs::path& path) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA journal_mode = OFF");
  database.exec("PRAGMA synchronous = OFF");
  database.exec("PRAGMA locking_mode = EXCLUSIVE");
  return database;
}

/// The CSV file and the database table of one kind of record.
template <class Record>
struct Outlet {
  CsvTable<Record> csv;
  DatabaseTable<Record> database;

  void add(const Record& record) {
    csv.add(record);
    database.add(record);
  }
};

template <class Records>
struct OutletsOf;
template <class... Record>
struct OutletsOf<std::tuple<Record...>> {
  using Type = std::tuple<std::unique_ptr<Outlet<Record>>...>;
};

std::vector<std::string> table_names() {
  return std::apply([](auto... record) { return std::vector<std::string>{std::string(Table<decltype(record)>::name)...}; }, AllRecords());
}

void append_without_header(const fs::path& part, std::ofstream& target) {
  std::ifstream source(part, std::ios::binary);
  std::string header;
  std::getline(source, header);
  if (source.peek() != std::ifstream::traits_type::eof()) target << source.rdbuf();
}

/// The first part becomes the table, the others are appended to it.
void merge_csv(const std::vector<fs::path>& parts, const fs::path& target, const std::string& table) {
  const fs::path name = table + ".csv";
  if (!fs::exists(parts.front() / name)) return;
  fs::rename(parts.front() / name, target / name);
  std::ofstream merged(target / name, std::ios::binary | std::ios::app);
  for (std::size_t i = 1; i < parts.size(); ++i) append_without_header(parts[i] / name, merged);
  merged.close();
  if (!merged) throw std::system_error(errno, std::generic_category(), "cannot write " + (target / name).string());
}

void append_database(SQLite::Database& merged, const fs::path& part, const std::vector<std::string>& tables) {
  SQLite::Statement attach(merged, "ATTACH ? AS part");
  attach.bind(1, (part / database_name).string());
  attach.exec();
  for (const std::string& table : tables)
    if (merged.tableExists(table)) merged.exec(fmt::format("INSERT INTO main.\"{0}\" SELECT * FROM part.\"{0}\"", table));
  attach.reset();
  merged.exec("DETACH part");
}

void merge_databases(const std::vector<fs::path>& parts, const fs::path& target, const std::vector<std::string>& tables) {
  const fs::path path = target / database_name;
  fs::rename(parts.front() / database_name, path);
  naming_file(path, [&] {
    SQLite::Database merged = open_for_writing(path);
    for (std::size_t i = 1; i < parts.size(); ++i) append_database(merged, parts[i], tables);
  });
}

}  // namespace

class ReplicationFiles::Implementation {
 public:
  Implementation(const fs::path& directory, std::int64_t replication, const ResultsSpec& wanted)
      : directory_(directory),
        database_path_(directory / database_name),
        replication_(replication),
        database_(naming_file(database_path_, [&] { return open_for_writing(database_path_); })),
        transaction_(database_) {
    naming_file(database_path_, [&] { std::apply([&](auto... record) { (open<decltype(record)>(wanted), ...); }, AllRecords()); });
  }

  [[nodiscard]] const Recorder& recorder() const { return recorder_; }

  void close() {
    std::apply([](auto&... outlet) { (close(outlet.get()), ...); }, outlets_);
    naming_file(database_path_, [&] { transaction_.commit(); });
  }

 private:
  template <class Record>
  static void close(Outlet<Record>* outlet) {
    if (outlet) outlet->csv.close();
  }

  template <class Record>
  void open(const ResultsSpec& wanted) {
    if (std::is_same_v<Record, OrderRecord> && !wanted.orders) return;
    if (std::is_same_v<Record, QuoteRecord> && !wanted.quotes) return;
    if (std::is_same_v<Record, LotRecord> && !wanted.lots) return;
    if (std::is_same_v<Record, MachineRecord> && !wanted.machines) return;
    if (std::is_same_v<Record, WorkRecord> && !wanted.work) return;
    if (std::is_same_v<Record, MfcaRecord> && !wanted.mfca) return;
    if (std::is_same_v<Record, OperationRecord> && !wanted.operations) return;
    if (std::is_same_v<Record, MachineUseRecord> && !wanted.machine_use) return;
    if (std::is_same_v<Record, ShipmentRecord> && !wanted.shipments) return;
    if (std::is_same_v<Record, NegotiationRecord> && !wanted.negotiations) return;
    if (std::is_same_v<Record, TalkOfferRecord> && !wanted.talk_offers) return;
    if (std::is_same_v<Record, BulletinRecord> && !wanted.bulletin) return;
    if (std::is_same_v<Record, EstimateRecord> && !wanted.estimates) return;
    auto& outlet = std::get<std::unique_ptr<Outlet<Record>>>(outlets_);
    outlet.reset(new Outlet<Record>{CsvTable<Record>(directory_, replication_), DatabaseTable<Record>(database_, replication_)});
    recorder_.connect<Record>(
        [this, &target = *outlet](const Record& record) { naming_file(database_path_, [&] { target.add(record); }); });
  }

  fs::path directory_;
  fs::path database_path_;
  std::int64_t replication_;
  SQLite::Database database_;
  SQLite::Transaction transaction_;
  OutletsOf<AllRecords>::Type outlets_;
  Recorder recorder_;
};

ReplicationFiles::ReplicationFiles(const fs::path& directory, std::int64_t replication, const ResultsSpec& wanted)
    : implementation_(std::make_unique<Implementation>(directory, replication, wanted)) {}
ReplicationFiles::~ReplicationFiles() = default;
const Recorder& ReplicationFiles::recorder() const { return implementation_->recorder(); }
void ReplicationFiles::close() { implementation_->close(); }

void merge_replications(const std::vector<fs::path>& parts, const fs::path& target) {
  const auto tables = table_names();
  for (const std::string& table : tables) merge_csv(parts, target, table);
  merge_databases(parts, target, tables);
  for (const fs::path& part : parts) fs::remove_all(part);
}

}  // namespace ccm
