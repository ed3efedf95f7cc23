// What does each customer type pay when the future counts, and gains weigh as losses?

#include "models/pricing/optimal_reference.hpp"

#include "models/error.hpp"
#include "models/pricing/closed_form.hpp"

namespace ccm {

std::vector<Money> optimal_reference_prices(const PricingContext& context) {
  std::vector<Money> prices;
  for (const TypeDemand& demand : context.types) {
    require(demand.referenced.is_neutral(), "optimal_reference: gains and losses must weigh the same; see loss_averse, dynamic_program");
    prices.push_back(closed_form_price(demand, context));
  }
  return prices;
}

}  // namespace ccm
