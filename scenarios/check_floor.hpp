#pragma once
/// Do the working hours and floors of minifactories fit together?

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Notes mistakes in the reader.     Tested by: tests/errors/error_messages_test.cpp.
void check_floors(const Scenario& scenario, Reader& reader);

}  // namespace ccm
