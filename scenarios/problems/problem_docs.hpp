#pragma once
/// What there is to know of problem files, for reading and for editors.

#include <string>
#include <vector>

#include "scenarios/type.hpp"

namespace ccm {

/// Every key of every kind of problem; paths begin with the kind: allocation.machines.<machine>.power.
[[nodiscard]] std::vector<KeyDoc> problem_keys();

/// JSON Schema (draft 2020-12) of problem files, for editors.
[[nodiscard]] Json problem_json_schema();

/// The reference page scenarios/problems/REFERENCE.md.
[[nodiscard]] std::string problem_reference_page();

}  // namespace ccm
