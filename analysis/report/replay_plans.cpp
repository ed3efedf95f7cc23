// What did a minifactory plan and ask in each period?

#include "analysis/report/replay_plans.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/replay_nodes.hpp"
#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::int64_t rows_at_most = 11000;

std::int64_t rows_in(const RunTables& tables, const std::string& table) {
  SQLite::Statement query = tables.query(fmt::format("SELECT COUNT(*) FROM {} WHERE replication = {}", table, tables.first()));
  query.executeStep();
  return query.getColumn(0).getInt64();
}

/// How many minifactories fit, if all have as many rows.
std::int64_t minifactories_that_fit(const RunTables& tables) {
  const std::int64_t rows = rows_in(tables, "prices") + rows_in(tables, "plans") + rows_in(tables, "machines");
  const auto count = static_cast<std::int64_t>(tables.minifactories().size());
  return std::clamp<std::int64_t>(rows_at_most * count / std::max<std::int64_t>(1, rows), 1, minifactories_shown);
}

std::string from(const RunTables& tables, const std::string& table, std::int64_t shown) {
  return fmt::format(" FROM {} JOIN ranked ON ranked.name = minifactory WHERE replication = {} AND rank <= {}", table, tables.first(),
                     shown);
}

/// A stage of a service has a name of its own.
const std::string service_or_stage = "service || IIF(stage IS NULL, '', ' (stage ' || CAST(stage AS INTEGER) || ')')";

}  // namespace

Json replay_plans(const RunTables& tables) {
  const std::int64_t shown = minifactories_that_fit(tables);
  const std::string minifactory = "SELECT period, " + number_of("minifactory", "minifactory") + " AS minifactory, ";
  return {{"prices", columns_of(tables.query(minifactory + number_of("service", service_or_stage) + " AS service, " +
                                             number_of("type", "customer_type") +
                                             " AS type, ROUND(unit_cost, 4) AS unit_cost, ROUND(price, 4) AS price" +
                                             from(tables, "prices", shown) + " ORDER BY period, rank, 3, 4"))},
          {"plans",
           columns_of(tables.query(minifactory + number_of("part", "part") +
                                   " AS part, route, ROUND(planned_units, 2) AS planned_units, ROUND(average_cost, 4) AS average_cost" +
                                   from(tables, "plans", shown) + " AND plan = 1 ORDER BY period, rank, 3, route"))},
          {"machines",
           columns_of(tables.query(minifactory + number_of("machine", "machine") +
                                   " AS machine, \"group\", ROUND(capacity_min, 1) AS capacity_min, ROUND(planned_min, 1) AS planned_min" +
                                   from(tables, "machines", shown) + " AND plan = 1 ORDER BY period, rank, 3"))}};
}

}  // namespace ccm::report
