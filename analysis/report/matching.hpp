#pragma once
/// The section on who made what for whom, and on the trips.

#include "analysis/report/order_totals.hpp"

namespace ccm::report {

/// The value of `matching`.
[[nodiscard]] Json matching(const RunTables& tables, const OrderTotals& orders);

}  // namespace ccm::report
