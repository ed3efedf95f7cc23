// Do the keys of a scenario fit together?

#include "scenarios/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/check_faults.hpp"
#include "scenarios/check_floor.hpp"
#include "scenarios/check_logistics.hpp"
#include "scenarios/check_market.hpp"
#include "scenarios/check_matching.hpp"

namespace ccm {
namespace {

constexpr double most_requests = 1e9;
constexpr std::size_t most_actors = 200'000;
constexpr std::size_t most_pairs = 20'000'000;  // of a segment and a minifactory, whose distances are kept

std::set<std::string> actor_names(const Scenario& scenario) {
  std::set<std::string> names{"operator"};
  for (const SegmentSpec& segment : scenario.customers) names.insert(segment.name);
  for (const MinifactorySpec& minifactory : scenario.minifactories) names.insert(minifactory.name);
  return names;
}

std::set<std::string> machine_names(const Scenario& scenario) {
  std::set<std::string> names;
  for (const MinifactorySpec& minifactory : scenario.minifactories)
    for (const MachineSpec& machine : minifactory.machines) names.insert(machine.name);
  return names;
}

/// One check after another, over the whole scenario.
class Checker {
 public:
  Checker(const Scenario& scenario, Reader& reader)
      : scenario_(scenario), reader_(reader), actors_(actor_names(scenario)), machines_(machine_names(scenario)) {}

  void run() {
    check_time();
    check_sites();
    for (std::size_t i = 0; i < scenario_.parts.size(); ++i) check_part(scenario_.parts[i]);
    for (std::size_t i = 0; i < scenario_.customers.size(); ++i) check_segment(scenario_.customers[i], fmt::format(".customers[{}]", i));
    for (std::size_t i = 0; i < scenario_.minifactories.size(); ++i)
      check_groups(scenario_.minifactories[i], fmt::format(".minifactories[{}]", i));
    check_size();
  }

 private:
  void mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
  }

  void check_time() {
    if (scenario_.time.warm_up >= scenario_.time.periods)
      mistake(".time.warm_up",
              fmt::format("the warm-up of {} periods leaves none of the {} to summarise", scenario_.time.warm_up, scenario_.time.periods),
              "Simulate more periods, or leave out fewer.");
  }

  void check_sites() {
    check_site(scenario_.cloud_operator, ".operator");
    for (std::size_t i = 0; i < scenario_.customers.size(); ++i)
      check_actor(scenario_.customers[i], scenario_.customers[i].name, fmt::format(".customers[{}]", i));
    for (std::size_t i = 0; i < scenario_.minifactories.size(); ++i)
      check_actor(scenario_.minifactories[i], scenario_.minifactories[i].name, fmt::format(".minifactories[{}]", i));
  }

  void check_actor(const SiteSpec& site, const std::string& name, const std::string& path) {
    if (name == "operator" || name == "backbone")
      mistake(path + ".name", fmt::format("the name '{}' is reserved", name), "Events name the cloud operator and the backbone by it.");
    check_site(site, path);
  }

  void check_site(const SiteSpec& site, const std::string& path) {
    const bool has_platform = scenario_.network.platform.has_value();
    if (site.place.has_value() == site.at.has_value())
      mistake(path, site.place ? "both 'place' and 'at' say where it stands" : "nothing says where it stands",
              "Give either 'place: NAME' or 'at: [latitude, longitude]'.");
    if (site.host && !has_platform)
      mistake(path + ".host", "'host' names a host of a platform file, but there is none", "Give 'network.platform', or leave 'host' out.");
    if (site.link && has_platform) mistake(path + ".link", "links come from the platform file", "Leave 'link' out.");
  }

  void check_part(const PartSpec& part) {
    const std::string path = ".parts." + part.name;
    if (part.holding_cost > Money(0) && part.move_cost > Money(0) && part.setup_cost == Money(0))
      mistake(path, "a holding cost with a move cost needs a setup cost",
              "Without one, batches would shrink to nothing and moves cost without limit.");
    for (std::size_t r = 0; r < part.routes.size(); ++r)
      for (std::size_t o = 0; o < part.routes[r].size(); ++o)
        check_machine(part.routes[r][o].machine, fmt::format("{}.routes[{}][{}].machine", path, r, o));
  }

