// What does the report of a directory of results say?

#include "sim/commands/report/report_document.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/report/assets.hpp"
#include "analysis/report/comparison_data.hpp"
#include "analysis/report/experiment_data.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/plan_data.hpp"
#include "analysis/report/run_data.hpp"
#include "scenarios/load.hpp"
#include "scenarios/yaml.hpp"
#include "sim/commands/report/again.hpp"
#include "sim/commands/report/facts.hpp"
#include "sim/commands/report_setting.hpp"
#include "sim/results/run_directory.hpp"
#include "sim/results/text_file.hpp"

namespace ccm {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// The scenario as it was run, the first of several; an experiment has none. Files that it names are not looked for.
std::optional<Scenario> scenario_in(const ResultDirectory& results) {
  if (results.kind == ResultKind::experiment) return std::nullopt;
  const bool several = results.kind == ResultKind::comparison || results.kind == ResultKind::selection;
  const std::string file = (results.path / (several ? "effective-1.yaml" : "effective.yaml")).string();
  return load_scenario_text(read_file(file), file).scenario;
}

RunSetting setting_with_outlines(const Scenario& scenario) {
  RunSetting setting = setting_of(scenario);
  setting.outlines = report_assets::outlines_50m();
  setting.coarse_outlines = report_assets::outlines_110m();
  return setting;
}

/// What only this kind of report has.
ordered_json particulars(const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  switch (results.kind) {
    case ResultKind::run:
      return run_data(results.path, setting_with_outlines(*scenario));
    case ResultKind::comparison:
      return comparison_data(results.path, results.manifest, scenario->currency);
    case ResultKind::selection:
      return selection_data(results.path, results.manifest, scenario->currency);
    case ResultKind::experiment:
      return experiment_data(results.path, results.manifest);
    case ResultKind::plan:
      break;
  }
  return plan_data(results.path, results.manifest, scenario->currency);
}

/// The names of the scenarios, each once.
std::string title_of(const ordered_json& manifest, const Scenario& scenario) {
  std::vector<std::string> names;
  for (const ordered_json& one : manifest.value("scenarios", ordered_json::array())) {
    const auto name = one.at("name").get<std::string>();
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names.empty() ? scenario.name : fmt::format("{}", fmt::join(names, " / "));
}

ordered_json head_of(const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  if (scenario) {
    const std::string title = title_of(results.manifest, *scenario);
    const bool asks = scenario->question && title == scenario->name;
    return {{"title", title}, {"question", asks ? ordered_json(*scenario->question) : ordered_json()}, {"currency", scenario->currency}};
  }
  const ordered_json& experiment = results.manifest.at("experiment");
  return {{"title", experiment.at("name")}, {"question", nullptr}, {"currency", experiment.value("currency", "")}};
}

std::vector<std::string> files_needed(const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  if (!scenario) return results.manifest.at("experiment").value("needs", std::vector<std::string>());
  const auto& platform = scenario->network.platform;
  return platform ? std::vector{*platform} : std::vector<std::string>();
}

ordered_json files_of(const ordered_json& manifest) {
  auto files = ordered_json::array();
  for (const auto& [name, hash] : manifest.at("sha256").items()) files.push_back({{"name", name}, {"sha256", hash}});
  return files;
}

ordered_json document_of(const ResultDirectory& results, const std::optional<Scenario>& scenario) {
  ordered_json document = {{"format", 1}, {"kind", name_of(results.kind)}};
  document.update(head_of(results, scenario));
  document["facts"] = facts_of(results, scenario);
  document["again"] = commands_again(results, files_needed(results, scenario));
  document["made_by"] = results.manifest.at("made_by");
  document["files"] = files_of(results.manifest);
  document[name_of(results.kind)] = particulars(results, scenario);
  return document;
}

}  // namespace

ordered_json report_document(const ResultDirectory& results) {
  try {
    return document_of(results, scenario_in(results));
  } catch (const nlohmann::json::exception& error) {
    throw DirectoryError(
        fmt::format("'{}' is not what this version of ccmsim writes: {}", (results.path / "manifest.json").string(), error.what()));
  }
}

void write_report(const fs::path& directory) {
  write_text(directory / "report.html", report_page(report_document(result_directory(directory))));
}

void write_report(const fs::path& directory, const Scenario& scenario) {
  write_text(directory / "report.html", report_page(document_of(result_directory(directory), scenario)));
}

std::string place_of_results(const fs::path& directory, bool has_report) {
  const std::string report = has_report ? fmt::format("Report: {}\n", (directory / "report.html").string()) : "";
  return fmt::format("Results: {}\n{}", directory.string(), report);
}

}  // namespace ccm
