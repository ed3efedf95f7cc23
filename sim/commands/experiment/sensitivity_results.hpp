#pragma once
/// What a screening or a variance-based experiment says about its factors.

#include "sim/commands/experiment/factorial_results.hpp"

namespace ccm {

/// `morris`: per output and factor mu, mu* and sigma of the elementary effects per whole range of the factor, with 95 % intervals over the
/// trajectories.
[[nodiscard]] StudyAnalysis morris_analysis(const Study& study, const StudyValues& values, const MorrisDesign& design);

/// `sobol`: per output and factor the first-order and the total share of the variance, with bootstrap intervals.
[[nodiscard]] StudyAnalysis sobol_analysis(const Study& study, const StudyValues& values, const SobolDesign& design);

}  // namespace ccm
