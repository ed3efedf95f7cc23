#pragma once
/// What travels over a floor of machines.

#include <optional>
#include <vector>

#include "models/production/timetable.hpp"
#include "sim/messages.hpp"
#include "sim/planning.hpp"

namespace ccm {

/// Units of a part that travel their route together.
struct Batch {
  RequestId order = 0;
  std::size_t part = 0;  // index into AllocationProblem::parts
  const PlannedRoute* planned = nullptr;
  const Route* route = nullptr;
  Seconds move_time{0};
  Seconds due{0};
  std::uint64_t number = 0;          // of the batch, in the order in which they came
  std::int64_t units = 0;            // that are good so far
  std::size_t step = 0;              // which operation is next, or under way
  std::vector<OperationFlow> flows;  // of the operations that have begun
  std::vector<Slot> slots;           // time that is reserved, by operation; none if nothing is reserved

  [[nodiscard]] const Operation& operation() const { return route->operations[step]; }
  [[nodiscard]] const PlannedStep& next() const { return planned->steps[step]; }
};

/// Planned working time of so many units at an operation: the set-up, and the time of each.
[[nodiscard]] inline Seconds planned_work(const Operation& operation, double units) { return operation.setup + operation.time * units; }

/// Where a batch is: not before `ready` can its next operation begin, or go on, for which `left` of working time is still to do.
struct Place {
  Batch* batch = nullptr;
  Seconds ready{0};
  Seconds left{0};
  std::optional<Slot> running{};  // from now on, if it runs
};

/// Of a batch whose next operation has not begun.
[[nodiscard]] inline Place beginning(Batch& batch, Seconds ready) {
  return {&batch, ready, planned_work(batch.operation(), static_cast<double>(batch.units))};
}

/// A stretch of time in which a machine and a person worked on a batch without interruption, but for free time.
struct Run {
  std::size_t machine = 0, level = 0;
  Seconds queued{0}, began{0}, ended{0};
  Seconds setup{0}, work{0};  // working time: of the set-up, and of the rest
  bool finished = true;       // else a failure has interrupted it
};

}  // namespace ccm
