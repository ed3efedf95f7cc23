#pragma once
/// One pass over the orders of a run, which may be a million: all totals over orders come from it.

#include <functional>
#include <limits>
#include <map>

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// Numbers for names, in the order in which they are met.
class NameNumbers {
 public:
  [[nodiscard]] std::size_t of(std::string_view name);
  [[nodiscard]] const std::string& name(std::size_t number) const { return names_[number]; }
  [[nodiscard]] std::size_t count() const { return names_.size(); }

 private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::vector<std::string> names_;
};

/// What totals need of an order. Times are in days, NaN if there is none, as are other numbers that do not exist.
struct OrderFacts {
  std::int64_t row = 0, replication = 0, request = 0;
  std::size_t segment = 0, type = 0, state = 0, minifactory = 0;  // numbers of names
  std::int64_t units = 0, quotes = 0;
  bool is_split = false;
  double requested = 0, accepted = 0, joined = 0, started = 0, finished = 0, delivered = 0;
  double price = 0, unit_cost = 0, freight_cost = 0, distance_km = 0;
};

/// Calls `visit` with each order, in the order of the table; the names' numbers are those of `names`.
void for_each_order(const RunTables& tables, NameNumbers& names, const std::function<void(const OrderFacts&)>& visit);

}  // namespace ccm::report
