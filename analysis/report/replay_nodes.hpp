#pragma once
/// The actors and places of a replay, and numbers for the names in its columns.

#include "analysis/report/run_tables.hpp"

namespace ccm::report {

/// The keys located, nodes, nodes_of and roads.
[[nodiscard]] Json replay_nodes(const RunSetting& setting);

/// Makes the temporary table `numbered` (kind, name, number): nodes by kind operator, minifactory, segment or place, and the given lists.
void number_names(const RunTables& tables, const Json& nodes, const std::vector<std::pair<std::string, std::vector<std::string>>>& lists);

/// SQL: the number of a name; null if it has none.
[[nodiscard]] std::string number_of(const std::string& kind, const std::string& name);

}  // namespace ccm::report
