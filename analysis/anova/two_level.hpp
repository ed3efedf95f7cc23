#pragma once
/// Effects of two-level designs, full or fractional, and the analysis of variance of the latter.

#include "analysis/anova/anova.hpp"

namespace ccm {

/// What a term changes.
struct Effect {
  std::string name;
  double value = 0;  // in the unit of the output
};

/// effect = mean where the product of the term's levels is +1  -  mean where it is -1,     level 0 being -1 and level 1 being +1.
/// In a fraction, it is the sum of the effects of its alias set.
/// results  points of two-level factors, each once, with as many values each, else ModelError.
/// terms    ModelError if one is aliased with the mean or with another, or overlaps with it in part, so that they cannot be told apart.
/// Source: [BoxHunterHunter2005], chapters 5 and 6.     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] std::vector<Effect> effects(const FactorialResults& results, const std::vector<Term>& terms);

/// The analysis of variance of a two-level design that need not be full:     SS = N effect^2 / 4,     df = 1,     with N values in all.
/// What the terms leave between the points is lack of fit. For a full design, it is the same as anova.
/// results, terms  as for effects; at most as many terms as points - 1, since there are no more that can be told apart.
/// Source: [BoxHunterHunter2005], chapter 6; [Montgomery2017], chapter 8.     Tested by: tests/analysis/two_level_test.cpp.
[[nodiscard]] AnovaTable anova_of_fraction(const FactorialResults& results, const std::vector<Term>& terms,
                                           Replications replications = Replications::independent);

}  // namespace ccm
