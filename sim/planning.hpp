#pragma once
/// What a minifactory decides at the start of a period: from the scenario's words to the models' values, and through the models.

#include <optional>
#include <vector>

#include "models/cost/process_plan.hpp"
#include "models/pricing/strategy.hpp"
#include "scenarios/scenario.hpp"
#include "sim/market.hpp"

namespace ccm {

/// A part that the minifactory makes: the model of it, and which part of the scenario it is.
struct PartModel {
  std::size_t part = 0;
  Part model;
};

/// A service that the minifactory offers.
struct ServiceModel {
  std::size_t service = 0;                            // which one of the scenario
  std::vector<std::pair<std::size_t, double>> parts;  // index into FactoryModel::parts, units of it per unit of the service
  std::vector<TypeDemand> demand;                     // of the customers in reach, by type
  double first_forecast = 0;                          // units
};

/// A minifactory as the models see it.
struct FactoryModel {
  Plant plant;
  std::vector<PartModel> parts;
  std::vector<ServiceModel> services;  // those that it can make and that somebody in its reach wants
  const PricingStrategy* strategy = nullptr;
  double markup = 0;
};

[[nodiscard]] FactoryModel factory_model(const Scenario& scenario, const Market& market, std::size_t minifactory);

/// How a service is made and sold in one period.
struct ServicePlan {
  UnitCost unit_cost;
  Seconds time{0};            // machine time of one unit
  std::vector<Money> prices;  // one per entry of ServiceModel::demand
};

struct PeriodPlan {
  std::vector<PartPlan> parts;        // as FactoryModel::parts
  std::vector<double> part_demand;    // forecast D of each
  std::vector<ServicePlan> services;  // as FactoryModel::services
};

/// Chooses routes and workers for the forecast demand of each service, and sets the prices.
[[nodiscard]] PeriodPlan plan_period(const FactoryModel& factory, const std::vector<double>& forecast);

/// Exponential smoothing: smoothing * actual + (1 - smoothing) * forecast.
[[nodiscard]] double next_forecast(double forecast, double actual, double smoothing);

}  // namespace ccm
