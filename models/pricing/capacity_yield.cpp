// What does each customer type pay when there is not enough for all?

#include "models/pricing/capacity_yield.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "models/pricing/falling_root.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/type_demand.hpp"

namespace ccm {
namespace {

/// What is demanded in the rest of the period if a unit costs that much.
double demand_to_come(const PricingContext& context, Money cost) {
  double units = 0;
  for (const TypeDemand& demand : context.types) units += expected_units(demand, myopic_price(demand, cost));
  return context.share * context.remaining.time * units;
}

/// Nobody buys above it; the unit cost if nobody buys at that.
Money highest_choke_price(const PricingContext& context) {
  Money highest = context.unit_cost;
  for (const TypeDemand& demand : context.types) highest = std::max(highest, choke_price(demand));
  return highest;
}

}  // namespace

Money run_out_cost(const PricingContext& context) {
  const Remaining& left = context.remaining;
  require(left.units >= 0, "capacity_yield: remaining units must not be negative");
  require(left.time > 0 && left.time <= 1, "capacity_yield: remaining time must lie in (0, 1]");
  require(context.share >= 0, "capacity_yield: the share of demand must not be negative");
  const auto excess = [&](double cost) { return demand_to_come(context, Money(cost)) - left.units; };
  return Money(falling_root(excess, context.unit_cost.value(), highest_choke_price(context).value()));
}

std::vector<Money> capacity_yield_prices(const PricingContext& context) {
  const Money cost = run_out_cost(context);
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(myopic_price(demand, cost));
  return prices;
}

}  // namespace ccm
