#pragma once
/// The factorial design of [QamarAziz2023], section 4.2, beside one whose problems are known.

#include <string>
#include <vector>

#include "scenarios/type.hpp"
#include "sim/commands/experiment/result_table.hpp"

namespace ccm {

/// Table 5 with ours beside it, what contradicts what, and the analysis of variance that has an error.
/// Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] std::string qamar_factorial_page();
/// The tables by name, and the findings in words.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] Json qamar_factorial_document();
/// Table 5, Figs. 4 and 5 and the half-normal plot as data.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] std::vector<ResultTable> qamar_factorial_tables();

}  // namespace ccm
