// What does the report of an experiment show?

#include "analysis/report/experiment_data.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/report/table.hpp"

namespace ccm {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t summary_rows_max = 20'000, runs_rows_max = 5'000;

/// The different cells of a column, in the order in which they first come.
std::vector<std::string> levels_in(const CsvRows& table, std::size_t column) {
  std::vector<std::string> levels;
  for (const auto& row : table.rows)
    if (std::ranges::find(levels, row[column]) == levels.end()) levels.push_back(row[column]);
  return levels;
}

/// Factors stand between the point and the output.
ordered_json factors_in(const CsvRows& summary) {
  auto factors = ordered_json::array();
  for (std::size_t i = summary.column("point") + 1; i < summary.column("output"); ++i)
    factors.push_back({{"name", summary.head[i]}, {"unit", ""}, {"levels", levels_in(summary, i)}, {"low", nullptr}, {"high", nullptr}});
  return factors;
}

ordered_json outputs_in(const CsvRows& summary) {
  const std::size_t output = summary.column("output"), unit = summary.column("unit");
  auto outputs = ordered_json::array();
  for (const auto& row : summary.rows) {
    const ordered_json one = {{"name", row[output]}, {"unit", row[unit]}};
    if (std::ranges::find(outputs, one) == outputs.end()) outputs.push_back(one);
  }
  return outputs;
}

/// A generator's problems are in no currency of their own, which files call "currency".
ordered_json with_units_in_words(ordered_json outputs) {
  for (ordered_json& output : outputs)
    if (output.at("unit") == "currency") output["unit"] = "units of money";
  return outputs;
}

/// The values of factors that have a unit are texts such as "12.5 ms" in files; here they are numbers.
void leave_units_out(CsvRows& table, const ordered_json& factors) {
  for (const ordered_json& factor : factors) {
    const std::string suffix = " " + factor.at("unit").get<std::string>();
    const std::size_t column = table.column(factor.at("name"));
    for (auto& row : table.rows)
      if (suffix.size() > 1 && row[column].ends_with(suffix)) row[column].resize(row[column].size() - suffix.size());
  }
}

/// The unit of a factor or an output by its name.
NoteColumn notes_of(const ordered_json& factors, const ordered_json& outputs) {
  return [&factors, &outputs](const std::string& column) -> ColumnNote {
    for (const ordered_json& factor : factors)
      if (factor.at("name") == column) return {factor.at("unit").get<std::string>(), "factor"};
    for (const ordered_json& output : outputs)
      if (output.at("name") == column) return {output.at("unit").get<std::string>(), note_of_output(column, "").doc};
    return note_of_column(column);
  };
}

ordered_json table_if_any(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return nullptr;
  return report_table(read_csv(file), note_of_column);
}

}  // namespace

ordered_json experiment_data(const std::filesystem::path& directory, const ordered_json& manifest) {
  const ordered_json& experiment = manifest.at("experiment");
  CsvRows summary = read_csv(directory / "summary.csv", summary_rows_max), runs = read_csv(directory / "runs.csv", runs_rows_max);
  const bool told = experiment.contains("factors");
  const ordered_json factors = told ? experiment.at("factors") : factors_in(summary);
  const ordered_json outputs = with_units_in_words(told ? experiment.at("outputs") : outputs_in(summary));
  leave_units_out(summary, factors);
  leave_units_out(runs, factors);
  const NoteColumn notes = notes_of(factors, outputs);
  ordered_json data = {{"name", experiment.at("name")},
                       {"design", experiment.value("design", ordered_json())},
                       {"factors", factors},
                       {"outputs", outputs},
                       {"points", manifest.at("points")},
                       {"replications", manifest.at("replications")},
                       {"finished", manifest.at("runs").at("finished")},
                       {"failed", manifest.at("runs").at("failed")},
                       {"notes", experiment.value("notes", ordered_json::array())},
                       {"summary", report_table(summary, notes)},
                       {"summary_of", summary.count},
                       {"runs", report_table(runs, notes)},
                       {"runs_of", runs.count}};
  for (const char* table : {"anova", "effects", "main_effects", "interactions", "morris", "sobol"})
    data[table] = table_if_any(directory / (std::string(table) + ".csv"));
  return data;
}

}  // namespace ccm
