// What do the models know of a minifactory?

#include "sim/factory_model.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "models/pricing/differential.hpp"
#include "models/pricing/stage_demand.hpp"
#include "sim/floor/working_hours.hpp"

namespace ccm {
namespace {

std::optional<std::size_t> machine_index(const MinifactorySpec& minifactory, const std::string& machine) {
  const auto found = std::ranges::find(minifactory.machines, machine, &MachineSpec::name);
  if (found == minifactory.machines.end()) return std::nullopt;
  return static_cast<std::size_t>(found - minifactory.machines.begin());
}

/// What all lines together work in a period: no machine or worker level can be busy for longer, since a line has one order at a time.
Seconds working_time_of_lines(const Scenario& scenario, const MinifactorySpec& minifactory) {
  return minifactory.working_time * (in_days(scenario.time.period) * static_cast<double>(minifactory.lines));
}

Seconds time_of_units(const Scenario& scenario, const WorkCalendar& hours, std::int64_t units) {
  return hours.work_between(Seconds(0), scenario.time.period) * static_cast<double>(units);
}

Seconds capacity_of(const Scenario& scenario, const MinifactorySpec& minifactory, const MachineSpec& machine) {
  if (machine.capacity) return *machine.capacity;
  if (minifactory.floor.kind == FloorKind::lines) return working_time_of_lines(scenario, minifactory);
  return time_of_units(scenario, working_hours(scenario, minifactory), machine.units);
}

Seconds capacity_of(const Scenario& scenario, const MinifactorySpec& minifactory, const WorkerSpec& worker) {
  if (worker.capacity) return *worker.capacity;
  if (minifactory.floor.kind == FloorKind::lines) return working_time_of_lines(scenario, minifactory);
  return time_of_units(scenario, working_hours(scenario, minifactory, worker), worker.headcount);
}

Plant plant_of(const Scenario& scenario, const MinifactorySpec& minifactory) {
  Plant plant{.energy_price = minifactory.energy_price, .waste_price = minifactory.waste_price};
  for (const MachineSpec& machine : minifactory.machines)
    plant.machines.push_back({machine.power, capacity_of(scenario, minifactory, machine)});
  for (const WorkerSpec& worker : minifactory.workers) {
    Worker level{.wage = worker.wage, .capacity = capacity_of(scenario, minifactory, worker)};
    for (const std::string& machine : worker.operates) level.operates.push_back(*machine_index(minifactory, machine));
    plant.workers.push_back(std::move(level));
  }
  return plant;
}

std::size_t group_of(const MinifactorySpec& minifactory, const std::string& machine) {
  for (std::size_t g = 0; g < minifactory.groups.size(); ++g)
    if (std::ranges::find(minifactory.groups[g], machine) != minifactory.groups[g].end()) return g;
  return 0;
}

/// Groups of chosen machines, of given ones, or one of all.
void add_groups(AllocationProblem& problem, const MinifactorySpec& minifactory) {
  for (const GroupSizeSpec& size : minifactory.group_sizes) {
    GroupBounds& bounds = problem.groups.emplace_back();
    bounds.at_least = static_cast<std::size_t>(size.at_least);
    if (size.at_most) bounds.at_most = static_cast<std::size_t>(*size.at_most);
  }
  if (!problem.groups.empty()) return;
  problem.groups.resize(std::max<std::size_t>(1, minifactory.groups.size()));
  Grouping& given = problem.grouping.emplace();
  for (const MachineSpec& machine : minifactory.machines) given.push_back(group_of(minifactory, machine.name));
}

/// The route in terms of this minifactory's machines; nothing if it lacks one.
std::optional<Route> route_here(const MinifactorySpec& minifactory, const std::vector<OperationSpec>& operations, std::size_t number) {
  Route route{.number = number};
  for (const OperationSpec& operation : operations) {
    const auto machine = machine_index(minifactory, operation.machine);
    if (!machine) return std::nullopt;
    route.operations.push_back({*machine, minutes(operation.minutes), operation.yield, minutes(operation.setup_minutes)});
  }
  return route;
}

Part part_here(const MinifactorySpec& minifactory, const PartSpec& spec) {
  Part part{.setup_cost = spec.setup_cost, .holding_cost = spec.holding_cost, .move_cost = spec.move_cost, .move_time = spec.move_time};
  if (spec.material) part.material = {spec.material->mass, spec.material->price, spec.material->recycled};
  for (std::size_t r = 0; r < spec.routes.size(); ++r)
    if (auto route = route_here(minifactory, spec.routes[r], r)) part.routes.push_back(std::move(*route));
  return part;
}

/// Index of the part in the factory's list, added if it is new.
std::size_t part_of_factory(FactoryModel& factory, const Scenario& scenario, const MinifactorySpec& minifactory, const std::string& name) {
  const auto part = static_cast<std::size_t>(&part_named(scenario, name) - scenario.parts.data());
  const auto known = std::ranges::find(factory.parts, part);
  if (known != factory.parts.end()) return static_cast<std::size_t>(known - factory.parts.begin());
  factory.parts.push_back(part);
  factory.problem.parts.push_back({part_here(minifactory, scenario.parts[part])});
  return factory.parts.size() - 1;
}

double shortest_minutes(const PartSpec& part) {
  double shortest = std::numeric_limits<double>::infinity();
  for (const auto& route : part.routes) {
    double minutes = 0;
    for (const OperationSpec& operation : route) minutes += operation.minutes;
    shortest = std::min(shortest, minutes);
  }
  return shortest;
}

/// Share of a stage in the machine minutes of a service by the shortest routes.
double value_share(const Scenario& scenario, const ServiceSpec& service, Stage stage) {
  const auto minutes = [&](Stage of) {
    double sum = 0;
    for (const PartCount& part : parts_of(service, of))
      sum += static_cast<double>(part.count) * shortest_minutes(part_named(scenario, part.name));
    return sum;
  };
  return stage ? minutes(stage) / minutes({}) : 1;
}

/// The segments of one type and order size, as one demand. Memory and source of their reference prices are the largest segment's.
struct DemandSum {
  TypeDemand sum;
  ReferenceSource source = ReferenceSource::own_type;
  double largest = 0;

