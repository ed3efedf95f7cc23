// How did talks go, how long did they take, and who got the gain from trade?

#include "analysis/report/negotiation.hpp"

#include <fmt/format.h>

#include <map>

#include "analysis/report/bands.hpp"
#include "analysis/report/histogram.hpp"

namespace ccm::report {
namespace {

/// The talks of one customer type.
struct Talks {
  std::int64_t count = 0;
  std::map<std::string, std::int64_t> outcomes;
  std::map<std::int64_t, std::int64_t> messages;
  std::vector<double> hours;
  std::map<std::int64_t, std::pair<double, std::int64_t>> shares;  // by replication: sum and number
};

/// The share is known of deals that were made, and gained something.
std::string talks_sql(double warm_up_end) {
  return fmt::format(
      "SELECT customer_type, n.replication, outcome, messages, 24 * (ended_at_d - began_at_d), "
      "IIF(reservation_price > unit_cost, (reservation_price - n.price) / (reservation_price - unit_cost), NULL) "
      "FROM negotiations n JOIN (SELECT DISTINCT segment AS name, customer_type FROM segments) s ON s.name = n.segment "
      "LEFT JOIN (SELECT replication, request, unit_cost FROM orders) o ON o.replication = n.replication AND o.request = n.request "
      "WHERE began_at_d >= {}",
      warm_up_end);
}

void add_share(Talks& talks, std::int64_t replication, double share) {
  auto& [sum, count] = talks.shares[replication];
  sum += share;
  ++count;
}

std::map<std::string, Talks> talks_by_type(const RunTables& tables) {
  std::map<std::string, Talks> by_type;
  SQLite::Statement query = tables.query(talks_sql(tables.setting().warm_up_end_d()));
  while (query.executeStep()) {
    Talks& talks = by_type[query.getColumn(0).getString()];
    ++talks.count;
    ++talks.outcomes[query.getColumn(2).getString()];
    ++talks.messages[query.getColumn(3).getInt64()];
    talks.hours.push_back(query.getColumn(4).getDouble());
    if (const auto share = query.getColumn(5); !share.isNull()) add_share(talks, query.getColumn(1).getInt64(), share.getDouble());
  }
  return by_type;
}

Json outcomes_of(const Talks& talks) {
  Json outcomes = Json::object();
  for (const char* key : {"agreed", "at_asked_price", "left", "no_answer"}) {
    const auto found = talks.outcomes.find(key);
    outcomes[key] = found == talks.outcomes.end() ? 0 : found->second;
  }
  return outcomes;
}

Json share_of(const Talks& talks) {
  std::vector<double> means;
  for (const auto& [replication, share] : talks.shares) means.push_back(share.first / static_cast<double>(share.second));
  return interval(means);
}

}  // namespace

Json negotiation(const RunTables& tables) {
  if (!tables.has_rows("negotiations")) return nullptr;
  const auto found = talks_by_type(tables);
  Json list = Json::array();
  for (const std::string& type : tables.types())
    if (const auto of_type = found.find(type); of_type != found.end()) {
      const Talks& talks = of_type->second;
      list.push_back({{"type", type},
                      {"talks", talks.count},
                      {"outcomes", outcomes_of(talks)},
                      {"messages", frequencies(talks.messages)},
                      {"hours", histogram(talks.hours)},
                      {"share", share_of(talks)}});
    }
  return {{"by_type", std::move(list)}};
}

}  // namespace ccm::report
