#pragma once
/// How often which values occur.

#include <map>
#include <vector>

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// {"edges": [...], "count": [...]}: at most about 20 classes of equal, round width; class i is [edge i, edge i + 1), the last one with
/// its upper edge. Counts are divided by `runs`.     Tested by: tests/analysis/report_parts_test.cpp.
[[nodiscard]] Json histogram(const std::vector<double>& values, double runs = 1);

/// {"value": [...], "count": [...]} of counts by value, divided by `runs`.
[[nodiscard]] Json frequencies(const std::map<std::int64_t, std::int64_t>& counts, double runs = 1);

}  // namespace ccm::report
