#pragma once
/// The case study of [QamarAziz2023], computed anew.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "scenarios/type.hpp"
#include "sim/commands/experiment/result_table.hpp"

namespace ccm {

/// Table 1 solved, Table 3 with what its columns are, the configuration and batches of Fig. 2, the demands of Fig. 3; and what they really
/// are. The plant is that of scenarios/problems/qamar_2023_table1.yaml.     Tested by: tests/cli/reproduce_test.cpp.
[[nodiscard]] std::string qamar_page();
[[nodiscard]] Json qamar_document();
/// Fig. 3 as data.     Tested by: tests/cli/reproduce_test.cpp.
[[nodiscard]] std::vector<ResultTable> qamar_tables();

}  // namespace ccm
