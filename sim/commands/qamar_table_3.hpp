#pragma once
/// Table 3 of [QamarAziz2023] computed anew.

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "models/pricing/strategy.hpp"
#include "scenarios/type.hpp"
#include "sim/commands/experiment/result_table.hpp"

namespace ccm {

/// C, inferred from the printed total 2419.165 with alpha = 100; the paper gives neither.
inline constexpr Money table_3_cost{6.5194935};
/// Table 2, with the inferred alpha.
inline constexpr std::array table_3_types{TypeDemand{CustomerType::price_taker, 100, 1.5}, TypeDemand{CustomerType::negotiator, 100, 2},
                                          TypeDemand{CustomerType::bargainer, 100, 2.5}};

/// The printed columns with what they really are, and beside them what the strategies earn.     Tested by: tests/cli/reproduce_test.cpp.
[[nodiscard]] std::string table_3_page();
[[nodiscard]] Json table_3_document();
/// Fig. 3: what each type buys at the prices of each row of Table 3.     Tested by: tests/cli/reproduce_test.cpp.
[[nodiscard]] ResultTable figure_3_table();
/// What the paper says of Fig. 3, and what the demands are.     Tested by: tests/cli/reproduce_test.cpp.
[[nodiscard]] std::string figure_3_page();
/// What the paper's gains come to, line by line.
[[nodiscard]] std::string table_3_gains();

}  // namespace ccm
