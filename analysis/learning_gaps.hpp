#pragma once
/// What minifactories that learn have not learned by the end of a run.

#include <filesystem>
#include <string>
#include <vector>

namespace ccm {

/// A sentence for each minifactory, service, customer type and order size of which some replication ends with a demand that is not
/// learned in all: what is not identified or not believed, why, and in how many replications. Reads the estimates in results.sqlite in the
/// directory; none without that table.
/// Tested by: tests/analysis/summary_test.cpp.
[[nodiscard]] std::vector<std::string> learning_gaps(const std::filesystem::path& directory);

}  // namespace ccm
