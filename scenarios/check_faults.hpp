#pragma once
/// Do the keys about failures fit together?

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Reports events and failures of what is not there, and waits for repetitions that contradict each other.
/// Tested by: tests/errors/error_messages_test.cpp.
void check_faults(const Scenario& scenario, Reader& reader);

}  // namespace ccm
