#pragma once
/// What minifactories planned and posted in each period of a replay.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The keys prices, plans and machines, of as many minifactories, by rank, as give about 11,000 rows, at most 40. Names must have numbers.
[[nodiscard]] Json replay_plans(const RunTables& tables);

}  // namespace ccm::report
