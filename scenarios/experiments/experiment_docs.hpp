#pragma once
/// What there is to know of experiment files, for reading and for editors.

#include <string>
#include <vector>

#include "scenarios/type.hpp"

namespace ccm {

/// Every key of experiment files; those of a design have its kind in their path: design.<morris>.trajectories.
[[nodiscard]] std::vector<KeyDoc> experiment_key_docs();

/// JSON Schema (draft 2020-12) of experiment files, for editors.
[[nodiscard]] Json experiment_json_schema();

/// The reference page scenarios/experiments/REFERENCE.md.
[[nodiscard]] std::string experiment_reference_page();

}  // namespace ccm
