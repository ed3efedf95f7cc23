// What does everybody pay when the price is made for the first type alone?

#include "models/pricing/fixed_first.hpp"

#include "models/error.hpp"
#include "models/pricing/differential.hpp"

namespace ccm {

std::vector<Money> fixed_first_prices(const PricingContext& context) {
  require(!context.types.empty(), "fixed_first: there is no customer type");
  return std::vector<Money>(context.types.size(), best_price(context.types.front(), context.unit_cost));
}

}  // namespace ccm
