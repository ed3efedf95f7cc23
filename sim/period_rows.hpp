#pragma once
/// The rows that a minifactory writes of its plans and periods.

#include "sim/ledger.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// Which plan of the period, and when it was made.
struct PlanMark {
  std::int64_t number = 0;  // from 1
  Seconds at{0};
};

/// Whose rows, of which period.
struct RowContext {
  const Recorder& record;
  const Scenario& scenario;
  const MinifactorySpec& minifactory;
  const FactoryModel& factory;
  std::int64_t period = 0;
};

/// Routes, machines and work of a plan.
void record_plan(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark);

/// The prices posted at the start of a period.
void record_prices(const RowContext& context, const PeriodPlan& plan);

/// The cost matrix of a ledger; basis "plan" or "actual". Returns the cost of the losses.
Money record_flows(const RowContext& context, const FlowLedger& flows, std::string_view basis);

}  // namespace ccm
