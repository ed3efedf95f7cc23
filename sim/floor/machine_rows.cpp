// What do the tables say of machines and operations?

#include "sim/floor/machine_rows.hpp"

#include <algorithm>

namespace ccm {

OperationRecord operation_row(const FloorOwner& owner, const Batch& batch, const Run& run, double started) {
  OperationRecord row{.minifactory = owner.minifactory.name};
  row.request = static_cast<std::int64_t>(batch.order);
  row.part = owner.scenario.parts[owner.factory.parts[batch.part]].name;
  row.batch = static_cast<std::int64_t>(batch.number);
  row.route = static_cast<std::int64_t>(batch.route->number) + 1;
  row.operation = static_cast<std::int64_t>(batch.step) + 1;
  row.machine = owner.minifactory.machines[run.machine].name;
  row.worker = owner.minifactory.workers[run.level].name;
  row.queued_at_d = in_days(run.queued);
  row.began_at_d = in_days(run.began);
  row.ended_at_d = in_days(run.ended);
  row.setup_min = in_minutes(run.setup);
  row.work_min = in_minutes(run.work);
  row.started_units = static_cast<std::int64_t>(started);
  if (run.finished) row.good_units = batch.units;
  return row;
}

MachineUseRecord machine_use_row(const MinifactorySpec& minifactory, std::size_t machine, const MachineUse& use,
                                 const FloorPeriod& period) {
  const MachineSpec& spec = minifactory.machines[machine];
  const Seconds all = period.open * static_cast<double>(spec.units), busy = use.setup + use.work;
  const Seconds idle = std::max(Seconds(0), all - busy);
  MachineUseRecord row{.period = period.number, .minifactory = minifactory.name, .machine = spec.name, .operations = use.begun};
  if (use.begun > 0) row.waiting_mean_h = in_hours(use.waited) / static_cast<double>(use.begun);
  row.queue_mean = use.queue_area / period.length.value();
  row.setup_h = in_hours(use.setup);
  row.work_h = in_hours(use.work);
  row.idle_h = in_hours(idle);
  row.down_h = in_hours(use.down);
  if (all > Seconds(0)) row.utilisation = busy / all;
  row.setup_kwh = (spec.setup_power.value_or(spec.power) * use.setup).value();
  row.work_kwh = (spec.power * use.work).value();
  row.idle_kwh = (spec.idle_power * idle).value();
  return row;
}

}  // namespace ccm
