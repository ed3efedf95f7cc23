#pragma once
/// What a minifactory decides at the start of a period: routes, machine groups, workers and prices.

#include <memory>

#include "models/allocation/cache.hpp"
#include "models/cost/flow_ledger.hpp"
#include "sim/factory_model.hpp"

namespace ccm {

/// Machines and worker levels (by index) that a plan or an order needs.
struct Resources {
  /// Which of the two: &Resources::machines or &Resources::workers.
  using Kind = std::vector<std::size_t> Resources::*;

  std::vector<std::size_t> machines, workers;

  [[nodiscard]] bool empty() const { return machines.empty() && workers.empty(); }
};

/// One operation of a planned route, as the floor carries it out on a batch.
struct PlannedStep {
  std::size_t machine = 0;
  std::vector<std::size_t> levels;  // of the workers who may do it
  bool moved = false;               // the batch has come from another machine group
};

/// A route of a part that is in the plan.
struct PlannedRoute {
  std::size_t route = 0;  // index into Part::routes
  double weight = 1;      // share of the part's units
  Seconds time{0};        // machine time for one good unit over the whole route
  CostByKind unit_cost;
  std::vector<OperationCost> operations;
  std::vector<PlannedStep> steps;  // as Route::operations
  Resources needs;
};

/// One way to make a unit of a service: a planned route for each of its parts.
struct Recipe {
  double weight = 1;                // share of the service's units
  std::vector<std::size_t> routes;  // of each part of the service: index into PeriodPlan::routes of that part
  Seconds time{0};
  CostByKind cost;
  Resources needs;
};

/// How a service is made and sold in one period.
struct ServicePlan {
  double forecast = 0;          // units
  std::vector<Recipe> recipes;  // none if it cannot be made
  Money unit_cost{0};           // on the factory's cost basis
  std::vector<Money> prices;    // one per entry of ServiceModel::demand; none if it cannot be made
};

/// If capacity does not suffice for the forecast, the allocation is for the part of it that can be made (see servable.hpp).
struct PeriodPlan {
  std::shared_ptr<const Allocation> allocation;
  std::vector<double> part_demand;                // forecast D of each part
  std::vector<std::vector<PlannedRoute>> routes;  // of each part
  std::vector<ServicePlan> services;              // as FactoryModel::services
  [[nodiscard]] double unserved_parts() const;    // units in the forecast for which capacity does not suffice
  std::optional<std::int64_t> rounds;             // of planning until prices and costs agreed; nothing if they did not
};

/// What the minifactory expects of a period: of each service, its share of the demand in its reach, or so many units.
struct Expectation {
  std::vector<double> share;
  std::optional<double> units;
  std::vector<RivalPrices> rivals{};  // of each service; may be empty
};

/// Finds a plan whose prices bring the demand that it was made for: allocation -> unit cost -> prices -> demand -> allocation, until the
/// demand settles (largest change 1e-9 of itself), at most 20 rounds. Within a round the allocation stands, and its cost follows the demand
/// as batches grow:     C(D) = v + m / sqrt(D),  or at the margin  v + m / (2 sqrt(D)).
/// before  the plan of the period before, from whose costs the search starts; may be null.
/// Source: [QamarAziz2023] Eqs. 4 and 7.     Tested by: tests/sim/planning_test.cpp.
[[nodiscard]] PeriodPlan plan_period(const FactoryModel& factory, const Expectation& expectation, AllocationCache& cache,
                                     const PeriodPlan* before);

/// The plan with the same prices and demand, but without the machines and worker levels that are down.
[[nodiscard]] PeriodPlan replan(const FactoryModel& factory, const PeriodPlan& plan, const Resources& down, AllocationCache& cache);

/// Exponential smoothing: smoothing * actual + (1 - smoothing) * expected.
[[nodiscard]] double smoothed(double expected, double actual, double smoothing);

}  // namespace ccm
