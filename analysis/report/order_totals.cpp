// How did requests end, what did orders contribute, and who made them for whom?

#include "analysis/report/order_totals.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/bands.hpp"
#include "analysis/report/histogram.hpp"
#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::array outcome_keys{"delivered", "picked_up", "rejected", "no_offer", "expired", "cancelled", "failed", "open"};
constexpr std::size_t flows_at_most = 300;

}  // namespace

void OrderTotals::add(const OrderFacts& order) {
  if (order.delivered >= tables_.setting().warm_up_end_d()) add_contribution(order);
  if (order.requested < tables_.setting().warm_up_end_d()) return;
  ++outcomes_[{order.type, order.state}];
  ++prices_[order.quotes];
  if (!std::isnan(order.accepted)) add_flow(order);
}

/// Who fetches goods pays for the trip.
void OrderTotals::add_contribution(const OrderFacts& order) {
  const double freight = order.state == names_.of("picked_up") || std::isnan(order.freight_cost) ? 0 : order.freight_cost;
  contributions_[{order.type, order.replication}] += static_cast<double>(order.units) * (order.price - order.unit_cost) - freight;
}

void OrderTotals::add_flow(const OrderFacts& order) {
  OrderFlow& flow = flows_[{order.segment, order.type, order.minifactory}];
  ++flow.orders;
  flow.units += order.units;
  if (std::isnan(order.distance_km)) return;
  flow.distance_km += order.distance_km;
  ++flow.travelled;
  distances_.push_back(order.distance_km);
}

std::int64_t OrderTotals::requests() const {
  std::int64_t sum = 0;
  for (const auto& [prices, count] : prices_) sum += count;
  return sum;
}

Json OrderTotals::outcomes() const {
  Json list = Json::array();
  for (const std::string& type : tables_.types()) {
    Json& entry = list.emplace_back(Json{{"type", type}});
    for (const char* key : outcome_keys)
      if (const auto found = outcomes_.find({names_.of(type), names_.of(key)}); found != outcomes_.end())
        entry[key] = per_replication(static_cast<double>(found->second));
  }
  return list;
}

Json OrderTotals::contributions() const {
  Json list = Json::array();
  for (const std::string& type : tables_.types()) {
    std::vector<double> values;
    for (const std::int64_t replication : tables_.replications()) {
      const auto found = contributions_.find({names_.of(type), replication});
      values.push_back(found == contributions_.end() ? 0 : found->second);
    }
    Json& entry = list.emplace_back(Json{{"type", type}});
    entry.update(interval(values));
  }
  return list;
}

std::vector<Json> OrderTotals::flows() const {
  std::vector<Json> list;
  for (const auto& [key, flow] : flows_) {
    const auto& [segment, type, minifactory] = key;
    list.push_back({{"segment", names_.name(segment)},
                    {"type", names_.name(type)},
                    {"minifactory", names_.name(minifactory)},
                    {"orders", per_replication(static_cast<double>(flow.orders))},
                    {"units", per_replication(static_cast<double>(flow.units))},
                    {"distance_km", flow.travelled > 0 ? Json(flow.distance_km / static_cast<double>(flow.travelled)) : Json()}});
  }
  std::ranges::sort(list, [](const Json& a, const Json& b) {
    return std::tuple(b["orders"], a["segment"], a["type"], a["minifactory"]) <
           std::tuple(a["orders"], b["segment"], b["type"], b["minifactory"]);
  });
  return list;
}

Json OrderTotals::matching() const {
  std::vector<Json> list = flows();
  const std::size_t all = list.size();
  list.resize(std::min(all, flows_at_most));
  const double runs = 1 / per_replication(1);
  return {{"flows", list}, {"flows_of", all}, {"distance", histogram(distances_, runs)}};
}

}  // namespace ccm::report
