// What happened, one order after the other?

#include "analysis/report/replay.hpp"

#include <array>
#include <cmath>

#include "analysis/report/outlines.hpp"
#include "analysis/report/prices.hpp"
#include "analysis/report/replay_nodes.hpp"
#include "analysis/report/replay_plans.hpp"
#include "analysis/report/replay_queues.hpp"
#include "analysis/report/replay_sample.hpp"

namespace ccm::report {
namespace {

using NameLists = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::vector<std::string> names_in(const RunTables& tables, const std::string& sql) {
  std::vector<std::string> names;
  SQLite::Statement query = tables.query(sql);
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  return names;
}

/// Services, then their stages.
std::vector<std::string> services_in(const RunTables& tables) {
  return names_in(tables,
                  "SELECT name FROM (SELECT service AS name, 0 AS stage FROM sampled JOIN orders ON orders.rowid = order_row "
                  "UNION SELECT service, 0 FROM prices "
                  "UNION SELECT service || ' (stage ' || CAST(stage AS INTEGER) || ')', stage FROM prices WHERE stage IS NOT NULL) "
                  "ORDER BY stage, name");
}

NameLists name_lists(const RunTables& tables) {
  return {{"service", services_in(tables)},
          {"state", order_states},
          {"answer", quote_answers},
          {"mode", trip_modes},
          {"type", tables.types()},
          {"part", names_in(tables, "SELECT DISTINCT part FROM plans ORDER BY part")},
          {"machine", names_in(tables, "SELECT DISTINCT machine FROM machines ORDER BY machine")}};
}

Json frame(const RunTables& tables) {
  const RunSetting& setting = tables.setting();
  return {{"replication", tables.first()},
          {"horizon_s", std::llround(86400 * setting.horizon_d())},
          {"period_s", std::llround(86400 * setting.period_d)},
          {"periods", setting.periods}};
}

/// Names under the keys of the contract.
Json names_of(const NameLists& lists) {
  static constexpr std::array keys{"services", "states", "answers", "modes", "customer_types", "parts", "machine_names"};
  Json names = Json::object();
  for (std::size_t i = 0; i < keys.size(); ++i) names[keys[i]] = lists[i].second;
  return names;
}

}  // namespace

/// Orders that were given up after they joined a queue left it at a time that is not known: they count as never there.
void ReplayOrders::add(const OrderFacts& order) {
  if (order.replication != tables_.first()) return;
  requests_.push_back({order.requested, order.request, order.row});
  if (std::isnan(order.joined) || order.is_split) return;
  if (std::isnan(order.finished) && order.state != names_.of("open")) return;
  stays_.push_back({order.minifactory, order.joined, order.started, order.finished, order.request, order.row});
}

Json replay(const RunTables& tables, ReplayOrders& orders) {
  if (!tables.has_rows("orders")) return nullptr;
  Json all = frame(tables);
  all.update(sample_requests(tables, orders.take_requests()));
  all.update(replay_nodes(tables.setting()));
  all["outlines"] = outlines(tables.setting());
  const NameLists lists = name_lists(tables);
  number_names(tables, all["nodes"], lists);
  all.update(names_of(lists));
  all.update(sample_columns(tables));
  all["queues"] = queues(tables, orders);
  all.update(replay_plans(tables));
  all["market"] = market(tables, tables.first());
  return all;
}

}  // namespace ccm::report
