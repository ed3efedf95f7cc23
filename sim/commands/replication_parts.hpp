#pragma once
/// The replications of a run, each with files of its own until they are put together.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "analysis/outputs.hpp"
#include "models/replication.hpp"
#include "scenarios/scenario.hpp"
#include "sim/commands/experiment/workforce.hpp"

namespace ccm {

/// Which history the replication of a number has.
using History = std::function<Replication(std::int64_t)>;

/// By default the replication of a number is that number, with direct draws.
[[nodiscard]] inline Replication plain_history(std::int64_t number) { return {static_cast<std::uint64_t>(number)}; }

/// Parts in one directory, named by their numbers.
class ReplicationParts {
 public:
  ReplicationParts(const Scenario& scenario, std::filesystem::path directory, History history = plain_history)
      : scenario_(scenario), directory_(std::move(directory)), history_(std::move(history)) {}

  /// Simulates one in this process, and measures outputs in what it left.
  [[nodiscard]] RunValues simulate(std::int64_t number, const std::vector<NamedOutput>& outputs, const Report& report) const;
  /// Puts those parts together in the directory, and removes all parts.
  void merge(const std::vector<std::int64_t>& numbers) const;
  /// Where the files of a replication are.
  [[nodiscard]] std::filesystem::path part(std::int64_t number) const;

 private:
  void write_files(std::int64_t number, const Report& report) const;

  const Scenario& scenario_;
  std::filesystem::path directory_;
  History history_;
};

}  // namespace ccm
