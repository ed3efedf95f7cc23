#pragma once
/// Where the printed analysis of variance contradicts itself, its text or its equations, and what our problems say instead.

#include <string>
#include <vector>

#include "sim/commands/qamar_factorial/factorial_study.hpp"

namespace ccm {

/// The most that Eq. 6 allows at zero cost, at prices at which nobody's demand is negative:     sum of alpha^2 / (4 beta) over the first
/// `customer_types` of 1.5, 2, 2.5.     Source: [QamarAziz2023] Eqs. 6 and 7.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] double highest_profit(double alpha, std::size_t customer_types);

/// One sentence or two each, every number computed from what is printed.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] std::vector<std::string> contradictions_of_table_5();
[[nodiscard]] std::vector<std::string> findings_of_our_problems(const FactorialStudy& study);

}  // namespace ccm
