// Does a property hold whatever the scenario?

#include "tests/properties/market_run.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <numeric>

#include "scenarios/load.hpp"
#include "sim/campaign.hpp"
#include "tests/properties/random_scenario.hpp"
#include "tests/support/process.hpp"

namespace ccm::test {
namespace {

constexpr std::size_t scenarios = CCM_RANDOM_SCENARIOS;
constexpr std::size_t jobs = 2;
constexpr std::size_t most_messages = 5;

template <class Item>
const Item& named(const std::vector<Item>& items, std::string_view name) {
  return *std::ranges::find(items, name, &Item::name);
}

using Author = std::string (*)(std::uint64_t number);

void check(const std::string& text, const Properties& properties) {
  MarketRun run{.scenario = load_scenario_text(text, "random").scenario, .recording = {}};
  simulate_into(run.recording, run.scenario);
  Violations violations;
  for (const Property property : properties) property(run, violations);
  if (violations.messages().empty()) return;
  std::string found = fmt::format("{} violations", violations.messages().size());
  for (std::size_t i = 0; i < std::min(most_messages, violations.messages().size()); ++i) found += "\n  " + violations.messages()[i];
  throw std::runtime_error(found);
}

}  // namespace

const SegmentSpec& MarketRun::segment(std::string_view name) const { return named(scenario.customers, name); }
const MinifactorySpec& MarketRun::minifactory(std::string_view name) const { return named(scenario.minifactories, name); }

namespace {

/// What makes a way long, then its roads: the same order of preference as the program's, by adding roads until nothing gets shorter.
using Measured = std::tuple<double, int, Way>;

Measured with_road(const Measured& so_far, const RoadSpec& road, const Travel& travel) {
  Way way = std::get<2>(so_far);
  const Seconds time = road.time.value_or(road.distance / travel.speed);
  way.distance += road.distance;
  way.time += time;
  way.toll += road.toll;
  const double cost = (road.toll + travel.cost_per_km * road.distance).value();
  const double measure = travel.shortest == Shortest::time       ? time.value()
                         : travel.shortest == Shortest::distance ? road.distance.value()
                                                                 : cost;
  return {std::get<0>(so_far) + measure, std::get<1>(so_far) + 1, way};
}

bool is_shorter(const Measured& a, const Measured& b) {
  return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
}

}  // namespace

Way MarketRun::way(const MinifactorySpec& from, const SegmentSpec& to) const {
  const Travel& travel = scenario.travel;
  if (scenario.roads.empty()) {
    const Kilometres far = road_distance(*from.at, *to.at, travel);
    return {far, far / travel.speed, Money(0)};
  }
  std::map<std::string, Measured> ways{{*from.place, {}}};
  for (std::size_t round = 0; round < scenario.places.size(); ++round)
    for (const RoadSpec& road : scenario.roads)
      for (const auto& [a, b] : {std::pair(road.between[0], road.between[1]), std::pair(road.between[1], road.between[0])}) {
        if (!ways.contains(a)) continue;
        const Measured longer = with_road(ways.at(a), road, travel);
        if (!ways.contains(b) || is_shorter(longer, ways.at(b))) ways[b] = longer;
      }
  return std::get<2>(ways.at(*to.place));
}

Kilometres MarketRun::distance(const MinifactorySpec& from, const SegmentSpec& to) const { return way(from, to).distance; }

std::vector<std::string_view> MarketRun::suppliers(const SegmentSpec& segment) const {
  std::vector<std::pair<Kilometres, std::string_view>> able;
  for (const MinifactorySpec& minifactory : scenario.minifactories) {
    const Kilometres far = distance(minifactory, segment);
    const bool reaches = !minifactory.reach || far <= *minifactory.reach;
    if (reaches && can_make(minifactory, service_named(scenario, segment.service), scenario)) able.emplace_back(far, minifactory.name);
  }
  std::ranges::sort(able);
  std::vector<std::string_view> names;
  for (const auto& [far, name] : able)
    if (std::ssize(names) < scenario.cloud_operator.quotes) names.push_back(name);
  return names;
}

bool MarketRun::has_breakdowns(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  const auto breaks = [&](const TargetSpec& target) {
    const bool near = target.place && great_circle(*named(scenario.places, *target.place).at, *minifactory(name).at) <= *target.within;
    return near || target.minifactory == name || target.machine.value_or("").starts_with(prefix) ||
           target.worker.value_or("").starts_with(prefix);
  };
  return std::ranges::any_of(scenario.events, breaks) || std::ranges::any_of(scenario.failures, breaks);
}

std::map<std::string_view, std::vector<OrderRecord>> MarketRun::delivered_by_minifactory() const {
  std::map<std::string_view, std::vector<OrderRecord>> made;
  for (const OrderRecord& order : orders())
    if (order.delivered_at_d) made[order.minifactory].push_back(order);
  return made;
}

bool MarketRun::all_delivered(std::string_view minifactory) const {
  std::int64_t open = 0;
  for (const PeriodRecord& row : periods())
    if (row.minifactory == minifactory) open += row.produced_units;
  for (const OrderRecord& order : orders())
    if (order.minifactory == minifactory && order.delivered_at_d) --open;
  return open == 0;
}

namespace {

void hold_in(Author author, const Properties& properties) {
  const Task task = [&](std::size_t index, const std::function<void(double)>&) { check(author(index), properties); };
  const auto outcomes = run_forked(scenarios, jobs, task, [](double, std::size_t) {});
  REQUIRE(outcomes.size() == scenarios);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i].kind == Outcome::Kind::finished) continue;
    const std::string file = fmt::format("random_scenario_{}.yaml", i);
    write_file(file, author(i));
    INFO(file << ": " << outcomes[i].message);
    CHECK(outcomes[i].kind == Outcome::Kind::finished);
  }
}

}  // namespace

void hold_in_random_scenarios(const Properties& properties) { hold_in(random_scenario, properties); }
void hold_in_random_bargaining(const Properties& properties) { hold_in(random_bargaining_scenario, properties); }
void hold_in_random_matching(const Properties& properties) { hold_in(random_matching_scenario, properties); }
void hold_in_random_floors(const Properties& properties) { hold_in(random_floor_scenario, properties); }

double sum_tolerance(std::size_t count, double sum) {
  constexpr double roundings_per_term = 4;
  return roundings_per_term * static_cast<double>(count + 1) * std::numeric_limits<double>::epsilon() * (std::abs(sum) + 1);
}

}  // namespace ccm::test
