#pragma once
/// What a factorial experiment says about its factors.

#include <string>
#include <vector>

#include "sim/commands/experiment/study_values.hpp"

namespace ccm {

/// Tables with what should be said about them.
struct StudyAnalysis {
  std::vector<ResultTable> tables;
  std::vector<std::string> notes;
};

/// Of a grid, a full or a fractional factorial: `anova`, `main_effects`, `interactions`; of two levels also `effects`, with the half-normal
/// quantiles and, without replications, Lenth's margins. `order` is that of the highest interaction that is a term; the rest is error.
/// Without it: all interactions where there are replications, and two-factor interactions where there are none.
/// An output that does not have all values at every point is left out, and a note says why.
[[nodiscard]] StudyAnalysis factorial_analysis(const Study& study, const StudyValues& values, std::optional<std::size_t> order);

}  // namespace ccm
