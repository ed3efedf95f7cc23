#pragma once
/// Do the keys about matching, splitting and stages fit together?

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Reports where the operator, the services and the market contradict each other on who makes an order.
/// Tested by: tests/errors/error_messages_test.cpp.
void check_matching(const Scenario& scenario, Reader& reader);

}  // namespace ccm
