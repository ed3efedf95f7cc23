// What does each customer type pay when each has its own best price?

#include "models/pricing/differential.hpp"

namespace ccm {

Money best_price(const TypeDemand& demand, Money unit_cost) { return Money(demand.alpha / (2 * demand.beta)) + unit_cost / 2; }

std::vector<Money> differential_prices(const PricingContext& context) {
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(best_price(demand, context.unit_cost));
  return prices;
}

}  // namespace ccm
