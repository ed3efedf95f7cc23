#pragma once
/// Terms of an analysis of variance: main effects and interactions.

#include <cstdint>
#include <string>
#include <vector>

namespace ccm {

/// The factors (indexes from 0) that take part: {0} is the main effect of the first factor, {0, 2} its interaction with the third.
using Term = std::vector<std::size_t>;

/// All terms of at most `order` of the factors, main effects first, as R orders them: A, B, C, A:B, A:C, B:C, A:B:C.
/// factors  1 to 26;  order  at least 1;  at most 2^20 terms; else ModelError.     Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] std::vector<Term> terms_up_to(std::size_t factors, std::size_t order);

/// The names of the factors in their order, joined as in R: "A:C"; ModelError as in mask_of_term.     Tested by:
/// tests/analysis/anova_test.cpp.
[[nodiscard]] std::string name_of_term(const Term& term, const std::vector<std::string>& factors);

/// Those of several terms.     Tested by: tests/analysis/anova_test.cpp.
[[nodiscard]] std::vector<std::string> names_of_terms(const std::vector<Term>& terms, const std::vector<std::string>& factors);

/// One bit per factor, that of the first factor being 1; ModelError unless the term has factors, each below `factors` (at most 32) and
/// once. Tested by: tests/analysis/anova_errors_test.cpp.
[[nodiscard]] std::uint32_t mask_of_term(const Term& term, std::size_t factors);

/// The masks of the terms; ModelError, as in mask_of_term, and if a term stands twice.     Tested by: tests/analysis/anova_errors_test.cpp.
[[nodiscard]] std::vector<std::uint32_t> masks_of_terms(const std::vector<Term>& terms, const std::vector<std::string>& factors);

}  // namespace ccm
