#pragma once
/// The section with the time tables of the busiest minifactories.

#include "analysis/report/replay.hpp"

namespace ccm::report {

/// The value of `gantt`: of the first replication.
[[nodiscard]] Json gantt(const RunTables& tables, const ReplayOrders& orders);

}  // namespace ccm::report
