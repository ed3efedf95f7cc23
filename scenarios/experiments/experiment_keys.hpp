#pragma once
/// The table of keys of an experiment file.

#include "scenarios/experiments/experiment_spec.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// The type of a whole file.
[[nodiscard]] const Type<ExperimentSpec>& experiment_keys();

/// The words for the alternatives of DesignSpec, in their order.
[[nodiscard]] const std::vector<std::string>& design_names();

/// The most points, levels of a factor, and replications that an experiment may have.
inline constexpr std::size_t most_points = 1'000'000;

}  // namespace ccm
