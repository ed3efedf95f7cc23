#pragma once
/// The section on talks about prices.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The value of `negotiation`; null if nobody talked.
[[nodiscard]] Json negotiation(const RunTables& tables);

}  // namespace ccm::report
