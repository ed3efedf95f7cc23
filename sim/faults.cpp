// Who fails, and when?

#include "sim/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/error.hpp"
#include "sim/market.hpp"

namespace ccm {
namespace {

/// "operator", then segments and minifactories by name; its position is the ActorId.
std::vector<std::string_view> actor_names(const Scenario& scenario) {
  std::vector<std::string_view> names{"operator"};
  for (const SegmentSpec& segment : scenario.customers) names.push_back(segment.name);
  for (const MinifactorySpec& minifactory : scenario.minifactories) names.push_back(minifactory.name);
  return names;
}

ActorId actor_named(const Scenario& scenario, const std::string& name) {
  const auto names = actor_names(scenario);
  const auto found = std::ranges::find(names, name);
  require(found != names.end(), "faults: there is no such actor");
  return static_cast<ActorId>(found - names.begin());
}

/// `name` is MINIFACTORY.RESOURCE; names of minifactories contain no point.
template <class Spec>
Resource resource_named(const Scenario& scenario, const std::string& name, std::vector<Spec> MinifactorySpec::*specs,
                        Resources::Kind kind) {
  for (std::uint32_t m = 0; m < scenario.minifactories.size(); ++m) {
    const auto& candidates = scenario.minifactories[m].*specs;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (scenario.minifactories[m].name + "." + candidates[i].name == name) return {m, kind, i};
  }
  throw ModelError("faults: there is no such machine or worker");
}

void add_machines(Struck& struck, const Scenario& scenario, std::uint32_t minifactory) {
  for (std::size_t i = 0; i < scenario.minifactories[minifactory].machines.size(); ++i)
    struck.resources.push_back({minifactory, &Resources::machines, i});
}

/// Where a place lies; nothing if only roads say so.
std::optional<GeoPoint> position_of(const Scenario& scenario, const std::string& place) {
  const auto found = std::ranges::find(scenario.places, place, &PlaceSpec::name);
  require(found != scenario.places.end(), "faults: there is no such place");
  return found->at;
}

bool stands_around(const Scenario& scenario, const SiteSpec& site, const TargetSpec& target) {
  if (site.place == target.place) return true;
  const auto center = position_of(scenario, *target.place), there = site.place ? position_of(scenario, *site.place) : site.at;
  return center && there && great_circle(*center, *there) <= target.within.value_or(Kilometres(0));
}

Struck struck_around(const Scenario& scenario, const TargetSpec& target) {
  const auto is_there = [&](const SiteSpec& site) { return stands_around(scenario, site, target); };
  const Seating seating(scenario);
  Struck struck;
  if (is_there(scenario.cloud_operator)) struck.hosts.push_back(Seating::cloud_operator());
  for (std::size_t s = 0; s < seating.segments; ++s)
    if (is_there(scenario.customers[s])) struck.hosts.push_back(seating.segment(s));
  for (std::uint32_t m = 0; m < seating.minifactories; ++m) {
    if (!is_there(scenario.minifactories[m])) continue;
    struck.hosts.push_back(seating.minifactory(m));
    add_machines(struck, scenario, m);
  }
  return struck;
}

std::pair<std::string_view, std::string> kind_and_name(const TargetSpec& target) {
  if (target.host) return {"host", *target.host};
  if (target.link) return {"link", *target.link};
  if (target.machine) return {"machine", *target.machine};
  if (target.worker) return {"worker", *target.worker};
  if (target.minifactory) return {"minifactory", *target.minifactory};
  require(target.place.has_value(), "faults: a target without a name");
  return {"place", *target.place};
}

}  // namespace

Struck struck_by(const Scenario& scenario, const TargetSpec& target) {
  if (target.host) return {.hosts = {actor_named(scenario, *target.host)}, .link = {}, .resources = {}};
  if (target.link) return {.hosts = {}, .link = target.link, .resources = {}};
  if (target.place) return struck_around(scenario, target);
  Struck struck;
  if (target.machine)
    struck.resources.push_back(resource_named(scenario, *target.machine, &MinifactorySpec::machines, &Resources::machines));
  if (target.worker) struck.resources.push_back(resource_named(scenario, *target.worker, &MinifactorySpec::workers, &Resources::workers));
  if (target.minifactory)
    add_machines(struck, scenario,
                 static_cast<std::uint32_t>(actor_named(scenario, *target.minifactory) - Seating(scenario).minifactory(0)));
  return struck;
}

Faults::Faults(World& world, const Scenario& scenario, Replication replication, BreakDown break_down)
    : world_(world), scenario_(scenario), break_down_(std::move(break_down)) {
  std::map<std::string, int> times;
  for (const FailureSpec& failure : scenario.failures) {
    const auto [kind, name] = kind_and_name(failure);
    std::string purpose = fmt::format("{}_failures", kind);
    if (const int time = ++times[name + "/" + purpose]; time > 1) purpose += fmt::format("_{}", time);
    renewals_.push_back({struck_by(scenario, failure), failure.up, failure.down,
                         RandomStream(static_cast<std::uint64_t>(scenario.seed), replication, name, purpose)});
  }
}

void Faults::start() {
  if (!scenario_.faults) return;
  for (const EventSpec& event : scenario_.events) world_.at(event.at, [this, &event] { strike(struck_by(scenario_, event), event.down); });
  for (Renewal& renewal : renewals_) await_failure(renewal);
}

void Faults::strike(const Struck& struck, Seconds down) {
  for (const ActorId host : struck.hosts) world_.host_down(host, down);
  if (struck.link) world_.link_down(*struck.link, down);
  for (const Resource& resource : struck.resources) break_down_(resource, down);
}

void Faults::await_failure(Renewal& renewal) {
  world_.after(renewal.chance.exponential(renewal.up), [this, &renewal] { fail(renewal); });
}

void Faults::fail(Renewal& renewal) {
  const Seconds down = renewal.chance.exponential(renewal.down);
  strike(renewal.struck, down);
  world_.after(down, [this, &renewal] { await_failure(renewal); });
}

}  // namespace ccm
