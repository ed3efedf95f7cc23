#pragma once
/// What the logistics of a scenario file leave to be looked up: cities, tables of places, what vehicles do not say.

#include <filesystem>

#include "scenarios/reader.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

/// Adds the places of `places_from`, a path relative to `directory`; nothing is looked for without one. Mistakes are reported to the
/// reader at their place in the table. From then on the scenario carries the places itself.
void add_listed_places(Scenario& scenario, const std::filesystem::path* directory, Reader& reader);

/// Turns cities into coordinates.
void locate_cities(Scenario& scenario, Reader& reader);

/// Fills in payload and emissions of the vehicles from their built-in models, and makes the built-in vehicles known to the reader.
void complete_vehicles(Scenario& scenario, Reader& reader);

}  // namespace ccm
