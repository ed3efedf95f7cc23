#pragma once
/// The section on how busy minifactories and their machines were.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The value of `utilisation`.
[[nodiscard]] Json utilisation(const RunTables& tables);

}  // namespace ccm::report
