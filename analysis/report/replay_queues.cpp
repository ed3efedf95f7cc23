// How long were the queues over time?

#include "analysis/report/replay_queues.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/report/replay_nodes.hpp"
#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::size_t steps = 300;
constexpr std::size_t minifactories_at_most_in_queues = 200;

/// Changes of a number from one time to the next; their running sum is the number.
using Changes = std::vector<std::int64_t>;

/// The first of the times that is not before; NaN never comes.
std::size_t first_time(double day, double step_d) {
  if (std::isnan(day)) return steps + 1;
  return static_cast<std::size_t>(std::min(std::ceil(std::max(day, 0.0) / step_d - 1e-9), static_cast<double>(steps + 1)));
}

void count(Changes& changes, std::size_t from, std::size_t to) {
  ++changes[from];
  --changes[std::max(from, to)];
}

Json numbers_of(const Changes& changes) {
  Json numbers = Json::array();
  std::int64_t number = 0;
  for (std::size_t i = 0; i <= steps; ++i) numbers.push_back(number += changes[i]);
  return numbers;
}

struct Occupancy {
  Changes waiting = Changes(steps + 2), making = Changes(steps + 2);

  void add(const ReplayOrders::Stay& stay, double step_d) {
    const std::size_t joined = first_time(stay.joined, step_d), started = first_time(stay.started, step_d);
    count(waiting, joined, started);
    count(making, started, first_time(stay.finished, step_d));
  }
};

std::vector<ReplayOrders::Stay> stays_of_lots(const RunTables& tables, NameNumbers& names) {
  std::vector<ReplayOrders::Stay> stays;
  SQLite::Statement query = tables.query(
      fmt::format("SELECT minifactory, joined_at_d, started_at_d, finished_at_d FROM lots WHERE replication = {}", tables.first()));
  while (query.executeStep())
    stays.push_back({names.of(query.getColumn(0).getString()), query.getColumn(1).getDouble(), query.getColumn(2).getDouble(),
                     query.getColumn(3).getDouble()});
  return stays;
}

/// By number of the minifactory's name.
std::map<std::size_t, Occupancy> occupancies(const RunTables& tables, const ReplayOrders& orders, double step_d) {
  std::map<std::size_t, Occupancy> found;
  for (std::size_t i = 0; i < std::min(minifactories_at_most_in_queues, tables.minifactories().size()); ++i)
    found[orders.names().of(tables.minifactories()[i])];
  const auto add = [&](const ReplayOrders::Stay& stay) {
    if (const auto place = found.find(stay.minifactory); place != found.end()) place->second.add(stay, step_d);
  };
  for (const ReplayOrders::Stay& stay : orders.stays()) add(stay);
  for (const ReplayOrders::Stay& stay : stays_of_lots(tables, orders.names())) add(stay);
  return found;
}

Json times(double step_d) {
  Json list = Json::array();
  for (std::size_t i = 0; i <= steps; ++i) list.push_back(static_cast<std::int64_t>(std::llround(86400 * step_d * static_cast<double>(i))));
  return list;
}

}  // namespace

Json queues(const RunTables& tables, const ReplayOrders& orders) {
  const double step_d = tables.setting().horizon_d() / static_cast<double>(steps);
  Json minifactories = Json::array(), waiting = Json::array(), making = Json::array();
  const auto found = occupancies(tables, orders, step_d);
  SQLite::Statement nodes = tables.query(
      "SELECT ranked.name, number FROM ranked JOIN numbered ON kind = 'minifactory' AND "
      "numbered.name = ranked.name ORDER BY rank");
  while (nodes.executeStep()) {
    const auto place = found.find(orders.names().of(nodes.getColumn(0).getString()));
    if (place == found.end()) continue;
    minifactories.push_back(nodes.getColumn(1).getInt64());
    waiting.push_back(numbers_of(place->second.waiting));
    making.push_back(numbers_of(place->second.making));
  }
  return {{"minifactories", minifactories}, {"at_s", times(step_d)}, {"waiting", waiting}, {"making", making}};
}

}  // namespace ccm::report
