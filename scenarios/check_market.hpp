#pragma once
/// Do the keys about prices fit together?

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Reports where customers, minifactories and the market contradict each other on prices.
/// Tested by: tests/errors/error_messages_test.cpp.
void check_market(const Scenario& scenario, Reader& reader);

}  // namespace ccm
