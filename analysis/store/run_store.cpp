// What has been run already?

#include "analysis/store/run_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "analysis/store/store_tables.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;

template <class Action>
auto naming_file(const fs::path& path, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED)
      throw StoreError(fmt::format("'{}' is in use: another command is at work on this experiment", path.string()));
    if (error.getErrorCode() == SQLITE_NOTADB) throw StoreError(fmt::format("'{}' is not a store of runs", path.string()));
    throw std::runtime_error(fmt::format("cannot use {}: {}", path.string(), error.what()));
  }
}

/// A database that only its opener uses, which survives kill -9 at any moment.
SQLite::Database opened(const fs::path& path) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA locking_mode = EXCLUSIVE");
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec("BEGIN IMMEDIATE; COMMIT");  // takes the lock
  return database;
}

}  // namespace

std::string_view name_of(RunState state) {
  if (state == RunState::finished) return "finished";
  return state == RunState::failed ? "failed" : "lost";
}

class RunStore::Implementation {
  template <class Action>
  auto in_file(Action action) const {
    return naming_file(path_, action);
  }

 public:
  Implementation(const fs::path& path, std::vector<std::string> outputs, const std::string& made_by)
      : path_(path), outputs_(std::move(outputs)), made_by_(made_by) {
    in_file([&] { open(); });
  }

  void add(const RunRow& row) {
    in_file([&] {
      bind_key(*insert_, row.key);
      insert_->bind(4, std::string(name_of(row.state)));
      insert_->bind(5, row.message);
      for (std::size_t i = 0; i < row.values.size(); ++i) bind_value(static_cast<int>(i) + key_columns + 1, row.values[i]);
      SQLite::Transaction transaction(*database_);
      insert_->exec();
      insert_->reset();
      insert_->clearBindings();
      bind_key(*forget_, row.key);
      forget_->exec();
      forget_->reset();
      transaction.commit();
    });
  }

  void for_each(const std::function<void(const RunRow&)>& visit) const {
    in_file([&] {
      SQLite::Statement query(*database_,
                              fmt::format("SELECT {} FROM runs ORDER BY point, replication, scenario_sha256", column_list(outputs_)));
      while (query.executeStep()) visit(row_of(query, outputs_.size()));
    });
  }

  void absorb(const fs::path& other) {
    RunStore source(other, outputs_, made_by_);
    SQLite::Statement finished(*database_,
                               "SELECT 1 FROM runs WHERE scenario_sha256 = ? AND point = ? AND replication = ? AND state = 'finished'");
    source.for_each([&](const RunRow& row) {
      bind_key(finished, row.key);
      if (!finished.executeStep()) add(row);
      finished.reset();
    });
  }

  std::int64_t note_attempt(const RunKey& key) {
    return in_file([&] {
      SQLite::Statement note(
          *database_, "INSERT INTO attempts VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET attempts = attempts + 1 RETURNING attempts");
      bind_key(note, key);
      note.executeStep();
      const std::int64_t attempts = note.getColumn(0).getInt64();
      while (note.executeStep()) continue;
      return attempts;
    });
  }

  void for_each_attempt(const std::function<void(const RunKey&, std::int64_t)>& visit) const {
    in_file([&] {
      SQLite::Statement query(*database_, "SELECT scenario_sha256, point, replication, attempts FROM attempts");
      while (query.executeStep()) visit(key_of(query), query.getColumn(3).getInt64());
    });
  }

  void forget_attempts() {
    in_file([&] { database_->exec("DELETE FROM attempts"); });
  }

  void settle() {
    const fs::path fresh = path_.string() + ".settled";
    in_file([&] {
      fs::remove(fresh);
      copy_to(fresh);
      close();
      fs::rename(fresh, path_);
    });
  }

 private:
  void open() {
    database_ = std::make_unique<SQLite::Database>(opened(path_));
    make_tables(*database_, "main");
    check_maker();
    add_missing_columns(*database_, outputs_);
    insert_ = std::make_unique<SQLite::Statement>(*database_, insertion(outputs_));
    forget_ =
        std::make_unique<SQLite::Statement>(*database_, "DELETE FROM attempts WHERE scenario_sha256 = ? AND point = ? AND replication = ?");
  }

  void check_maker() {
    const std::string maker = database_->execAndGet("SELECT COALESCE(MAX(made_by), '') FROM store").getString();
    if (maker == made_by_) return;
    if (!maker.empty())
      throw StoreError(fmt::format(
          "'{}' has runs of another version of ccmsim or its libraries, which may differ in the last digit; choose another --out, or start "
          "anew with --force",
          path_.string()));
    SQLite::Statement insert(*database_, "INSERT INTO store VALUES (?)");
    insert.bind(1, made_by_);
    insert.exec();
  }

  void bind_value(int index, std::optional<double> value) { value ? insert_->bind(index, *value) : insert_->bind(index); }

  /// In one go and in order; a journal would only slow it down, since an unfinished copy is thrown away.
  void copy_to(const fs::path& fresh) {
    SQLite::Statement attach(*database_, "ATTACH ? AS fresh");
    attach.bind(1, fresh.string());
    attach.exec();
    database_->exec("PRAGMA fresh.journal_mode = OFF");
    make_tables(*database_, "fresh");
    const auto columns = value_columns(*database_);
    for (const std::string& column : columns) add_column(*database_, "fresh", column);
    database_->exec(
        fmt::format("BEGIN; INSERT INTO fresh.store SELECT made_by FROM main.store; INSERT INTO fresh.runs ({0}) SELECT {0} "
                    "FROM main.runs ORDER BY point, replication, scenario_sha256; COMMIT",
                    column_list(columns)));
    attach.reset();
    database_->exec("DETACH fresh");
  }

  void close() {
    insert_.reset();
    forget_.reset();
    database_.reset();
    for (const char* suffix : {"-wal", "-shm"}) fs::remove(path_.string() + suffix);
  }

  fs::path path_;
  std::vector<std::string> outputs_;
  std::string made_by_;
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<SQLite::Statement> insert_, forget_;
};

RunStore::RunStore(const fs::path& path, std::vector<std::string> outputs, const std::string& made_by)
    : implementation_(std::make_unique<Implementation>(path, std::move(outputs), made_by)) {}
RunStore::~RunStore() = default;
void RunStore::add(const RunRow& row) { implementation_->add(row); }
void RunStore::for_each(const std::function<void(const RunRow&)>& visit) const { implementation_->for_each(visit); }
void RunStore::absorb(const fs::path& other) { implementation_->absorb(other); }
std::int64_t RunStore::note_attempt(const RunKey& key) { return implementation_->note_attempt(key); }
void RunStore::for_each_attempt(const std::function<void(const RunKey&, std::int64_t)>& visit) const {
  implementation_->for_each_attempt(visit);
}
void RunStore::forget_attempts() { implementation_->forget_attempts(); }
void RunStore::settle() { implementation_->settle(); }

}  // namespace ccm
