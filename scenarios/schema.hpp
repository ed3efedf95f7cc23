#pragma once
/// The one table of every key of a scenario file.

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// The type of a whole scenario. Validation, effective.yaml, JSON Schema, `explain` and the reference page all come from it.
[[nodiscard]] const Type<Scenario>& scenario_type();

/// Every key with its meaning, in the order of the table, and the keys of the templates and counts that work everywhere.
[[nodiscard]] std::vector<KeyDoc> scenario_keys();

/// The schema with `like` allowed in every map, and `templates` at the top.
[[nodiscard]] Json with_templates(Json schema);

/// Keys as rows of a Markdown table with its head.
[[nodiscard]] std::string key_table(const std::vector<KeyDoc>& keys);

/// JSON Schema (draft 2020-12) of scenario files, for editors.
[[nodiscard]] Json scenario_json_schema();

/// The reference page scenarios/REFERENCE.md.
[[nodiscard]] std::string scenario_reference_page();

}  // namespace ccm
