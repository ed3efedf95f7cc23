// Who made what for whom, and how did it get there?

#include "analysis/report/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <compare>
#include <map>

#include "analysis/report/histogram.hpp"

namespace ccm::report {
namespace {

using TripSums = std::array<double, 6>;
constexpr std::array trip_sums{"trips", "orders", "distance_km", "mass_kg", "cost", "co2_kg"};

/// Trips by mode and vehicle. Sums here are faster than groups of the database, which it would sort.
std::map<std::pair<std::string, std::string>, TripSums> trips_by_vehicle(const RunTables& tables) {
  SQLite::Statement query =
      tables.query(fmt::format("SELECT mode, vehicle, orders, distance_km, mass_kg, cost, co2_kg FROM shipments WHERE departed_at_d >= {}",
                               tables.setting().warm_up_end_d()));
  std::map<std::pair<std::string, std::string>, TripSums> found;
  while (query.executeStep()) {
    TripSums& sums = found[{query.getColumn(0).getString(), query.getColumn(1).getString()}];
    ++sums[0];
    for (int i = 1; i < static_cast<int>(sums.size()); ++i) sums[static_cast<std::size_t>(i)] += query.getColumn(i + 1).getDouble();
  }
  return found;
}

Json shipments(const RunTables& tables) {
  Json list = Json::array();
  for (const auto& [key, sums] : trips_by_vehicle(tables)) {
    Json& entry = list.emplace_back(Json{{"mode", key.first}, {"vehicle", key.second}});
    for (std::size_t i = 0; i < sums.size(); ++i) entry[trip_sums[i]] = sums[i] / static_cast<double>(tables.replications().size());
  }
  return list;
}

/// How many quotes reached the operator for a request.
struct QuoteNumber {
  std::int64_t replication = 0, request = 0, quotes = 0;

  [[nodiscard]] bool is_of_same(const QuoteNumber& other) const { return replication == other.replication && request == other.request; }
  auto operator<=>(const QuoteNumber&) const = default;
};

/// The quotes of one call stand together in the table; a request may have several calls.
std::vector<QuoteNumber> quotes_by_call(const RunTables& tables) {
  SQLite::Statement query = tables.query(fmt::format("SELECT replication, request FROM quotes WHERE answer = 'quote' AND called_at_d >= {}",
                                                     tables.setting().warm_up_end_d()));
  std::vector<QuoteNumber> calls;
  while (query.executeStep()) {
    const QuoteNumber next{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), 0};
    if (calls.empty() || !calls.back().is_of_same(next)) calls.push_back(next);
    ++calls.back().quotes;
  }
  return calls;
}

/// Requests by number of quotes, of those with any.
std::map<std::int64_t, std::int64_t> requests_by_quotes(const RunTables& tables) {
  auto calls = quotes_by_call(tables);
  std::ranges::sort(calls);
  std::map<std::int64_t, std::int64_t> counts;
  for (std::size_t i = 0; i < calls.size();) {
    const QuoteNumber& request = calls[i];
    std::int64_t quotes = 0;
    for (; i < calls.size() && calls[i].is_of_same(request); ++i) quotes += calls[i].quotes;
    ++counts[quotes];
  }
  return counts;
}

/// Without calls, customers took posted prices: then these count.
Json quotes_per_request(const RunTables& tables, const OrderTotals& orders) {
  auto counts = tables.has_rows("quotes") ? requests_by_quotes(tables) : orders.requests_by_prices();
  std::int64_t requests = 0;
  for (const auto& [quotes, count] : counts) requests += count;
  if (orders.requests() > requests) counts[0] += orders.requests() - requests;
  return frequencies(counts, static_cast<double>(tables.replications().size()));
}

}  // namespace

Json matching(const RunTables& tables, const OrderTotals& orders) {
  Json section = orders.matching();
  section["quotes_per_request"] = quotes_per_request(tables, orders);
  section["shipments"] = shipments(tables);
  return section;
}

}  // namespace ccm::report
