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

ResultsSpec tables_of(const Scenario& scenario) {
  ResultsSpec tables = scenario.results;
  const auto learns = [](const MinifactorySpec& minifactory) { return minifactory.pricing.learn; };
  tables.negotiations &= scenario.market.prices == PriceFormation::negotiated;
  tables.bulletin &= scenario.market.bulletin.has_value();
  tables.estimates &= std::ranges::any_of(scenario.minifactories, learns);
  return tables;
}

bool can_make(const MinifactorySpec& minifactory, const ServiceSpec& service, const Scenario& scenario) {
  const auto runs_route = [&](const std::vector<OperationSpec>& route) {
    return std::ranges::all_of(route, [&](const OperationSpec& operation) { return can_operate(minifactory, operation.machine); });
  };
  return std::ranges::all_of(
      service.parts, [&](const PartCount& part) { return std::ranges::any_of(part_named(scenario, part.name).routes, runs_route); });
}

const ServiceSpec& service_named(const Scenario& scenario, const std::string& name) {
  return named(scenario.services, name, "there is no such service");
}

const PartSpec& part_named(const Scenario& scenario, const std::string& name) {
  return named(scenario.parts, name, "there is no such part");
}

}  // namespace ccm
