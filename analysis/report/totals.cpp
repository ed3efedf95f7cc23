// What do profit, demand, CO2, messages and money amount to?

#include "analysis/report/totals.hpp"

#include <fmt/format.h>

#include "analysis/report/bands.hpp"
#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::int64_t minifactories_with_profit = 200;
constexpr std::array segment_outcomes{"delivered", "rejected", "no_offer", "expired", "cancelled"};

std::string sums_by_period(const std::string& table, const std::string& sums) {
  return fmt::format("SELECT '', replication, period, {} FROM {} GROUP BY replication, period ORDER BY replication, period", sums, table);
}

/// Those beyond the shown ones are together in a group without a name.
std::map<std::string, Json> profit_intervals(const RunTables& tables) {
  return intervals(tables.query(fmt::format(
      "SELECT IIF(rank <= {}, minifactory, '') AS shown, replication, SUM(profit) FROM periods JOIN ranked ON name = minifactory "
      "WHERE period > {} GROUP BY shown, replication ORDER BY shown, replication",
      minifactories_with_profit, tables.setting().warm_up)));
}

Json named(const std::string& name, const Json& interval) {
  Json entry{{"name", name}};
  entry.update(interval);
  return entry;
}

Json profit_by_minifactory(const RunTables& tables) {
  const auto found = profit_intervals(tables);
  Json list = Json::array();
  for (const std::string& name : tables.minifactories())
    if (const auto place = found.find(name); place != found.end()) list.push_back(named(name, place->second));
  if (!found.contains("")) return list;
  list.push_back(named("", found.at("")));
  list.back()["others"] = static_cast<std::int64_t>(tables.minifactories().size()) - minifactories_with_profit;
  return list;
}

/// Sums over a table without periods, as means per replication.
Json means_of(const RunTables& tables, const std::string& table, const std::string& group, const std::vector<std::string>& columns) {
  std::string means;
  for (const std::string& column : columns) means += fmt::format(", SUM({0}) * 1.0 / {1} AS {0}", column, tables.replications().size());
  return objects_of(tables.query(fmt::format("SELECT {0}{1} FROM {2} GROUP BY {0} ORDER BY MIN(rowid)", group, means, table)));
}

/// Without the orders, what the segments counted.
Json outcomes_by_segment(const RunTables& tables) {
  std::string means;
  for (const char* outcome : segment_outcomes) means += fmt::format(", SUM({0}) * 1.0 / {1} AS {0}", outcome, tables.replications().size());
  Json list =
      objects_of(tables.query(fmt::format("SELECT customer_type AS type{} FROM segments WHERE period > {} GROUP BY customer_type "
                                          "ORDER BY INSTR('price_taker negotiator bargainer', customer_type)",
                                          means, tables.setting().warm_up)));
  for (Json& entry : list)
    for (const char* outcome : segment_outcomes)
      if (entry[outcome] == 0) entry.erase(outcome);
  return list;
}

}  // namespace

Json profit(const RunTables& tables, const OrderTotals& orders) {
  return {{"by_period", bands_of_all(tables, sums_by_period("periods", "SUM(profit)"))[0]},
          {"by_minifactory", profit_by_minifactory(tables)},
          {"by_type", tables.has_rows("orders") ? orders.contributions() : Json::array()}};
}

Json demand(const RunTables& tables, const OrderTotals& orders) {
  const std::string by_type =
      "SELECT customer_type, replication, period, SUM(requests), SUM(units), SUM(surplus) FROM segments GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
  return {{"by_type", bands_by_type(tables, by_type, {"requests", "units", "surplus"})},
          {"forecast", bands_of_all(tables, sums_by_period("periods", "SUM(forecast_units)"))[0]},
          {"units", bands_of_all(tables, sums_by_period("segments", "SUM(units)"))[0]},
          {"outcomes", tables.has_rows("orders") ? orders.outcomes() : outcomes_by_segment(tables)}};
}

Json co2(const RunTables& tables) {
  const auto found = bands_of_all(tables, sums_by_period("periods", "SUM(making_co2_kg), SUM(freight_co2_kg)"));
  return {{"making", found[0]}, {"freight", found[1]}};
}

Json messages(const RunTables& tables) {
  return means_of(tables, "messages", "kind", {"sent", "delivered", "duplicates", "lost", "size_b"});
}

Json accounts(const RunTables& tables) { return means_of(tables, "accounts", "role", {"paid", "received"}); }

}  // namespace ccm::report
