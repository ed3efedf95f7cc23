// What does one customer type buy now, and up to which price?

#include "models/pricing/type_demand.hpp"

#include <algorithm>

namespace ccm {

bool feels_reference(const TypeDemand& demand) { return demand.remembered && demand.referenced.has_effect(); }

double expected_units(const TypeDemand& demand, Money price) {
  if (feels_reference(demand)) return demand_at(demand.referenced, price, demand.remembered->reference);
  return std::max(0.0, demand.alpha - demand.beta * price.value());
}

Money choke_price(const TypeDemand& demand) {
  if (feels_reference(demand)) return choke_price(demand.referenced, demand.remembered->reference);
  return Money(demand.alpha / demand.beta);
}

double expected_profit(const TypeDemand& demand, Money price, Money unit_cost) {
  return (price - unit_cost).value() * expected_units(demand, price);
}

Money within_bounds(const TypeDemand& demand, Money price, Money unit_cost) {
  return std::max(std::min(price, choke_price(demand)), unit_cost);
}

}  // namespace ccm
