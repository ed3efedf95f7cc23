#pragma once
/// Table 5 and Figs. 4 and 5 of [QamarAziz2023] as data.

#include "sim/commands/experiment/result_table.hpp"
#include "sim/commands/qamar_factorial/factorial_study.hpp"

namespace ccm {

/// The problems by rising profit. The paper sees three regions but gives no bounds, so none are named.
/// Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] ResultTable cost_and_profit(const FactorialStudy& study);
/// Mean profits at the levels of each factor, and the printed effect beside: its sign by Fig. 5, its size by its sum of squares.
/// Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] ResultTable main_effects(const FactorialStudy& study);
/// Ours, printed, and what is printed by its own sums of squares.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] ResultTable pooled_table_5(const FactorialStudy& study);
/// All terms, with an error from replications. The half-width of an effect is that of its 95 % interval by its own variation over the
/// replications, whatever their chance has in common; F takes one error for all.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] ResultTable replicated_table_5(const FactorialStudy& study);
/// Effects of replication 1 by rising magnitude, with Lenth's limits.     Tested by: tests/cli/factorial_test.cpp.
[[nodiscard]] ResultTable half_normal_table(const FactorialStudy& study);

}  // namespace ccm
