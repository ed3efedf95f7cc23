#pragma once
/// What all orders of a run amount to: how requests ended, what they contributed, who made them for whom.

#include <array>
#include <tuple>

#include "analysis/report/order_scan.hpp"

namespace ccm::report {

/// Orders of one customer segment at one minifactory.
struct OrderFlow {
  std::int64_t orders = 0, units = 0;
  double distance_km = 0;      // of all of them together
  std::int64_t travelled = 0;  // of how many the distance is known
};

/// Sums over orders: of requests made after the warm-up, contributions of orders delivered after it.
class OrderTotals {
 public:
  OrderTotals(const RunTables& tables, NameNumbers& names) : tables_(tables), names_(names) {}
  void add(const OrderFacts& order);

  /// [{"type", "delivered": mean requests per replication, ...}].
  [[nodiscard]] Json outcomes() const;
  /// [{"type", Interval...}]: units x (price - unit cost) less the freight cost that the minifactory bore.
  [[nodiscard]] Json contributions() const;
  /// The keys flows, flows_of and distance of the section on matching.
  [[nodiscard]] Json matching() const;

  [[nodiscard]] std::int64_t requests() const;
  /// Requests by the number of prices that reached the customer.
  [[nodiscard]] const std::map<std::int64_t, std::int64_t>& requests_by_prices() const { return prices_; }

 private:
  [[nodiscard]] double per_replication(double count) const { return count / static_cast<double>(tables_.replications().size()); }
  [[nodiscard]] std::vector<Json> flows() const;
  void add_contribution(const OrderFacts& order);
  void add_flow(const OrderFacts& order);

  const RunTables& tables_;
  NameNumbers& names_;
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> outcomes_;          // by type, state
  std::map<std::pair<std::size_t, std::int64_t>, double> contributions_;          // by type, replication
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, OrderFlow> flows_;  // by segment, type, minifactory
  std::map<std::int64_t, std::int64_t> prices_;                                   // requests by number of prices
  std::vector<double> distances_;
};

}  // namespace ccm::report
