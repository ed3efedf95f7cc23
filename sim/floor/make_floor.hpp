#pragma once
/// Which floor a minifactory has.

#include "models/replication.hpp"
#include "sim/clock.hpp"
#include "sim/floor/floor.hpp"

namespace ccm {

/// Whose floor it is.
struct FloorOwner {
  const Scenario& scenario;
  const MinifactorySpec& minifactory;
  const FactoryModel& factory;
  Replication replication = 0;
};

/// Lines or machines, as the scenario says. What the owner refers to must outlive the floor.
[[nodiscard]] std::unique_ptr<Floor> make_floor(Clock& clock, const FloorOwner& owner, FloorReports reports, const Recorder& record);

}  // namespace ccm
