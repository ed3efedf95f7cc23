#pragma once
/// The result files of a run: written per replication, then put together.

#include <filesystem>
#include <memory>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// Writes the facts of one replication to CSV files and a database of its own.
class ReplicationFiles {
 public:
  /// `directory` must exist and be empty.
  ReplicationFiles(const std::filesystem::path& directory, std::int64_t replication, const ResultsSpec& wanted);
  ~ReplicationFiles();

  [[nodiscard]] const Recorder& recorder() const;
  /// Completes the files. Throws if the disk does not take them.
  void close();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// Puts the files of the replications together, in their order, as `target`/TABLE.csv and `target`/results.sqlite. The parts are used up.
void merge_replications(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& target);

}  // namespace ccm
