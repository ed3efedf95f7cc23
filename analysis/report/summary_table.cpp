// Which numbers sum the run up?

#include <algorithm>

#include "analysis/report/totals.hpp"
#include "analysis/summary.hpp"

namespace ccm::report {
namespace {

/// Of minifactories only those that have series of their own.
bool is_shown(const RunTables& tables, const SummaryRow& row) {
  if (row.group.empty() || row.output->breakdown != Breakdown::minifactory) return true;
  const auto& names = tables.minifactories();
  const auto shown = std::min<std::ptrdiff_t>(minifactories_shown, std::ssize(names));
  return std::find(names.begin(), names.begin() + shown, row.group) != names.begin() + shown;
}

Json summary_columns() {
  Json columns = Json::array();
  const auto add = [&](const char* name, const char* doc) { columns.push_back({{"name", name}, {"unit", ""}, {"doc", doc}}); };
  add("output", "name of the output");
  add("breakdown", "what the groups are; empty: the whole run");
  add("group", "customer type or minifactory");
  add("unit", "unit of mean, standard deviation and interval");
  add("mean", "mean over replications");
  add("sd", "standard deviation between replications");
  add("n", "replications that have a value");
  add("ci95_low", "lower end of the 95 % confidence interval of the mean");
  add("ci95_high", "upper end of the 95 % confidence interval of the mean");
  add("meaning", "what the output is");
  return columns;
}

}  // namespace

Json summary(const RunTables& tables, const std::filesystem::path& directory) {
  auto found = summarise(directory, tables.setting().warm_up);
  std::erase_if(found, [&](const SummaryRow& row) { return !is_shown(tables, row); });
  Json rows = Json::array();
  for (const Json& object : summary_json(found, tables.setting().currency)) {
    Json& row = rows.emplace_back(Json::array());
    for (const auto& value : object) row.push_back(value);
    row.push_back(found[rows.size() - 1].output->doc);
  }
  return {{"columns", summary_columns()}, {"rows", std::move(rows)}};
}

}  // namespace ccm::report
