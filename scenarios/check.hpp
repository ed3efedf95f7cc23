#pragma once
/// What the keys of a scenario must be together, beyond what each must be alone.

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Reports every contradiction between keys to the reader, at the place of the key to change.
void check(const Scenario& scenario, Reader& reader);

}  // namespace ccm
