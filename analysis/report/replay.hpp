#pragma once
/// One replication as it happened.

#include "analysis/report/order_scan.hpp"

namespace ccm::report {

/// What the replay needs of all orders of its replication: who was in which queue when, and which requests there were.
class ReplayOrders {
 public:
  ReplayOrders(const RunTables& tables, NameNumbers& names) : tables_(tables), names_(names) {}
  void add(const OrderFacts& order);

  struct Request {
    double requested = 0;
    std::int64_t request = 0, row = 0;
    auto operator<=>(const Request&) const = default;
  };
  /// An order's stay at a minifactory, in days. It waits from joined to started, and is made from then to finished.
  struct Stay {
    std::size_t minifactory = 0;
    double joined = 0, started = 0, finished = 0;
    std::int64_t request = 0, row = 0;
  };
  /// Gives them away: there may be millions.
  [[nodiscard]] std::vector<Request> take_requests() { return std::move(requests_); }
  [[nodiscard]] const std::vector<Stay>& stays() const { return stays_; }
  [[nodiscard]] NameNumbers& names() const { return names_; }

 private:
  const RunTables& tables_;
  NameNumbers& names_;
  std::vector<Request> requests_;
  std::vector<Stay> stays_;
};

/// The value of `replay`; null without orders. The requests of `orders` are used up.
[[nodiscard]] Json replay(const RunTables& tables, ReplayOrders& orders);

}  // namespace ccm::report
