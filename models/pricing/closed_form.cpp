// What does a customer type pay when the best price over time is a formula?

#include "models/pricing/closed_form.hpp"

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/few_orders.hpp"
#include "models/pricing/optimal/price_that_sells.hpp"

namespace ccm {

ReferenceSeller seller_of(const TypeDemand& demand, const PricingContext& context) {
  const bool last_price = demand.memory.kind == MemoryKind::last_price;
  require(last_price || demand.memory.kind == MemoryKind::exponential,
          "pricing: this strategy needs exponential memory or the last price; dynamic_program takes any");
  return {demand.referenced, context.unit_cost, context.options.discount, last_price ? 0 : demand.memory.theta};
}

Money closed_form_price(const TypeDemand& demand, const PricingContext& context) {
  if (!demand.referenced.has_effect()) return best_price(demand, context.unit_cost);
  const LossAversePolicy policy = loss_averse_policy(seller_of(demand, context));
  const auto reference = demand.remembered ? std::optional(demand.remembered->reference) : std::nullopt;
  const Money price = reference ? policy.price_at(*reference) : price_without_reference(policy, demand.alpha, demand.beta);
  return sells_hardly_any(demand, price, context.unit_cost) ? price_that_sells(policy, ordered_demand(demand, context.share), reference)
                                                            : price;
}

}  // namespace ccm
