#pragma once
/// How many orders waited, and were made, at each minifactory over time.

#include "analysis/report/replay.hpp"

namespace ccm::report {

/// The value of `queues`, of all orders: at a time t those wait with  joined <= t < started,  and are made with  started <= t < finished.
/// Without an end it goes on until the horizon.     Tested by: tests/analysis/report_replay_test.cpp.
[[nodiscard]] Json queues(const RunTables& tables, const ReplayOrders& orders);

}  // namespace ccm::report
