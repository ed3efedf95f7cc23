// Has this problem been solved before?

#include "models/allocation/cache.hpp"

#include "models/allocation/solver.hpp"

namespace ccm {
namespace {

/// The numbers of a problem in a row; lists begin with their length, so that no two problems have the same row.
class Content {
 public:
  std::vector<double> of(const AllocationProblem& problem) {
    add(problem.plant);
    list(problem.groups, [&](const GroupBounds& group) { add(count(group.at_least), count(group.at_most)); });
    add(problem.grouping ? 1.0 : 0.0);
    if (problem.grouping) indices(*problem.grouping);
    list(problem.parts, [&](const PartDemand& part) { add(part); });
    add(static_cast<double>(problem.routes), static_cast<double>(problem.moves), static_cast<double>(problem.node_limit));
    return std::move(numbers_);
  }

 private:
  static double count(std::size_t value) { return static_cast<double>(value); }
  template <class... Numbers>
  requires(std::is_same_v<Numbers, double>&&...) void add(Numbers... numbers) { (numbers_.push_back(numbers), ...); }
  template <class Item, class Each>
  void list(const std::vector<Item>& items, Each each) {
    add(count(items.size()));
    for (const Item& item : items) each(item);
  }
  void indices(const std::vector<std::size_t>& values) {
    list(values, [&](std::size_t value) { add(count(value)); });
  }
  void add(const Plant& plant) {
    list(plant.machines, [&](const Machine& machine) { add(machine.power.value(), machine.capacity.value()); });
    list(plant.workers, [&](const Worker& worker) {
      add(worker.wage.value(), worker.capacity.value());
      indices(worker.operates);
    });
    add(plant.energy_price.value(), plant.waste_price.value());
  }
  void add(const PartDemand& demand) {
    const Part& part = demand.part;
    add(demand.units, demand.priority, part.setup_cost.value(), part.holding_cost.value(), part.move_cost.value());
    add(part.material.mass.value(), part.material.price.value(), part.material.recycled);
    list(part.routes, [&](const Route& route) {
      list(route.operations, [&](const Operation& operation) { add(count(operation.machine), operation.time.value(), operation.yield); });
    });
  }

  std::vector<double> numbers_;
};

}  // namespace

std::shared_ptr<const Allocation> AllocationCache::solve(const AllocationProblem& problem) {
  ++asked_;
  std::vector<double> content = Content().of(problem);
  const auto known = known_.find(content);
  if (known != known_.end()) return known->second;
  if (known_.size() >= capacity_) known_.clear();
  ++solved_;
  return known_.emplace(std::move(content), std::make_shared<const Allocation>(ccm::solve(problem))).first->second;
}

}  // namespace ccm
