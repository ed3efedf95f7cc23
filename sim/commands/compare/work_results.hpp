#pragma once
/// Where a command leaves its results, and how it shows them.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/commands/shared_options.hpp"
#include "sim/results/run_directory.hpp"

namespace ccm {

/// The directory that the user wants, and standard output.
class WorkResults {
 public:
  /// `stem` names the directory if the user does not. Throws DirectoryError.
  WorkResults(const WorkOptions& options, const std::string& stem);

  /// Where to write until publish().
  [[nodiscard]] const std::filesystem::path& working() const { return directory_.working(); }
  /// Adds the report, publishes the directory, then prints the document (with --json), the page, or nothing (with --quiet). Throws
  /// std::system_error if standard output does not take it.
  void publish(const nlohmann::ordered_json& document, const std::string& page);

 private:
  const WorkOptions& options_;
  RunDirectory directory_;
};

}  // namespace ccm
