#pragma once
/// The points of an experiment, as its design makes them.

#include <string>
#include <vector>

#include "scenarios/experiments/experiment.hpp"

namespace ccm {

/// Every point with its factors' values.
struct DesignPoints {
  std::vector<std::vector<std::string>> values;  // YAML text, per point and factor
  std::vector<std::vector<std::size_t>> levels;  // the level (from 0), per point and factor; empty if the design has none
};

/// Throws ScenarioError if the design makes no points: generators that contradict each other, or too many points.
/// Tested by: tests/cli/experiment_test.cpp.
[[nodiscard]] DesignPoints design_points(const Experiment& experiment);

}  // namespace ccm
