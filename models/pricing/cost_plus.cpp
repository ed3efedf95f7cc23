// What does everybody pay when the price follows from the cost alone?

#include "models/pricing/cost_plus.hpp"

namespace ccm {

std::vector<Money> cost_plus_prices(const PricingContext& context) {
  return std::vector<Money>(context.types.size(), context.unit_cost * (1 + context.options.markup));
}

}  // namespace ccm
