#pragma once
/// The requests of a replay with their calls for quotes, and the trips.

#include "analysis/report/replay.hpp"

namespace ccm::report {

inline const std::vector<std::string> order_states{"delivered", "picked_up", "rejected", "no_offer",
                                                   "expired",   "cancelled", "failed",   "open"};
inline const std::vector<std::string> quote_answers{"quote", "refusal", "none"};
inline const std::vector<std::string> trip_modes{"delivery", "transfer", "pickup"};

/// The keys shown, of, every. Makes the temporary table `sampled` (request, order_row, position) of every n-th request by time, so that
/// there are at most 2,000 with about 4,500 calls.
[[nodiscard]] Json sample_requests(const RunTables& tables, std::vector<ReplayOrders::Request> requests);

/// The keys orders and quotes, of the sample, and shipments and shipments_of, evenly. Names must have numbers.
[[nodiscard]] Json sample_columns(const RunTables& tables);

}  // namespace ccm::report
