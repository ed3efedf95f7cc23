// Which allocation problem does a file pose, and do its keys fit together?

#include "scenarios/problems/allocation_problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenarios/problems/allocation_keys.hpp"
#include "scenarios/problems/fields.hpp"

namespace ccm {
namespace {

template <class Item>
std::vector<std::string> names(const std::vector<Item>& items) {
  std::vector<std::string> all;
  for (const Item& item : items) all.push_back(item.name);
  return all;
}

/// Reports every contradiction, and turns names into indices.
class AllocationReading {
 public:
  AllocationReading(const AllocationSpec& spec, Reader& reader) : spec_(spec), reader_(reader) {}

  void check() {
    for (std::size_t g = 0; g < spec_.groups.size(); ++g) check_bounds(spec_.groups[g], fmt::format(".groups[{}]", g));
    for (const WorkerOffer& worker : spec_.workers) check_once(worker.operates, ".workers." + worker.name + ".operates");
    for (const PartOrder& part : spec_.parts) check_batches(part);
    if (!spec_.grouping.empty()) check_grouping();
    reader_.throw_mistakes();
  }

  [[nodiscard]] AllocationTask task() const {
    AllocationProblem problem{.plant = plant(), .groups = groups(), .grouping = grouping()};
    for (const PartOrder& part : spec_.parts) problem.parts.push_back(part_demand(part));
    problem.routes = spec_.routes;
    problem.moves = spec_.moves;
    problem.node_limit = spec_.node_limit;
    return {std::move(problem), names(spec_.machines), names(spec_.workers), names(spec_.parts), spec_.currency};
  }

 private:
  void mistake(const std::string& path, std::string message, std::string advice = "") {
    reader_.mistake(reader_.mark_of(path), std::move(message), std::move(advice));
  }

  void check_bounds(const GroupSizes& sizes, const std::string& path) {
    if (sizes.at_most && *sizes.at_most < sizes.at_least)
      mistake(path, fmt::format("at_least {} is more than at_most {}", sizes.at_least, *sizes.at_most));
  }

  void check_once(const std::vector<std::string>& machines, const std::string& path) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < machines.size(); ++i)
      if (!seen.insert(machines[i]).second)
        mistake(fmt::format("{}[{}]", path, i), fmt::format("machine '{}' stands here twice", machines[i]));
  }

  void check_batches(const PartOrder& part) {
    if (part.holding_cost > Money(0) && part.move_cost > Money(0) && part.setup_cost == Money(0))
      mistake(".parts." + part.name, "a holding cost with a move cost needs a setup cost",
              "Without one, batches would shrink to nothing and moves cost without limit.");
  }

  void check_grouping() {
    std::set<std::string> placed;
    for (std::size_t g = 0; g < spec_.grouping.size(); ++g)
      for (std::size_t i = 0; i < spec_.grouping[g].size(); ++i)
        if (const std::string& name = spec_.grouping[g][i]; !placed.insert(name).second)
          mistake(fmt::format(".grouping[{}][{}]", g, i), fmt::format("machine '{}' stands in a group already", name));
    for (const MachineOffer& machine : spec_.machines)
      if (!placed.contains(machine.name)) mistake(".grouping", fmt::format("machine '{}' stands in no group", machine.name));
    if (!spec_.groups.empty()) check_group_sizes();
  }

  void check_group_sizes() {
    if (spec_.groups.size() != spec_.grouping.size())
      return mistake(".grouping", fmt::format("{} groups are given, but 'groups' has {}", spec_.grouping.size(), spec_.groups.size()),
                     "Leave 'groups' out, or give the sizes of each group.");
    for (std::size_t g = 0; g < spec_.groups.size(); ++g) {
      const auto size = static_cast<std::int64_t>(spec_.grouping[g].size());
      if (size < spec_.groups[g].at_least || size > spec_.groups[g].at_most.value_or(size))
        mistake(fmt::format(".grouping[{}]", g), fmt::format("this group of {} is outside the bounds that 'groups' gives", size));
    }
  }

  [[nodiscard]] std::size_t machine(const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(spec_.machines, name, &MachineOffer::name) - spec_.machines.begin());
  }

  [[nodiscard]] Plant plant() const {
    Plant plant{.energy_price = spec_.energy_price, .waste_price = spec_.waste_price};
    for (const MachineOffer& offer : spec_.machines) plant.machines.push_back({offer.power, offer.capacity});
    for (const WorkerOffer& offer : spec_.workers) {
      Worker worker{offer.wage, offer.capacity, {}};
      for (const std::string& name : offer.operates) worker.operates.push_back(machine(name));
      plant.workers.push_back(std::move(worker));
    }
    return plant;
  }

  [[nodiscard]] std::vector<GroupBounds> groups() const {
    std::vector<GroupBounds> bounds(std::max<std::size_t>(1, spec_.grouping.size()), {.at_least = 0});
    if (!spec_.groups.empty()) bounds.assign(spec_.groups.size(), {});
    for (std::size_t g = 0; g < spec_.groups.size(); ++g) {
      bounds[g].at_least = static_cast<std::size_t>(spec_.groups[g].at_least);
      if (spec_.groups[g].at_most) bounds[g].at_most = static_cast<std::size_t>(*spec_.groups[g].at_most);
    }
    return bounds;
  }

  [[nodiscard]] std::optional<std::vector<std::size_t>> grouping() const {
    if (spec_.grouping.empty()) return std::nullopt;
    std::vector<std::size_t> group_of(spec_.machines.size());
    for (std::size_t g = 0; g < spec_.grouping.size(); ++g)
      for (const std::string& name : spec_.grouping[g]) group_of[machine(name)] = g;
    return group_of;
  }

  [[nodiscard]] PartDemand part_demand(const PartOrder& order) const {
    Part part{.setup_cost = order.setup_cost, .holding_cost = order.holding_cost, .move_cost = order.move_cost, .material = order.material};
    for (std::size_t r = 0; r < order.routes.size(); ++r) {
      Route route{.number = r};
      for (const RouteStep& step : order.routes[r]) route.operations.push_back({machine(step.machine), step.time, step.yield});
      part.routes.push_back(std::move(route));
    }
    return {std::move(part), order.demand, order.priority};
  }

  const AllocationSpec& spec_;
  Reader& reader_;
};

}  // namespace

const AnyType& allocation_type() { return allocation_keys(); }

AllocationTask read_allocation(const Node& root, Reader& reader) {
  const AllocationSpec spec = read_all(allocation_keys(), root, reader);
  AllocationReading reading(spec, reader);
  reading.check();
  return reading.task();
}

}  // namespace ccm
