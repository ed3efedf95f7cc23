#pragma once
/// Sections that are sums over minifactories or segments: the summary, profit, demand, CO2, messages and accounts.

#include <filesystem>

#include "analysis/report/order_totals.hpp"

namespace ccm::report {

/// The value of `summary`.
[[nodiscard]] Json summary(const RunTables& tables, const std::filesystem::path& directory);
/// The value of `profit`.
[[nodiscard]] Json profit(const RunTables& tables, const OrderTotals& orders);
/// The value of `demand`.
[[nodiscard]] Json demand(const RunTables& tables, const OrderTotals& orders);
/// The value of `co2`.
[[nodiscard]] Json co2(const RunTables& tables);
/// The value of `messages`.
[[nodiscard]] Json messages(const RunTables& tables);
/// The value of `accounts`.
[[nodiscard]] Json accounts(const RunTables& tables);

}  // namespace ccm::report
