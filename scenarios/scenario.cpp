// What follows from a scenario alone: demands, locations, capabilities.

#include "scenarios/scenario.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"

namespace ccm {
namespace {

template <class Item>
const Item& named(const std::vector<Item>& items, const std::string& name, const char* message) {
  const auto found = std::ranges::find(items, name, &Item::name);
  require(found != items.end(), message);
  return *found;
}

bool can_operate(const MinifactorySpec& minifactory, const std::string& machine) {
  const bool owned = std::ranges::find(minifactory.machines, machine, &MachineSpec::name) != minifactory.machines.end();
  const auto operates = [&](const WorkerSpec& worker) { return std::ranges::find(worker.operates, machine) != worker.operates.end(); };
  return owned && std::ranges::any_of(minifactory.workers, operates);
}

}  // namespace

LinearDemand demand_of(const SegmentSpec& segment) {
  const ReferencePriceSpec& reference = segment.reference_price;
  return {.form = segment.demand,
          .alpha = segment.alpha,
          .beta = segment.beta,
          .gain = reference.effect,
          .loss = reference.loss_effect.value_or(reference.effect),
          .lowest_value = segment.lowest_value};
}

PriceMemory memory_of(const SegmentSpec& segment) { return {segment.reference_price.kind, segment.reference_price.memory}; }

std::int64_t rounds_of(const SegmentSpec& segment) {
  constexpr std::array<std::int64_t, 3> by_type{0, 3, 6};
  return segment.talks.rounds.value_or(by_type[static_cast<std::size_t>(segment.type)]);
}

std::int64_t quotes_of(const Scenario& scenario, const SegmentSpec& segment) {
  if (scenario.market.prices != PriceFormation::negotiated) return scenario.cloud_operator.quotes;
  return segment.talks.quotes.value_or(segment.type == CustomerType::negotiator ? scenario.cloud_operator.quotes : 1);
}

Backoff backoff_of(const NetworkSpec& network) { return {network.retry, network.backoff, network.retry_at_most}; }

bool network_can_fail(const Scenario& scenario) {
  const auto concerns_network = [](const TargetSpec& target) { return target.host || target.link || target.place; };
  return scenario.faults &&
         (std::ranges::any_of(scenario.events, concerns_network) || std::ranges::any_of(scenario.failures, concerns_network));
}

ResultsSpec tables_of(const Scenario& scenario) {
  ResultsSpec tables = scenario.results;
  const auto learns = [](const MinifactorySpec& minifactory) { return minifactory.pricing.learn; };
  const auto has_machines = [](const MinifactorySpec& minifactory) { return minifactory.floor.kind == FloorKind::machines; };
  tables.operations &= std::ranges::any_of(scenario.minifactories, has_machines);
  tables.machine_use &= std::ranges::any_of(scenario.minifactories, has_machines);
  tables.negotiations &= scenario.market.prices == PriceFormation::negotiated;
  tables.lots &= makes_lots(scenario);
  tables.bulletin &= scenario.market.bulletin.has_value();
  tables.estimates &= std::ranges::any_of(scenario.minifactories, learns);
  return tables;
}

std::vector<PartCount> parts_of(const ServiceSpec& service, Stage stage) {
  if (!stage) return service.parts;
  std::vector<PartCount> parts;
  for (const PartCount& part : service.parts)
    if (std::ranges::find(service.stages[*stage], part.name) != service.stages[*stage].end()) parts.push_back(part);
  return parts;
}

bool can_make(const MinifactorySpec& minifactory, const ServiceSpec& service, const Scenario& scenario, Stage stage) {
  const auto runs_route = [&](const std::vector<OperationSpec>& route) {
    return std::ranges::all_of(route, [&](const OperationSpec& operation) { return can_operate(minifactory, operation.machine); });
  };
  return std::ranges::all_of(parts_of(service, stage), [&](const PartCount& part) {
    return std::ranges::any_of(part_named(scenario, part.name).routes, runs_route);
  });
}

bool makes_lots(const Scenario& scenario) {
  const auto in_stages = [](const ServiceSpec& service) { return !service.stages.empty(); };
  const OperatorSpec& cloud_operator = scenario.cloud_operator;
  return cloud_operator.split_above || cloud_operator.when_none == WhenNone::split || std::ranges::any_of(scenario.services, in_stages);
}

namespace {

std::optional<QosRange> range_of(const std::optional<std::vector<double>>& bounds) {
  return bounds ? std::optional(QosRange{(*bounds)[0], (*bounds)[1]}) : std::nullopt;
}

template <class Unit>
std::optional<QosRange> range_of(const std::optional<std::vector<Unit>>& bounds) {
  return bounds ? std::optional(QosRange{(*bounds)[0].value(), (*bounds)[1].value()}) : std::nullopt;
}

}  // namespace

QosOptions qos_of(const OperatorSpec& spec) {
  const auto& [price, time, co2, reliability, distance] = spec.qos.bounds;
  return {.weights = spec.qos.weights,
          .bounds = {range_of(price), range_of(time), range_of(co2), range_of(reliability), range_of(distance)},
          .urgent_within = spec.qos.urgent_within};
}

const ServiceSpec& service_named(const Scenario& scenario, const std::string& name) {
  return named(scenario.services, name, "there is no such service");
}

const PartSpec& part_named(const Scenario& scenario, const std::string& name) {
  return named(scenario.parts, name, "there is no such part");
}

Vehicle vehicle_named(const Scenario& scenario, const std::string& name) {
  const auto own = std::ranges::find(scenario.vehicles, name, &VehicleSpec::name);
  if (own != scenario.vehicles.end())
    return {.name = own->name,
            .payload = own->payload.value(),
            .counting = own->counting,
            .co2_per_km_empty = own->co2_per_km_empty.value(),
            .co2_per_km_full = own->co2_per_km_full.value(),
            .co2_per_tkm = own->co2_per_tkm.value(),
            .cost_per_trip = own->cost_per_trip,
            .cost_per_km = own->cost_per_km,
            .cost_per_hour = own->cost_per_hour,
            .cost_per_tkm = own->cost_per_tkm};
  const auto built_in = std::ranges::find(built_in_vehicles(), name, &Vehicle::name);
  require(built_in != built_in_vehicles().end(), "there is no such vehicle");
  return *built_in;
}

Kilograms order_mass(const Scenario& scenario, const SegmentSpec& segment) {
  return service_named(scenario, segment.service).mass * static_cast<double>(segment.order_size);
}

bool freight_costs(const Scenario& scenario) {
  const auto costs = [](const VehicleSpec& vehicle) {
    return vehicle.cost_per_trip > Money(0) || vehicle.cost_per_km > MoneyPerKilometre(0) || vehicle.cost_per_hour > MoneyPerHour(0) ||
           vehicle.cost_per_tkm > MoneyPerTonneKilometre(0);
  };
  return std::ranges::any_of(scenario.vehicles, costs) ||
         std::ranges::any_of(scenario.roads, [](const RoadSpec& road) { return road.toll > Money(0); });
}

}  // namespace ccm
