#pragma once
/// The roads of a scenario as the models see them.

#include "models/logistics/road_network.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Which one of the scenario's places is named so; ModelError if none is.
[[nodiscard]] std::size_t place_index(const Scenario& scenario, const std::string& name);

/// Its roads between its places, in their order.     Tested by: tests/scenarios/places_test.cpp.
[[nodiscard]] RoadNetwork road_network(const Scenario& scenario);

}  // namespace ccm
