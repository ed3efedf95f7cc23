#pragma once
/// The section on prices: what customers remembered, were asked and paid.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The value of `prices`: bands by customer type.
[[nodiscard]] Json prices(const RunTables& tables);
/// The value of `replay.market`: the same of one replication.
[[nodiscard]] Json market(const RunTables& tables, std::int64_t replication);

}  // namespace ccm::report
