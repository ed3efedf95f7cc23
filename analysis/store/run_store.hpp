#pragma once
/// The store of an experiment: one row per run that ended, safe against every kind of death.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ccm {

/// The file is no store, or one of another version of the program.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Which run: the hash says what was simulated, point and replication stand for its place in the experiment.
struct RunKey {
  std::string scenario_sha256;
  std::size_t point = 0;
  std::int64_t replication = 0;
};

/// How a run ended. A run that is lost was ended from outside, and deserves another try.
enum class RunState { finished, failed, lost };

/// One run that ended: with a value per output (empty where it has none), or with the message of its failure.
struct RunRow {
  RunKey key;
  RunState state = RunState::finished;
  std::string message;
  std::vector<std::optional<double>> values;
};

[[nodiscard]] std::string_view name_of(RunState state);

/// An SQLite database with a table `runs`, whose primary key is the run's, and a table `attempts` of runs in the hands of workers.
/// Every row is committed when it is added. One process writes at a time: a second one is refused.
/// SQLite's errors come out as std::runtime_error with the name of the file.     Tested by: tests/analysis/run_store_test.cpp.
class RunStore {
 public:
  /// Opens the store, or makes it. `outputs` name its columns of values; `made_by` is the version of the program and its libraries.
  /// Throws StoreError if the file is something else, was made by another version, or is in use.
  RunStore(const std::filesystem::path& path, std::vector<std::string> outputs, const std::string& made_by);
  RunStore(const RunStore&) = delete;
  RunStore& operator=(const RunStore&) = delete;
  ~RunStore();

  /// Adds a row, in place of an earlier one of the same run.
  void add(const RunRow& row);
  /// Every row, in the order of point, replication and hash.
  void for_each(const std::function<void(const RunRow&)>& visit) const;
  /// Takes the rows of another store; of two for one run, that which finished.
  void absorb(const std::filesystem::path& other);

  /// Notes that the run is in the hands of a worker, until it is added; returns how often that was noted.
  std::int64_t note_attempt(const RunKey& key);
  /// Every run that was noted and not added, with the number of notes.
  void for_each_attempt(const std::function<void(const RunKey&, std::int64_t attempts)>& visit) const;
  void forget_attempts();

  /// Writes the store anew, its rows in order: the bytes depend on the rows alone. It is closed by that.
  void settle();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace ccm
