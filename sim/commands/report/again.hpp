#pragma once
/// How results are made again.

#include <string>
#include <vector>

#include "sim/commands/report/result_directory.hpp"

namespace ccm {

/// Commands for a shell in the directory of the results, which name files there, such as effective.yaml, which has every setting in it.
/// needs  files that the scenario names, and that are not there: a line for each, which begins with #, comes first.
/// Tested by: tests/cli/report_test.cpp.
[[nodiscard]] std::vector<std::string> commands_again(const ResultDirectory& results, const std::vector<std::string>& needs);

}  // namespace ccm
