#pragma once
/// The rows that a minifactory writes of its plans and periods.

#include "models/market/settlement.hpp"
#include "sim/floor/floor.hpp"
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

/// What happened in a minifactory in the current period.
struct PeriodTally {
  std::int64_t quotes = 0, refusals = 0, orders = 0, started = 0;
  std::int64_t produced = 0;   // units
  std::vector<double> demand;  // units ordered, by service
  CostByKind cost;
  Money loss_cost{0};
  Money written_off{0};
  Income income;
  Freight freight;
  Seconds waiting{0};
};

/// What the period has brought.
void record_period(const RowContext& context, const PeriodPlan& plan, const PeriodTally& tally, const FloorUse& use);

/// Routes, machines and work of a plan.
void record_plan(const RowContext& context, const PeriodPlan& plan, const PlanMark& mark);

/// The prices posted at the start of a period.
void record_prices(const RowContext& context, const PeriodPlan& plan);

/// The cost matrix of a ledger; basis "plan" or "actual". Returns the cost of the losses.
Money record_flows(const RowContext& context, const FlowLedger& flows, std::string_view basis);

}  // namespace ccm
