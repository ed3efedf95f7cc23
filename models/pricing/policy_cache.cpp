// Has this pricing program been solved before?

#include "models/pricing/policy_cache.hpp"

namespace ccm {
namespace {

std::vector<double> content(const PricingProgram& program) {
  const ReferenceDemand& demand = program.demand;
  std::vector<double> numbers{demand.a, demand.b, demand.gain, demand.loss, program.cost.value(), program.discount};
  numbers.insert(numbers.end(), {static_cast<double>(program.memory.kind), program.memory.theta});
  numbers.push_back(program.periods ? static_cast<double>(*program.periods) : 0);
  for (const MoneyGrid& grid : {program.prices, program.references})
    numbers.insert(numbers.end(), {grid.from.value(), grid.to.value(), static_cast<double>(grid.count)});
  return numbers;
}

}  // namespace

std::shared_ptr<const DynamicProgram> PolicyCache::solve(const PricingProgram& program) {
  ++asked_;
  std::vector<double> key = content(program);
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  if (known_.size() >= capacity_) known_.clear();
  ++solved_;
  return known_.emplace(std::move(key), std::make_shared<const DynamicProgram>(solve_prices(program))).first->second;
}

}  // namespace ccm
