#pragma once
/// The result tables of one replication in memory, for what needs its outputs only.

#include <memory>

#include "sim/recorder.hpp"

namespace SQLite {
class Database;
}

namespace ccm {

/// Keeps the tables that outputs are computed from (analysis/outputs.hpp), and nothing else.
class MemoryResults {
 public:
  MemoryResults();
  MemoryResults(const MemoryResults&) = delete;
  MemoryResults& operator=(const MemoryResults&) = delete;
  ~MemoryResults();

  [[nodiscard]] const Recorder& recorder() const;
  /// The tables, with replication number 1.
  [[nodiscard]] SQLite::Database& database() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace ccm
