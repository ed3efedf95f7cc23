// Does a minifactory produce on lines or machine by machine?

#include "sim/floor/make_floor.hpp"

#include "sim/floor/line_floor.hpp"
#include "sim/floor/machine_floor.hpp"

namespace ccm {

std::unique_ptr<Floor> make_floor(Clock& clock, const FloorOwner& owner, FloorReports reports, const Recorder& record) {
  const MinifactorySpec& minifactory = owner.minifactory;
  if (minifactory.floor.kind == FloorKind::machines) return std::make_unique<MachineFloor>(clock, owner, std::move(reports), record);
  const RandomStream stream(static_cast<std::uint64_t>(owner.scenario.seed), owner.replication, minifactory.name, "processing");
  const LineFloor::Lines lines{static_cast<std::size_t>(minifactory.lines), days(1) / minifactory.working_time};
  return std::make_unique<LineFloor>(clock, owner.factory, lines, Pace(minifactory, stream), std::move(reports));
}

}  // namespace ccm
