// Which requests does a replay show, and what happened to them?

#include "analysis/report/replay_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/replay_nodes.hpp"
#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::int64_t requests_at_most = 2000;
constexpr std::int64_t calls_at_most = 4500;
constexpr std::int64_t trips_at_most = 3000;

std::int64_t last_row(const RunTables& tables, const std::string& table) {
  SQLite::Statement query = tables.query("SELECT MAX(rowid) FROM " + table);
  query.executeStep();
  return query.getColumn(0).getInt64();
}

/// Every how many requests one is shown.
std::int64_t sampling_step(const RunTables& tables, std::int64_t requests) {
  const double calls =
      static_cast<double>(last_row(tables, "quotes")) / static_cast<double>(std::max<std::int64_t>(1, last_row(tables, "orders")));
  const double shown = std::min<double>(requests_at_most, calls > 0 ? calls_at_most / calls : requests_at_most);
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(static_cast<double>(requests) / std::max(1.0, shown))));
}

std::string seconds_of(const std::string& column) { return fmt::format("ROUND(86400 * {0}_at_d, 2) AS {0}_s", column); }

std::string seconds(const std::vector<std::string>& columns) {
  std::string list;
  for (const std::string& column : columns) list += ", " + seconds_of(column);
  return list;
}

std::string rounded_columns(int digits, const std::vector<std::pair<std::string, std::string>>& columns) {
  std::string list;
  for (const auto& [value, name] : columns) list += fmt::format(", ROUND({}, {}) AS {}", value, digits, name);
  return list;
}

Json sampled_orders(const RunTables& tables) {
  const std::string sql =
      "SELECT sampled.request AS request, " + number_of("segment", "segment") + " AS segment, " + number_of("minifactory", "minifactory") +
      " AS minifactory, " + number_of("service", "service") + " AS service, " + number_of("state", "state") + " AS state, units" +
      seconds({"requested", "offered", "promised", "accepted", "joined", "started", "finished", "delivered"}) +
      rounded_columns(4, {{"asked_price", "asked"},
                          {"price", "price"},
                          {"reference_price", "reference"},
                          {"willingness_to_pay", "willingness"},
                          {"unit_cost", "unit_cost"}}) +
      rounded_columns(2, {{"distance_km", "distance_km"}}) + rounded_columns(3, {{"making_co2_kg + freight_co2_kg", "co2_kg"}}) +
      ", bids FROM sampled JOIN orders ON orders.rowid = order_row ORDER BY position";
  return columns_of(tables.query(sql));
}

Json sampled_quotes(const RunTables& tables) {
  const std::string sql =
      "SELECT position AS 'order', " + number_of("minifactory", "minifactory") + " AS minifactory, round, " + seconds_of("called") + ", " +
      number_of("answer", "answer") + " AS answer, " + seconds_of("answered") + rounded_columns(4, {{"price", "price"}}) +
      ", chosen FROM quotes CROSS JOIN sampled ON sampled.request = quotes.request WHERE replication = " + std::to_string(tables.first()) +
      " ORDER BY position, called_at_d, round, quotes.rowid";
  return columns_of(tables.query(sql));
}

struct RowSpan {
  std::int64_t count = 0, first = 0;
};

RowSpan trips_of(const RunTables& tables) {
  SQLite::Statement query = tables.query(fmt::format("SELECT COUNT(*), MIN(rowid) FROM shipments WHERE replication = {}", tables.first()));
  query.executeStep();
  return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

std::string destination_number() {
  return fmt::format("COALESCE({}, {}, {})", number_of("place", "destination"), number_of("segment", "destination"),
                     number_of("minifactory", "destination"));
}

Json sampled_trips(const RunTables& tables, const RowSpan& trips) {
  const std::int64_t every = std::max<std::int64_t>(1, (trips.count + trips_at_most - 1) / trips_at_most);
  const std::string sql =
      "SELECT " + number_of("minifactory", "minifactory") + " AS minifactory, " + destination_number() + " AS 'to', " +
      number_of("mode", "mode") + " AS mode" + seconds({"departed", "arrived"}) + ", orders FROM shipments WHERE " +
      fmt::format("replication = {} AND (rowid - {}) % {} = 0 ORDER BY departed_at_d, rowid", tables.first(), trips.first, every);
  return columns_of(tables.query(sql));
}

}  // namespace

Json sample_requests(const RunTables& tables, std::vector<ReplayOrders::Request> requests) {
  std::ranges::sort(requests);
  const auto count = static_cast<std::int64_t>(requests.size()), every = sampling_step(tables, count);
  tables.execute("CREATE TEMP TABLE sampled (request INTEGER PRIMARY KEY, order_row INTEGER, position INTEGER)");
  SQLite::Statement insertion = tables.query("INSERT OR IGNORE INTO sampled VALUES (?, ?, ?)");
  std::int64_t shown = 0;
  for (std::int64_t k = 0; k < count; k += every, ++shown) {
    const ReplayOrders::Request& request = requests[static_cast<std::size_t>(k)];
    insertion.bind(1, request.request);
    insertion.bind(2, request.row);
    insertion.bind(3, shown);
    insertion.exec();
    insertion.reset();
  }
  return {{"shown", shown}, {"of", count}, {"every", every}};
}

Json sample_columns(const RunTables& tables) {
  const RowSpan trips = trips_of(tables);
  return {{"orders", sampled_orders(tables)},
          {"quotes", sampled_quotes(tables)},
          {"shipments", sampled_trips(tables, trips)},
          {"shipments_of", trips.count}};
}

}  // namespace ccm::report
