#pragma once
/// The analysis of variance of a full factorial design.

#include "analysis/anova/results.hpp"
#include "analysis/anova/table.hpp"
#include "analysis/anova/terms.hpp"

namespace ccm {

/// How replications are related.
enum class Replications {
  independent,  // each point has its own chance
  blocks,       // replication r of all points shares its chance (common random numbers), so that what they have in common is no error
};

/// Splits the sum of squares about the mean over the terms, the blocks and the residual. With means per combination of levels, the SS of a
/// term is     n sum over all points (deviation of the mean at its levels from those of the terms within it)^2,     df = product (levels -
/// 1). residual  what the terms leave: unselected interactions (lack of fit), and differences between n replications (pure error), with
///           df = points (n - 1), or (points - 1) (n - 1) beside blocks, which take n - 1.
/// results   every combination of two or more levels of each factor once, with n >= 1 values each, else ModelError (see full_table).
/// terms     each once; terms_up_to gives those up to an order. One without the terms within it (ADE without DE) may stand: in a balanced
///           design its SS does not depend on the others.
/// With n = 1 and all terms there is no error: F and p are absent.     Cost: values x factors.
/// Source: [Montgomery2017], chapter 5, and chapter 4 for blocks.     Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] AnovaTable anova(const FactorialResults& results, const std::vector<Term>& terms,
                               Replications replications = Replications::independent);

}  // namespace ccm
