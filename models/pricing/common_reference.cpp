// What does each customer type pay when all look at the same reference price?

#include "models/pricing/common_reference.hpp"

#include <algorithm>
#include <numeric>

#include "models/error.hpp"
#include "models/pricing/closed_form.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/few_orders.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/optimal/common_reference_policy.hpp"

namespace ccm {
namespace {

bool has_effect(const TypeDemand& demand) { return demand.referenced.has_effect(); }

/// Each type's share of the sales at best prices; nothing if there are none.
std::vector<double> sales_shares(const PricingContext& context) {
  std::vector<double> units;
  for (const TypeDemand& demand : context.types)
    units.push_back(std::max(0.0, demand.alpha - demand.beta * best_price(demand, context.unit_cost).value()));
  const double all = std::accumulate(units.begin(), units.end(), 0.0);
  if (all <= 0) return {};
  for (double& share : units) share /= all;
  return units;
}

/// What the types remember on average; nothing if none that buys remembers anything.
std::optional<Money> common_reference(std::span<const TypeDemand> types, const std::vector<double>& weights) {
  Money sum{0};
  double weight = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (!types[k].remembered) continue;
    sum += types[k].remembered->reference * weights[k];
    weight += weights[k];
  }
  return weight > 0 ? std::optional(sum / weight) : std::nullopt;
}

bool nobody_buys(const PricingContext& context, const std::vector<Money>& prices) {
  for (std::size_t k = 0; k < prices.size(); ++k)
    if (!sells_hardly_any(context.types[k], prices[k], context.unit_cost)) return false;
  return true;
}

CommonReferenceType seen_as(const TypeDemand& demand, double weight) {
  const ReferenceDemand& d = demand.referenced;
  require(d.is_neutral(), "common_reference: gains and losses must weigh the same");
  if (!has_effect(demand)) return {1, demand.alpha, demand.beta, 0, weight};
  return {1, d.a, d.b + d.gain, d.gain, weight};
}

CommonReferenceSeller seller_of_all(const PricingContext& context, const std::vector<double>& weights) {
  const TypeDemand& comparing = *std::ranges::find_if(context.types, has_effect);
  const ReferenceSeller seller = seller_of(comparing, context);
  CommonReferenceSeller common{.cost = context.unit_cost, .discount = seller.discount, .theta = seller.theta};
  for (std::size_t k = 0; k < context.types.size(); ++k) {
    const TypeDemand& demand = context.types[k];
    require(!has_effect(demand) || demand.memory == comparing.memory, "common_reference: all types must remember in the same way");
    common.types.push_back(seen_as(demand, weights[k]));
  }
  return common;
}

}  // namespace

std::vector<Money> common_reference_prices(const PricingContext& context) {
  if (std::ranges::none_of(context.types, has_effect)) return differential_prices(context);
  const std::vector<double> weights = sales_shares(context);
  const std::optional<Money> reference = common_reference(context.types, weights);
  if (!reference) return differential_prices(context);
  const CommonReferenceSeller seller = seller_of_all(context, weights);
  if (!has_optimum(seller)) return myopic_reference_prices(context);
  std::vector<Money> prices = common_reference_policy(seller).prices_at(*reference);
  return nobody_buys(context, prices) ? myopic_reference_prices(context) : prices;
}

}  // namespace ccm