  void add(const SegmentSpec& segment) {
    const ReferenceDemand referenced = reference_demand(demand_of(segment));
    sum.alpha += segment.alpha;
    sum.beta += segment.beta;
    sum.referenced.a += referenced.a;
    sum.referenced.b += referenced.b;
    sum.referenced.gain += referenced.gain;
    sum.referenced.loss += referenced.loss;
    if (segment.alpha <= largest) return;
    largest = segment.alpha;
    source = segment.reference_price.source;
    sum.memory = memory_of(segment);
    if (const auto& start = segment.reference_price.start) sum.remembered = Remembered{*start, *start};
  }
};

/// What the minifactory pays for a unit of the segment's orders.
Money freight_per_unit(const SegmentSpec& segment, const Freight& of_order) {
  return segment.delivery == DeliveryMode::pickup ? Money(0) : of_order.cost / static_cast<double>(segment.order_size);
}

/// Whether the segment is sold the service as a whole, or in stages of which the minifactory makes this one.
bool sells_to(const Market& market, std::size_t segment, Stage stage, std::size_t minifactory) {
  if (stage.has_value() != market.in_stages(segment)) return false;
  const auto& sellers = market.sellers(segment, stage.value_or(0));
  return std::ranges::find(sellers, minifactory, &Supplier::minifactory) != sellers.end();
}

/// Demand of the segments in reach, summed by type and order size; this minifactory's share of it, and the mean freight of a unit, before
/// any order has come: of each segment's demand at the best price of a free product, an equal part goes to each minifactory that can serve
/// it.
void add_demand(ServiceModel& service, const Scenario& scenario, const Market& market, std::size_t minifactory,
                const std::vector<Freight>& freight) {
  const ServiceSpec& spec = scenario.services[service.service];
  std::map<std::pair<CustomerType, std::int64_t>, DemandSum> by_class;
  double all = 0, own = 0;
  for (const std::uint32_t s : market.customers[minifactory]) {
    const SegmentSpec& segment = scenario.customers[s];
    if (segment.service != spec.name || !sells_to(market, s, service.stage, minifactory)) continue;
    by_class[{segment.type, segment.order_size}].add(segment);
    const double sales = sales_if_free(segment), part = sales / static_cast<double>(market.sellers(s, service.stage.value_or(0)).size());
    all += sales;
    own += part;
    if (!freight.empty()) service.freight += freight_per_unit(segment, freight[s]) * part;
  }
  if (all > 0) service.share = own / all;
  if (own > 0) service.freight = service.freight / own;
  for (auto& [key, demand] : by_class) {
    demand.sum.type = key.first;
    demand.sum.order_units = static_cast<double>(key.second);
    service.demand.push_back(service.stage ? stage_demand(demand.sum, value_share(scenario, spec, service.stage)) : demand.sum);
    service.sources.push_back(service.stage ? ReferenceSource::own_type : demand.source);  // others tell prices of the whole
  }
}

/// If somebody wants it.
void add_service(FactoryModel& factory, ServiceModel service, const Scenario& scenario, const Market& market, std::size_t minifactory,
                 const std::vector<Freight>& freight) {
  const bool goes_on = service.stage && *service.stage + 1 < scenario.services[service.service].stages.size();
  add_demand(service, scenario, market, minifactory, goes_on ? std::vector<Freight>{} : freight);
  if (service.demand.empty()) return;
  for (const PartCount& part : parts_of(scenario.services[service.service], service.stage))
    service.parts.emplace_back(part_of_factory(factory, scenario, scenario.minifactories[minifactory], part.name),
                               static_cast<double>(part.count));
  factory.services.push_back(std::move(service));
}

PricingOptions options_of(const PricingSpec& pricing) {
  return {.markup = pricing.markup,
          .discount = pricing.discount,
          .grid_prices = static_cast<std::size_t>(pricing.grid_prices),
          .answer = pricing.answer,
          .undercut = pricing.undercut};
}

}  // namespace

double sales_if_free(const SegmentSpec& segment) {
  const Money price = best_price({segment.type, segment.alpha, segment.beta}, Money(0));
  return expected_sales(demand_of(segment), price, std::nullopt);
}

FactoryModel factory_model(const Scenario& scenario, const Market& market, std::size_t index, const std::vector<Freight>& freight) {
  const MinifactorySpec& minifactory = scenario.minifactories[index];
  FactoryModel factory{.problem = {.plant = plant_of(scenario, minifactory)},
                       .pricing = {&pricing_strategy(minifactory.pricing.strategy), options_of(minifactory.pricing)},
                       .third_party = scenario.market.revenue.third_party,
                       .cost_basis = minifactory.pricing.cost,
                       .first_forecast = minifactory.forecast.start};
  add_groups(factory.problem, minifactory);
  factory.problem.routes = minifactory.planning.routes;
  factory.problem.moves = minifactory.planning.moves;
  factory.problem.node_limit = minifactory.planning.node_limit;
  for (std::size_t s = 0; s < scenario.services.size(); ++s) {
    add_service(factory, {.service = s}, scenario, market, index, freight);
    for (std::size_t stage = 0; stage < scenario.services[s].stages.size(); ++stage)
      add_service(factory, {.service = s, .stage = stage}, scenario, market, index, freight);
  }
  return factory;
}

}  // namespace ccm
