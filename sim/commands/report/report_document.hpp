#pragma once
/// The data of a report, from a directory of results.

#include "scenarios/scenario.hpp"
#include "sim/commands/report/result_directory.hpp"

namespace ccm {

/// The document that analysis/report/README.md describes. The same results make the same document, wherever they lie. Throws DirectoryError
/// if the manifest lacks something, ScenarioError if effective.yaml cannot be read, std::exception if a table cannot.
/// Tested by: tests/cli/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json report_document(const ResultDirectory& results);

/// Writes report.html into the directory: whole, or not at all.
void write_report(const std::filesystem::path& directory);
/// The same for those who have at hand the scenario that effective.yaml holds: reading it again would take longer than all the rest.
void write_report(const std::filesystem::path& directory, const Scenario& scenario);

/// The last lines of what a command prints: where its results are, and the report if there is one.
[[nodiscard]] std::string place_of_results(const std::filesystem::path& directory, bool has_report);

}  // namespace ccm
