// Which routes, groups, workers and prices does a minifactory choose for a period?

#include "sim/planning.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"
#include "sim/recipes.hpp"
#include "sim/servable.hpp"

namespace ccm {
namespace {

constexpr int most_rounds = 20;
constexpr double same_demand = 1e-9;

/// How the unit cost of a part follows its demand while routes, groups and workers stand:     fixed + moving sqrt(demand_0 / D).
struct PartCostCurve {
  Money fixed{0}, moving{0};
  double demand = 0;

  [[nodiscard]] Money at(double units) const { return units > 0 && demand > 0 ? fixed + moving * std::sqrt(demand / units) : fixed; }
};

PartCostCurve cost_curve(const PartAllocation& part, CostBasis basis) {
  const Money moving = part.served > 0 ? part.cost.movement / part.served : Money(0);
  const Money average = part.average.value_or(Money(0));
  if (basis == CostBasis::average || !part.marginal) return {average - moving, moving, part.served};
  return {*part.marginal - moving / 2, moving / 2, part.served};
}

std::vector<Money> unit_costs(const FactoryModel& factory, const std::vector<PartCostCurve>& curves, const std::vector<double>& services) {
  const std::vector<double> demand = part_demand(factory, services);
  std::vector<Money> costs(services.size());
  for (std::size_t s = 0; s < services.size(); ++s)
    for (const auto& [part, count] : factory.services[s].parts) costs[s] += curves[part].at(demand[part]) * count;
  return costs;
}

std::vector<Money> priced_costs(const FactoryModel& factory, std::vector<Money> costs) {
  for (std::size_t s = 0; s < costs.size(); ++s) costs[s] = factory.cost_to_cover(s, costs[s]);
  return costs;
}

std::vector<PartCostCurve> cost_curves(const FactoryModel& factory, const Allocation& allocation) {
  std::vector<PartCostCurve> curves;
  for (const PartAllocation& part : allocation.parts) curves.push_back(cost_curve(part, factory.cost_basis));
  return curves;
}

std::vector<ServiceDemand> service_demands(const FactoryModel& factory, const Expectation& expectation) {
  std::vector<ServiceDemand> demands;
  for (std::size_t s = 0; s < factory.services.size(); ++s) {
    const RivalPrices rivals = expectation.rivals.empty() ? RivalPrices{} : expectation.rivals[s];
    demands.push_back({factory.services[s].demand, expectation.share[s], rivals});
  }
  return demands;
}

SettledPrices settle(const FactoryModel& factory, const std::vector<ServiceDemand>& markets, const Allocation& allocation,
                     const std::vector<double>& start) {
  const auto curves = cost_curves(factory, allocation);
  return settle_prices(markets, factory.pricing, start,
                       [&](const auto& demand) { return priced_costs(factory, unit_costs(factory, curves, demand)); });
}

/// The demand if making things were free: above every demand that can come, since strategies price above cost.
std::vector<double> demand_at_no_cost(const FactoryModel& factory, const std::vector<ServiceDemand>& markets) {
  std::vector<double> demand;
  for (const ServiceDemand& market : markets) demand.push_back(expected_demand(market, factory.pricing.prices(market, Money(0))));
  return demand;
}

bool agree(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) <= same_demand * std::max(std::abs(x), std::abs(y)); });
}

PeriodPlan plan_for(const FactoryModel& factory, std::shared_ptr<const Allocation> allocation, const std::vector<double>& demand,
                    const SettledPrices& settled) {
  PeriodPlan plan{.allocation = std::move(allocation), .part_demand = part_demand(factory, demand)};
  plan.routes = planned_routes(factory.problem, *plan.allocation);
  const std::vector<Money> costs = unit_costs(factory, cost_curves(factory, *plan.allocation), demand);
  for (std::size_t s = 0; s < factory.services.size(); ++s) {
    ServicePlan& service = plan.services.emplace_back(ServicePlan{.forecast = demand[s], .unit_cost = costs[s]});
    service.recipes = recipes_of(factory.services[s], plan.routes);
    if (!service.recipes.empty()) service.prices = settled.prices[s];
  }
  return plan;
}

/// Plans for a demand that is given.
PeriodPlan plan_for_units(const FactoryModel& factory, const Expectation& expectation, AllocationCache& cache) {
  const std::vector<double> demand(factory.services.size(), *expectation.units);
  const auto markets = service_demands(factory, expectation);
  auto allocation = most_that_can_be_made(factory, demand, cache);
  const std::vector<Money> costs = priced_costs(factory, unit_costs(factory, cost_curves(factory, *allocation), demand));
  SettledPrices settled;
  for (std::size_t s = 0; s < factory.services.size(); ++s) settled.prices.push_back(factory.pricing.prices(markets[s], costs[s]));
  PeriodPlan plan = plan_for(factory, std::move(allocation), demand, settled);
  plan.rounds = 1;
  return plan;
}

}  // namespace

double PeriodPlan::unserved_parts() const {
  double unserved = 0;
  for (std::size_t p = 0; p < part_demand.size(); ++p) unserved += std::max(0.0, part_demand[p] - allocation->parts[p].served);
  return unserved;
}

PeriodPlan plan_period(const FactoryModel& factory, const Expectation& expectation, AllocationCache& cache, const PeriodPlan* before) {
  if (expectation.units) return plan_for_units(factory, expectation, cache);
  const auto markets = service_demands(factory, expectation);
  std::vector<double> demand = demand_at_no_cost(factory, markets);
  if (before) demand = settle(factory, markets, *before->allocation, demand).demand;
  for (int round = 1;; ++round) {
    auto allocation = most_that_can_be_made(factory, demand, cache);
    const SettledPrices settled = settle(factory, markets, *allocation, demand);
    const bool agreed = settled.settled && agree(settled.demand, demand);
    if (!agreed && round < most_rounds) {
      demand = settled.demand;
      continue;
    }
    PeriodPlan plan = plan_for(factory, std::move(allocation), demand, settled);
    if (agreed) plan.rounds = round;
    return plan;
  }
}

PeriodPlan replan(const FactoryModel& factory, const PeriodPlan& plan, const Resources& down, AllocationCache& cache) {
  FactoryModel left = factory;
  for (const std::size_t machine : down.machines) left.problem.plant.machines[machine].capacity = Seconds(0);
  for (const std::size_t worker : down.workers) left.problem.plant.workers[worker].capacity = Seconds(0);
  std::vector<double> forecast;
  for (const ServicePlan& service : plan.services) forecast.push_back(service.forecast);
  PeriodPlan again = plan;
  again.allocation = most_that_can_be_made(left, forecast, cache);
  again.routes = planned_routes(left.problem, *again.allocation);
  for (std::size_t s = 0; s < again.services.size(); ++s) again.services[s].recipes = recipes_of(factory.services[s], again.routes);
  return again;
}

double smoothed(double expected, double actual, double smoothing) {
  require(smoothing >= 0 && smoothing <= 1, "forecast: smoothing must lie in [0, 1]");
  return smoothing * actual + (1 - smoothing) * expected;
}

}  // namespace ccm
