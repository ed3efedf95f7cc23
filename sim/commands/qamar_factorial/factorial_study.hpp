#pragma once
/// The factorial design of [QamarAziz2023], Table 4, with problems of the generator qamar_2023.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/anova/two_level.hpp"
#include "analysis/statistics.hpp"

namespace ccm {

/// A factor of Table 4.
struct QamarFactor {
  std::string_view letter;
  std::string_view name;
  double low = 0, high = 0;
  int printed_sign = 0;  // of its effect in Fig. 5; 0 if the paper leaves it out
};
inline constexpr std::array qamar_factors{QamarFactor{"A", "customer_types", 2, 3, 1}, QamarFactor{"B", "groups", 2, 3},
                                          QamarFactor{"C", "parts", 7, 15, -1},        QamarFactor{"D", "machines", 5, 9, -1},
                                          QamarFactor{"E", "workers", 2, 4, -1},       QamarFactor{"F", "demand", 100, 500, 1}};

inline constexpr std::uint64_t factorial_seed = 2023;
inline constexpr std::size_t factorial_replications = 5;

/// One of the 64 problems, of replication 1.
struct FactorialProblem {
  std::array<double, 6> factors{};
  double profit = 0, cost = 0, plan_cost = 0, unit_cost = 0;  // as the generator's outputs
};

/// All that is computed; the factors are called by their letters.
struct FactorialStudy {
  std::vector<FactorialProblem> problems;
  FactorialResults first;       // profits of replication 1
  FactorialResults replicated;  // of all replications; each has the same chance at all points
};

/// Solves 64 problems, five times over.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] FactorialStudy solve_factorial();

/// The 13 terms of the printed model, the last of which has no row: DE, without which ADE would stand alone.
[[nodiscard]] const std::vector<Term>& printed_model_terms();
/// All 63.
[[nodiscard]] std::vector<Term> all_factorial_terms();
/// "ADE".
[[nodiscard]] std::string letters_of(const Term& term);

/// Of the profits of one replication (from 0), in the order of the terms.
[[nodiscard]] std::vector<Effect> effects_in(const FactorialStudy& study, std::size_t replication, const std::vector<Term>& terms);

/// The mean effect of a term over the replications, with its 95 % interval by its own variation: right whatever chance they share.
[[nodiscard]] Estimate estimated_effect(const FactorialStudy& study, const Term& term);

/// Replication 1, as the paper does it: what the 13 terms leave is taken for chance.
[[nodiscard]] AnovaTable pooled_analysis(const FactorialStudy& study);
/// All 63 terms, with the differences between replications as error.
[[nodiscard]] AnovaTable replicated_analysis(const FactorialStudy& study);

}  // namespace ccm
