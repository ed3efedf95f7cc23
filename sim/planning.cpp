// Which routes, workers and prices does a minifactory choose for a period?

#include "sim/planning.hpp"

#include <algorithm>
#include <map>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"

namespace ccm {
namespace {

std::size_t group_of(const MinifactorySpec& minifactory, const std::string& machine) {
  for (std::size_t g = 0; g < minifactory.groups.size(); ++g)
    if (std::ranges::find(minifactory.groups[g], machine) != minifactory.groups[g].end()) return g;
  return 0;
}

std::optional<std::size_t> machine_index(const MinifactorySpec& minifactory, const std::string& machine) {
  const auto found = std::ranges::find(minifactory.machines, machine, &MachineSpec::name);
  if (found == minifactory.machines.end()) return std::nullopt;
  return static_cast<std::size_t>(found - minifactory.machines.begin());
}

Plant plant_of(const MinifactorySpec& minifactory) {
  Plant plant{.energy_price = minifactory.energy_price};
  for (const MachineSpec& machine : minifactory.machines) plant.machines.push_back({machine.power, group_of(minifactory, machine.name)});
  for (const WorkerSpec& worker : minifactory.workers) {
    Worker level{.wage = worker.wage};
    for (const std::string& machine : worker.operates) level.operates.push_back(*machine_index(minifactory, machine));
    plant.workers.push_back(std::move(level));
  }
  return plant;
}

/// The route in terms of this minifactory's machines; nothing if it lacks one.
std::optional<Route> route_here(const MinifactorySpec& minifactory, const std::vector<OperationSpec>& operations, std::size_t number) {
  Route route{.number = number};
  for (const OperationSpec& operation : operations) {
    const auto machine = machine_index(minifactory, operation.machine);
    if (!machine) return std::nullopt;
    route.operations.push_back({*machine, minutes(operation.minutes)});
  }
  return route;
}

Part part_here(const MinifactorySpec& minifactory, const PartSpec& spec) {
  Part part{.setup_cost = spec.setup_cost, .holding_cost = spec.holding_cost, .move_cost = spec.move_cost};
  for (std::size_t r = 0; r < spec.routes.size(); ++r)
    if (auto route = route_here(minifactory, spec.routes[r], r)) part.routes.push_back(std::move(*route));
  return part;
}

/// Index of the part in the factory's list, added if it is new.
std::size_t part_of_factory(FactoryModel& factory, const Scenario& scenario, const MinifactorySpec& minifactory, const std::string& name) {
  const auto part = static_cast<std::size_t>(&part_named(scenario, name) - scenario.parts.data());
  const auto known = std::ranges::find(factory.parts, part, &PartModel::part);
  if (known != factory.parts.end()) return static_cast<std::size_t>(known - factory.parts.begin());
  factory.parts.push_back({part, part_here(minifactory, scenario.parts[part])});
  return factory.parts.size() - 1;
}

/// Demand of the segments in reach, summed by type, and this minifactory's equal share of what they would buy at the best price of a
/// free product: a first guess before any order has come.
void add_demand(ServiceModel& service, const Scenario& scenario, const Market& market, std::size_t minifactory) {
  std::map<CustomerType, TypeDemand> by_type;
  for (const std::uint32_t s : market.customers[minifactory]) {
    const SegmentSpec& segment = scenario.customers[s];
    if (segment.service != scenario.services[service.service].name) continue;
    TypeDemand& demand = by_type[segment.type];
    demand.alpha += segment.alpha;
    demand.beta += segment.beta;
    const Money price = best_price({segment.type, segment.alpha, segment.beta}, Money(0));
    service.first_forecast += expected_sales(demand_of(segment), price, std::nullopt) / static_cast<double>(market.suppliers[s].size());
  }
  for (auto& [type, demand] : by_type) {
    demand.type = type;
    service.demand.push_back(demand);
  }
}

}  // namespace

FactoryModel factory_model(const Scenario& scenario, const Market& market, std::size_t index) {
  const MinifactorySpec& minifactory = scenario.minifactories[index];
  FactoryModel factory{.plant = plant_of(minifactory)};
  factory.strategy = &pricing_strategy(minifactory.pricing.strategy);
  factory.markup = minifactory.pricing.markup;
  for (std::size_t s = 0; s < scenario.services.size(); ++s) {
    ServiceModel service{.service = s};
    add_demand(service, scenario, market, index);
    if (service.demand.empty()) continue;
    service.first_forecast = minifactory.forecast.start.value_or(service.first_forecast);
    for (const PartCount& part : scenario.services[s].parts)
      service.parts.emplace_back(part_of_factory(factory, scenario, minifactory, part.name), static_cast<double>(part.count));
    factory.services.push_back(std::move(service));
  }
  return factory;
}

PeriodPlan plan_period(const FactoryModel& factory, const std::vector<double>& forecast) {
  PeriodPlan plan{.part_demand = std::vector<double>(factory.parts.size())};
  for (std::size_t s = 0; s < factory.services.size(); ++s)
    for (const auto& [part, count] : factory.services[s].parts) plan.part_demand[part] += forecast[s] * count;
  for (std::size_t p = 0; p < factory.parts.size(); ++p)
    plan.parts.push_back(cheapest_plan(factory.plant, factory.parts[p].model, plan.part_demand[p]).value());
  for (const ServiceModel& service : factory.services) {
    ServicePlan made;
    for (const auto& [part, count] : service.parts) {
      made.unit_cost += plan.parts[part].cost * count;
      made.time += plan.parts[part].time * count;
    }
    made.prices = factory.strategy->prices({service.demand, made.unit_cost.total(), factory.markup});
    plan.services.push_back(std::move(made));
  }
  return plan;
}

double next_forecast(double forecast, double actual, double smoothing) {
  require(smoothing >= 0 && smoothing <= 1, "forecast: smoothing must lie in [0, 1]");
  return smoothing * actual + (1 - smoothing) * forecast;
}

}  // namespace ccm
