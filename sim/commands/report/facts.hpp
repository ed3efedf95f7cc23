#pragma once
/// What was run, in words for the head of a report.

#include <optional>

#include "scenarios/scenario.hpp"
#include "sim/commands/report/result_directory.hpp"

namespace ccm {

/// A list of [label, text]: which scenario or experiment, what was changed, how long, how often, with which seed.
/// scenario  that of the results, the first if there are several; none of an experiment.
/// Tested by: tests/cli/report_test.cpp.
[[nodiscard]] nlohmann::ordered_json facts_of(const ResultDirectory& results, const std::optional<Scenario>& scenario);

}  // namespace ccm