  void check_machine(const std::string& machine, const std::string& path) {
    if (machines_.contains(machine)) return;
    mistake(path, fmt::format("no minifactory has a machine {}{}", in_quotes(machine),
                              did_you_mean(machine, {machines_.begin(), machines_.end()})));
  }

  void check_segment(const SegmentSpec& segment, const std::string& path) {
    const ReferencePriceSpec& reference = segment.reference_price;
    if (segment.lowest_value.value() >= segment.alpha / segment.beta)
      mistake(path + ".lowest_value", fmt::format("the lowest value must be below alpha/beta = {:.6g}", segment.alpha / segment.beta));
    if (segment.demand == DemandForm::absolute && reference.effect >= segment.beta)
      mistake(path + ".reference_price.effect", fmt::format("with 'demand: absolute' the effect must be below beta = {:.6g}", segment.beta),
              "Otherwise demand would rise with the price.");
    if (segment.demand == DemandForm::absolute && reference.loss_effect)
      mistake(path + ".reference_price.loss_effect", "only 'demand: difference' tells losses from gains",
              "Write 'demand: difference', or leave 'loss_effect' out.");
  }

  void check_groups(const MinifactorySpec& minifactory, const std::string& path) {
    check_group_sizes(minifactory, path);
    if (minifactory.groups.empty()) return;
    std::map<std::string, int> times;
    for (const auto& group : minifactory.groups)
      for (const std::string& machine : group) ++times[machine];
    for (const MachineSpec& machine : minifactory.machines)
      if (times[machine.name] != 1)
        mistake(path + ".groups", fmt::format("machine '{}' stands in {} groups, not in one", machine.name, times[machine.name]),
                "Every machine of the minifactory stands in exactly one group.");
  }

  void check_group_sizes(const MinifactorySpec& minifactory, const std::string& path) {
    if (minifactory.group_sizes.empty()) return;
    if (!minifactory.groups.empty())
      mistake(path + ".group_sizes", "the groups are given by 'groups'", "Leave out 'groups' or 'group_sizes'.");
    const auto machines = static_cast<std::int64_t>(minifactory.machines.size());
    std::int64_t least = 0, most = 0;
    for (const GroupSizeSpec& size : minifactory.group_sizes) {
      least += size.at_least;
      most += std::max(size.at_least, std::min(machines, size.at_most.value_or(machines)));
      if (size.at_most && size.at_least > *size.at_most)
        return mistake(path + ".group_sizes", "a group's 'at_least' is above its 'at_most'");
    }
    if (least > machines || most < machines)
      mistake(path + ".group_sizes", fmt::format("{} machines cannot stand in groups that take {} to {}", machines, least, most));
    if (minifactory.group_sizes.size() > 64) mistake(path + ".group_sizes", "more than 64 groups");
  }

  void check_size() {
    double per_period = 0;
    for (const SegmentSpec& segment : scenario_.customers) per_period += potential_customers(demand_of(segment));
    const double requests = per_period * static_cast<double>(scenario_.time.periods);
    if (requests > most_requests)
      mistake(".customers", fmt::format("the scenario would make about {:.3g} requests; the limit is {:.0f}", requests, most_requests),
              "Lower 'alpha' or 'time.periods'.");
    if (actors_.size() > most_actors)
      mistake(".minifactories", fmt::format("{} actors are more than the limit of {}", actors_.size(), most_actors));
    const std::size_t pairs = scenario_.customers.size() * scenario_.minifactories.size();
    if (pairs > most_pairs)
      mistake(".customers",
              fmt::format("{} customer segments times {} minifactories are more than the limit of {} pairs", scenario_.customers.size(),
                          scenario_.minifactories.size(), most_pairs),
              "Put customers of one type and place into one segment with a larger 'alpha' and 'beta'.");
  }

  const Scenario& scenario_;
  Reader& reader_;
  std::set<std::string> actors_, machines_;
};

}  // namespace

void check(const Scenario& scenario, Reader& reader) {
  Checker(scenario, reader).run();
  check_logistics(scenario, reader);
  check_matching(scenario, reader);
  check_market(scenario, reader);
  check_faults(scenario, reader);
  check_floors(scenario, reader);
}

}  // namespace ccm
