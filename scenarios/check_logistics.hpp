#pragma once
/// Whether places, roads and vehicles fit the rest of a scenario.

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Reports to the reader what does not fit. The scenario's names are resolved.
void check_logistics(const Scenario& scenario, Reader& reader);

}  // namespace ccm
