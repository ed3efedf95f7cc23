#pragma once
/// What an experiment on a generator of problems solves at one point.

#include <string>
#include <vector>

#include "models/cases/generators.hpp"
#include "scenarios/experiments/experiment.hpp"

namespace ccm {

/// The generator that the experiment names. Throws ScenarioError if there is none of that name.
[[nodiscard]] const ProblemGenerator& generator_of(const Experiment& experiment);

/// One value per parameter of the generator: that of the factor or setting with its name, or its usual one. `values` are those of the
/// factors, in their order, as for settings_of. Throws ScenarioError with every mistake: a parameter that is not there, a value outside
/// its range or no number.
/// Tested by: tests/scenarios/experiment_test.cpp, tests/errors/experiment_messages_test.cpp.
[[nodiscard]] std::vector<double> generator_parameters(const Experiment& experiment, const std::vector<std::string>& values);

}  // namespace ccm
