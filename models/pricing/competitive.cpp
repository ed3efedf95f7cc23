// What does each customer type pay when a seller looks at its rivals?

#include "models/pricing/competitive.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/myopic_reference.hpp"

namespace ccm {
namespace {

/// The price of that type among those published; the lists may be empty when nobody is known to sell.
std::optional<Money> published(const std::vector<std::optional<Money>>& prices, std::size_t type) {
  return type < prices.size() ? prices[type] : std::nullopt;
}

Money best_response(TypeDemand demand, Money rivals, Money unit_cost) {
  demand.remembered = Remembered{rivals, rivals};
  return myopic_price(demand, unit_cost);
}

Money answer(const PricingContext& context, std::size_t type) {
  const PricingOptions& options = context.options;
  const auto rivals = published(options.answer == Answer::undercut ? context.rivals.lowest : context.rivals.mean, type);
  if (!rivals) return best_price(context.types[type], context.unit_cost);
  if (options.answer == Answer::best_response) return best_response(context.types[type], *rivals, context.unit_cost);
  return std::max(*rivals * (options.answer == Answer::undercut ? 1 - options.undercut : 1), context.unit_cost);
}

}  // namespace

std::vector<Money> competitive_prices(const PricingContext& context) {
  require(context.options.undercut >= 0 && context.options.undercut < 1, "competitive: undercut must lie in [0, 1)");
  std::vector<Money> prices;
  for (std::size_t type = 0; type < context.types.size(); ++type) prices.push_back(answer(context, type));
  return prices;
}

}  // namespace ccm
