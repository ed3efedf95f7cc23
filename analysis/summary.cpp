// What came out of a run, and how sure is it?

#include "analysis/summary.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "analysis/measurements.hpp"

namespace ccm {
namespace {

std::vector<double> values_of(const ValuesByReplication& replications) {
  std::vector<double> values;
  for (const auto& [replication, value] : replications) values.push_back(value);
  return values;
}

std::string number(double value) { return fmt::format("{}", value); }
std::string number(std::optional<double> value) { return value ? number(*value) : ""; }

std::optional<double> bound(const Estimate& estimate, double sign) {
  return estimate.half_width ? std::optional(estimate.mean + sign * *estimate.half_width) : std::nullopt;
}

std::string interval_text(const Estimate& estimate) {
  if (!estimate.half_width) return fmt::format("{:>12.6g}", estimate.mean);
  return fmt::format("{:>12.6g}  [{:.6g}, {:.6g}]", estimate.mean, *bound(estimate, -1), *bound(estimate, 1));
}

std::string whole_run_text(const std::vector<SummaryRow>& rows, const std::string& currency) {
  std::string text = fmt::format("{:<18} {:>12}  {:<32} {:>4}  {}\n", "output", "mean", "95 % confidence interval", "n", "unit");
  for (const SummaryRow& row : rows)
    if (row.group.empty())
      text += fmt::format("{:<18} {:<46} {:>4}  {}\n", row.output->name, interval_text(row.estimate), row.estimate.n,
                          unit_of(*row.output, currency));
  return text;
}

std::string by_type_text(const std::vector<SummaryRow>& rows, const std::string& currency) {
  std::string text =
      fmt::format("\n{:<18} {:<14} {:>12}  {:<32} {:>4}  {}\n", "by customer type", "", "mean", "95 % confidence interval", "n", "unit");
  for (const SummaryRow& row : rows)
    if (!row.group.empty() && row.output->breakdown == Breakdown::customer_type)
      text += fmt::format("{:<18} {:<14} {:<46} {:>4}  {}\n", row.output->name, row.group, interval_text(row.estimate), row.estimate.n,
                          unit_of(*row.output, currency));
  return text;
}

}  // namespace

std::vector<SummaryRow> summarise(const std::filesystem::path& directory, std::int64_t warm_up) {
  SQLite::Database database((directory / "results.sqlite").string(), SQLite::OPEN_READONLY);
  auto values = measure_all(database, warm_up);
  std::vector<SummaryRow> rows;
  for (const Output& output : outputs())
    for (const auto& [group, replications] : values[&output]) rows.push_back({&output, group, estimate(values_of(replications))});
  return rows;
}

std::string summary_csv(const std::vector<SummaryRow>& rows, const std::string& currency) {
  std::string text = "output,breakdown,group,unit,mean,sd,n,ci95_low,ci95_high\n";
  for (const SummaryRow& row : rows) {
    const Estimate& e = row.estimate;
    text += fmt::format("{},{},{},{},{},{},{},{},{}\n", row.output->name, row.group.empty() ? "" : column_of(row.output->breakdown),
                        row.group, unit_of(*row.output, currency), number(e.mean), number(e.standard_deviation), e.n, number(bound(e, -1)),
                        number(bound(e, 1)));
  }
  return text;
}

std::string summary_text(const std::vector<SummaryRow>& rows, const std::string& currency) {
  std::string text = whole_run_text(rows, currency) + by_type_text(rows, currency);
  if (!rows.empty() && rows.front().estimate.n < 2)
    text += "\nOne replication has no confidence interval: ask for more with --replications 10.\n";
  return text;
}

nlohmann::ordered_json summary_json(const std::vector<SummaryRow>& rows, const std::string& currency) {
  using Json = nlohmann::ordered_json;
  const auto optional = [](std::optional<double> value) { return value ? Json(*value) : Json(); };
  Json list = Json::array();
  for (const SummaryRow& row : rows)
    list.push_back({{"output", row.output->name},
                    {"breakdown", row.group.empty() ? "" : column_of(row.output->breakdown)},
                    {"group", row.group},
                    {"unit", unit_of(*row.output, currency)},
                    {"mean", row.estimate.mean},
                    {"sd", optional(row.estimate.standard_deviation)},
                    {"n", row.estimate.n},
                    {"ci95_low", optional(bound(row.estimate, -1))},
                    {"ci95_high", optional(bound(row.estimate, 1))}});
  return list;
}

}  // namespace ccm
