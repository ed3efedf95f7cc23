// Which prices did customers remember, get and pay?

#include "analysis/report/prices.hpp"

#include <fmt/format.h>

#include "analysis/report/bands.hpp"

namespace ccm::report {
namespace {

/// The mean of rows that have a value, by weight.
std::string weighted_mean(std::string_view value, std::string_view weight) {
  return fmt::format("SUM({0} * {1}) / NULLIF(SUM(IIF({0} IS NULL, 0, {1})), 0)", value, weight);
}

std::string prices_sql(const std::string& condition) {
  return fmt::format("SELECT customer_type, replication, period, {}, {}, {} FROM segments WHERE {} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                     weighted_mean("reference_price", "offers"), weighted_mean("offered_price_mean", "offers"),
                     weighted_mean("paid_price_mean", "units"), condition);
}

}  // namespace

Json prices(const RunTables& tables) { return {{"by_type", bands_by_type(tables, prices_sql("1"), {"reference", "offered", "paid"})}}; }

Json market(const RunTables& tables, std::int64_t replication) {
  auto found = bands(tables, prices_sql(fmt::format("replication = {}", replication)));
  Json series{{"types", tables.types()}, {"reference", Json::array()}, {"paid", Json::array()}, {"offered", Json::array()}};
  for (const std::string& type : tables.types()) {
    series["reference"].push_back(found.at(type)[0]["mean"]);
    series["offered"].push_back(found.at(type)[1]["mean"]);
    series["paid"].push_back(found.at(type)[2]["mean"]);
  }
  return series;
}

}  // namespace ccm::report
