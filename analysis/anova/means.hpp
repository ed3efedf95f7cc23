#pragma once
/// Means per level and per pair of levels, for plots of main effects and interactions.

#include "analysis/anova/anova.hpp"

namespace ccm {

/// The mean of all values with one level of a factor.
struct LevelMean {
  std::size_t level = 0;
  double mean = 0;
  std::optional<double> half_width;  // of the confidence interval mean ± half_width, when there is an error
};

/// The mean of each level, over the levels of all other factors, and     half width = t(1 - (1 - confidence)/2, df) sqrt(mean square /
/// values). results     as for anova or anova_of_fraction, else ModelError;  factor  index from 0, below the number of factors, else
/// ModelError. error       the residual of the analysis of variance, which gives df and mean square; without degrees of freedom there is no
/// interval.
///             Beside blocks, differences between levels are as certain as it says, and the means themselves less.
/// confidence  in (0, 1), else ModelError.
/// Source: [Montgomery2017], chapter 5.     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] std::vector<LevelMean> level_means(const FactorialResults& results, std::size_t factor, const AnovaLine& error,
                                                 double confidence = 0.95);

/// The mean of all values with level i of the first and level j of the second factor, at [i][j]; absent when a fraction has no such point.
/// results, first, second  as for level_means; two factors.     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> interaction_means(const FactorialResults& results, std::size_t first,
                                                                                std::size_t second);

}  // namespace ccm
