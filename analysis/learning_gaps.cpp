// What do sellers who learn still not know?

#include "analysis/learning_gaps.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace ccm {
namespace {

constexpr const char* last_beliefs = R"(
  SELECT minifactory, service, customer_type, order_units, identified, SUM(believed != 'reference_effect') AS gaps, COUNT(*) AS runs,
         SUM(COUNT(*)) OVER (PARTITION BY minifactory, service, customer_type, order_units)
  FROM estimates AS e
  WHERE period = (SELECT MAX(period) FROM estimates WHERE replication = e.replication)
  GROUP BY minifactory, service, customer_type, order_units, identified
  ORDER BY minifactory, service, customer_type, order_units, identified)";

std::string what_is_missing(const std::string& identified) {
  if (identified == "nothing") return "nothing is identified, since its price hardly moved or there were too few periods";
  if (identified == "sum_of_slopes")
    return "only the sum of both slopes is identified, since the reference price moved with the price or not at all";
  if (identified == "price_slope") return "the reference effect is not identified, since prices were at the reference price";
  return "its sales give a slope of the wrong sign";
}

}  // namespace

std::vector<std::string> learning_gaps(const std::filesystem::path& directory) {
  SQLite::Database database((directory / "results.sqlite").string(), SQLite::OPEN_READONLY);
  std::vector<std::string> gaps;
  if (!database.tableExists("estimates")) return gaps;
  SQLite::Statement row(database, last_beliefs);
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  while (row.executeStep()) {
    if (row.getColumn(5).getInt64() == 0) continue;
    const std::string size = row.getColumn(3).getInt64() == 1 ? "" : fmt::format(" in orders of {}", text(3));
    gaps.push_back(fmt::format("{} still guesses what {}s want of {}{}: {} ({} of {} replications).", text(0), text(2), text(1), size,
                               what_is_missing(text(4)), row.getColumn(5).getInt64(), row.getColumn(7).getInt64()));
  }
  return gaps;
}

}  // namespace ccm
