// What does each customer type pay when the future counts, and losses hurt more than gains please?

#include "models/pricing/loss_averse.hpp"

#include "models/pricing/closed_form.hpp"

namespace ccm {

std::vector<Money> loss_averse_prices(const PricingContext& context) {
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) prices.push_back(closed_form_price(demand, context));
  return prices;
}

}  // namespace ccm
