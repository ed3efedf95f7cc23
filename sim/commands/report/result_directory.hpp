#pragma once
/// A directory of results, and which command left it.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace ccm {

/// What results are about; each has a report of its own.
enum class ResultKind { run, comparison, selection, experiment, plan };

/// "run", "comparison", ...
[[nodiscard]] const std::string& name_of(ResultKind kind);

/// Results with their manifest.
struct ResultDirectory {
  std::filesystem::path path;
  ResultKind kind = ResultKind::run;
  nlohmann::ordered_json manifest;
};

/// Finds out what the directory holds: by the member `command` of its manifest, or by its files if an earlier version made it. Throws
/// DirectoryError, which says what was expected, if there is no such directory, or if it holds no results.
/// Tested by: tests/cli/report_test.cpp.
[[nodiscard]] ResultDirectory result_directory(const std::filesystem::path& path);

/// Compares every file with its hash in the manifest. Throws DirectoryError, which names the first file that is missing or was changed.
void require_untouched(const ResultDirectory& results);

}  // namespace ccm
