// What does the report of a plan show?

#include "analysis/report/plan_data.hpp"

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/report/table.hpp"
#include "analysis/warm_up.hpp"

namespace ccm {
namespace {

using nlohmann::ordered_json;

/// The numbers of a column, without the empty cells.
std::vector<double> values_of(const ordered_json& column) {
  std::vector<double> values;
  for (const ordered_json& value : column)
    if (value.is_number()) values.push_back(value.get<double>());
  return values;
}

/// What plan.csv does not say: whether the cut is as late as it can be.
ordered_json is_too_short(const ordered_json& mean, const ordered_json& cut) {
  if (cut.is_null()) return nullptr;
  return mser5(values_of(mean)).too_short;
}

/// One output's rows, which follow each other.
class SeriesReader {
 public:
  explicit SeriesReader(const CsvRows& plan)
      : output_(plan.column("output")), mean_(plan.column("mean")), welch_(plan.column("welch")), left_out_(plan.column("left_out")) {}

  /// The series, of which all are there at the end.
  [[nodiscard]] ordered_json read(const CsvRows& plan, const ordered_json& table, const std::string& currency) const {
    auto all = ordered_json::array();
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
      const std::string& name = plan.rows[i][output_];
      if (all.empty() || all.back().at("output") != name) all.push_back(begun(name, currency));
      add(all.back(), table.at("rows").at(i));
    }
    for (ordered_json& series : all) series["too_short"] = is_too_short(series.at("mean"), series.at("cut"));
    return all;
  }

 private:
  [[nodiscard]] static ordered_json begun(const std::string& name, const std::string& currency) {
    return {{"output", name},
            {"unit", note_of_output(name, currency).unit},
            {"mean", ordered_json::array()},
            {"welch", ordered_json::array()},
            {"cut", nullptr}};
  }

  void add(ordered_json& series, const ordered_json& row) const {
    series["mean"].push_back(row.at(mean_));
    series["welch"].push_back(row.at(welch_));
    const ordered_json& left_out = row.at(left_out_);
    if (left_out.is_number())
      series["cut"] = series["cut"].is_null() ? left_out : ordered_json(series["cut"].get<int>() + left_out.get<int>());
  }

  std::size_t output_, mean_, welch_, left_out_;
};

}  // namespace

ordered_json plan_data(const std::filesystem::path& directory, const ordered_json& manifest, const std::string& currency) {
  const CsvRows plan = read_csv(directory / "plan.csv");
  const ordered_json& replications = manifest.at("replications");
  return {{"pilot", replications.at("asked")},
          {"half_width", replications.at("until").at("half_width")},
          {"series", SeriesReader(plan).read(plan, report_table(plan, note_of_column), currency)},
          {"replications", report_table(read_csv(directory / "replications.csv"), note_of_column)}};
}

}  // namespace ccm
