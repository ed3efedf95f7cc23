// What does the report of a comparison, or of a selection, show?

#include "analysis/report/comparison_data.hpp"

#include <nlohmann/json.hpp>

#include "analysis/report/table.hpp"

namespace ccm {
namespace {

using nlohmann::ordered_json;

ordered_json table_in(const std::filesystem::path& file) { return report_table(read_csv(file), note_of_column); }

ordered_json runs_in(const std::filesystem::path& directory, const std::string& currency) {
  return report_table(read_csv(directory / "runs.csv"), [&](const std::string& column) { return note_of_output(column, currency); });
}

}  // namespace

ordered_json comparison_data(const std::filesystem::path& directory, const ordered_json& manifest, const std::string& currency) {
  const ordered_json& arguments = manifest.at("arguments");
  return {{"scenarios", manifest.at("scenarios")},
          {"replications", arguments.at("replications")},
          {"confidence", arguments.at("confidence")},
          {"table", table_in(directory / "comparison.csv")},
          {"runs", runs_in(directory, currency)}};
}

ordered_json selection_data(const std::filesystem::path& directory, const ordered_json& manifest, const std::string& currency) {
  const ordered_json& arguments = manifest.at("arguments");
  const auto output = arguments.at("output").get<std::string>();
  return {{"scenarios", manifest.at("scenarios")},
          {"procedure", arguments.at("procedure")},
          {"output", output},
          {"unit", note_of_output(output, currency).unit},
          {"best_is", arguments.at("best_is")},
          {"in_words", manifest.value("in_words", ordered_json())},
          {"table", table_in(directory / "selection.csv")},
          {"runs", runs_in(directory, currency)},
          {"arguments", arguments}};
}

}  // namespace ccm
