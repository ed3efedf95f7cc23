// What does each customer type pay when the best price over time has to be computed?

#include "models/pricing/dynamic_program.hpp"

#include <algorithm>

#include "models/pricing/differential.hpp"
#include "models/pricing/few_orders.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/policy_cache.hpp"

namespace ccm {
namespace {

/// With peak-end memory the states are prices of the grid, so the extreme price that is remembered has to be one of them.
PricingProgram covering(PricingProgram program, Money extreme) {
  const bool peak_end = program.memory.kind == MemoryKind::peak_end_lowest || program.memory.kind == MemoryKind::peak_end_highest;
  if (peak_end) program.prices.from = std::min(program.prices.from, extreme);
  if (peak_end) program.prices.to = std::max(program.prices.to, extreme);
  return program;
}

/// The program of a type. Its grid is the same for all remembered prices between the cost and a / b, so that one solution does for them.
PricingProgram program_of(const TypeDemand& demand, const PricingContext& context) {
  const Money highest_for_ever(demand.referenced.a / demand.referenced.b);
  const Money remembered = demand.remembered ? demand.remembered->reference : highest_for_ever;
  const bool between = remembered >= context.unit_cost && remembered <= highest_for_ever;
  PricingProgram program{.demand = demand.referenced, .cost = context.unit_cost, .discount = context.options.discount};
  program.memory = demand.memory;
  program.periods = context.options.periods_left;
  program = with_default_grids(program, between ? highest_for_ever : remembered, context.options.grid_prices);
  return demand.remembered ? covering(program, demand.remembered->extreme) : program;
}

/// The best price, or the best that sells something (see closed_form_price).
Money best_of(const DynamicProgram& solved, const TypeDemand& demand, const PricingContext& context) {
  const Money price =
      (demand.remembered ? solved.decide(*demand.remembered) : solved.decide_without_reference(demand.alpha, demand.beta)).price;
  if (!sells_hardly_any(demand, price, context.unit_cost)) return price;
  return solved.decide_by_chance(demand.remembered, ordered_demand(demand, context.share)).price;
}

Money program_price(const TypeDemand& demand, const PricingContext& context) {
  const ReferenceDemand& referenced = demand.referenced;
  if (!referenced.has_effect()) return best_price(demand, context.unit_cost);
  if (referenced.a <= referenced.b * context.unit_cost.value()) return myopic_price(demand, context.unit_cost);
  const PricingProgram program = program_of(demand, context);
  const Money price = best_of(context.policies ? *context.policies->solve(program) : solve_prices(program), demand, context);
  return std::max(price, context.unit_cost);
}

}  // namespace

std::vector<Money> dynamic_program_prices(const PricingContext& context) {
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(program_price(demand, context));
  return prices;
}

}  // namespace ccm
