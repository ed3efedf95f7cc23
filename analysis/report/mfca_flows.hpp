#pragma once
/// The section on material flow costs: the cost matrix of each quantity centre, and the flows of a Sankey diagram.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The value of `mfca`; null if the table was not kept.
[[nodiscard]] Json mfca(const RunTables& tables);

}  // namespace ccm::report
