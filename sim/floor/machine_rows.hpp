#pragma once
/// The rows that tell of machines and operations.

#include "sim/floor/batch.hpp"
#include "sim/floor/make_floor.hpp"
#include "sim/floor/workshop.hpp"

namespace ccm {

/// A stretch of work on a batch of which so many units were started.
[[nodiscard]] OperationRecord operation_row(const FloorOwner& owner, const Batch& batch, const Run& run, double started);

/// The period of a row: its length, and the working time in it.
struct FloorPeriod {
  std::int64_t number = 0;  // from 1
  Seconds length{0}, open{0};
};
[[nodiscard]] MachineUseRecord machine_use_row(const MinifactorySpec& minifactory, std::size_t machine, const MachineUse& use,
                                               const FloorPeriod& period);

}  // namespace ccm
