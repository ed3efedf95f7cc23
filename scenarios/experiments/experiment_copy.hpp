#pragma once
/// Copies of experiment files for another folder, where the scenario lies beside them.

#include <string>
#include <vector>

#include "scenarios/experiments/experiment.hpp"

namespace ccm {

/// The text of the experiment's file; if it has a scenario, with `scenario` in place of its path, and everything else as it is.
/// Tested by: tests/scenarios/experiment_copy_test.cpp.
[[nodiscard]] std::string text_beside(const Experiment& experiment, const std::string& scenario);

/// The files that the text of a scenario names, as it names them: its table of places, its platform.
/// Tested by: tests/scenarios/experiment_copy_test.cpp.
[[nodiscard]] std::vector<std::string> files_named_in(const std::string& scenario_text);

}  // namespace ccm
