// How are the results of an experiment shown?

#include "sim/commands/experiment/experiment_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ccm {
namespace {

constexpr std::size_t points_on_page = 32, rows_on_page = 40, failures_on_page = 5;

/// The rows of a table that are about one output, without the column that names it.
ResultTable about(const ResultTable& table, const std::string& output) {
  const auto column = std::ranges::find(table.head, "output") - table.head.begin();
  ResultTable part{table.name, table.head, {}};
  part.head.erase(part.head.begin() + column);
  for (auto row : table.rows) {
    if (row[static_cast<std::size_t>(column)] != ResultCell(output)) continue;
    row.erase(row.begin() + column);
    part.rows.push_back(std::move(row));
  }
  return part;
}

std::string title_of(const ResultTable& table, const StudyOutput& output) {
  std::string name = table.name;
  std::ranges::replace(name, '_', ' ');
  return fmt::format("{} of {} [{}]", name, output.name, output.unit);
}

std::string table_text(const ResultTable& table, const StudyOutput& output) {
  const ResultTable part = about(table, output.name);
  if (part.rows.size() > rows_on_page)
    return fmt::format("{}: {} rows in {}.csv\n\n", title_of(table, output), part.rows.size(), table.name);
  return fmt::format("{}\n{}\n", title_of(table, output), to_page(part));
}

std::string tables_text(const Study& study, const ExperimentResults& results) {
  const StudyOutput& output = study.outputs().front();
  std::string text;
  if (study.points() <= points_on_page) text += table_text(results.summary, output);
  for (const ResultTable& table : results.analysis.tables) text += table_text(table, output);
  for (const std::string& note : results.analysis.notes) text += note + "\n\n";
  const std::size_t others = study.outputs().size() - 1;
  if (others > 0) text += fmt::format("The files have {} other output{} too.\n", others, others == 1 ? "" : "s");
  return text;
}

std::string failures_text(const Study& study, const std::vector<RunRow>& failures) {
  if (failures.empty()) return "";
  std::string text = fmt::format("{} of {} runs failed:\n", failures.size(), study.runs());
  for (std::size_t i = 0; i < std::min(failures.size(), failures_on_page); ++i)
    text += fmt::format("  point {} ({}), replication {}: {}\n", failures[i].key.point, study.text_of(failures[i].key.point),
                        failures[i].key.replication, failures[i].message);
  if (failures.size() > failures_on_page) text += fmt::format("  and {} more, see runs.csv\n", failures.size() - failures_on_page);
  return text + "Again: --retry-failed.\n\n";
}

}  // namespace

std::string experiment_heading(const Study& study) {
  const Experiment& experiment = study.experiment();
  return fmt::format("{}\n{}: {} points, {} replication{}{}, {} chance\n", experiment.name, design_name(experiment.design), study.points(),
                     experiment.replications, experiment.replications == 1 ? "" : "s", experiment.antithetic ? " in antithetic pairs" : "",
                     experiment.chance == Chance::common ? "common" : "independent");
}

std::string experiment_page(const Study& study, const ExperimentResults& results) {
  return fmt::format("{}\n{}{}", experiment_heading(study), failures_text(study, results.failures), tables_text(study, results));
}

nlohmann::ordered_json experiment_json(const Study& study, const ExperimentResults& results, const std::filesystem::path& directory) {
  nlohmann::ordered_json document = {{"directory", directory.string()},
                                     {"experiment", study.experiment().name},
                                     {"design", design_name(study.experiment().design)},
                                     {"points", study.points()},
                                     {"replications", study.experiment().replications},
                                     {"finished", results.finished},
                                     {"failed", results.failures.size()},
                                     {"summary", to_json(results.summary)}};
  for (const ResultTable& table : results.analysis.tables) document[table.name] = to_json(table);
  document["notes"] = results.analysis.notes;
  return document;
}

}  // namespace ccm
