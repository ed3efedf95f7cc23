// What does each customer type pay when only this period counts?

#include "models/pricing/myopic_reference.hpp"

#include <algorithm>

#include "models/pricing/differential.hpp"
#include "models/pricing/type_demand.hpp"

namespace ccm {
namespace {

/// The best price if demand had the slope `effect` on both sides of the reference.
Money best_with(double effect, const TypeDemand& demand, Money unit_cost) {
  const ReferenceDemand& d = demand.referenced;
  return Money((d.a + effect * demand.remembered->reference.value()) / (2 * (d.b + effect))) + unit_cost / 2;
}

}  // namespace

Money myopic_price(const TypeDemand& demand, Money unit_cost) {
  if (!feels_reference(demand)) return best_price(demand, unit_cost);
  const Money reference = demand.remembered->reference;
  const Money gain = best_with(demand.referenced.gain, demand, unit_cost), loss = best_with(demand.referenced.loss, demand, unit_cost);
  const bool both = gain < reference && loss > reference;
  const bool gain_is_better =
      both ? expected_profit(demand, gain, unit_cost) >= expected_profit(demand, loss, unit_cost) : gain < reference;
  return within_bounds(demand, gain_is_better ? gain : std::max(loss, reference), unit_cost);
}

std::vector<Money> myopic_reference_prices(const PricingContext& context) {
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(myopic_price(demand, context.unit_cost));
  return prices;
}

}  // namespace ccm
