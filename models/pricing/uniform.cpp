// What does everybody pay when one price has to do for all?

#include "models/pricing/uniform.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "models/pricing/differential.hpp"

namespace ccm {
namespace {

double profit_at(const PricingContext& context, Money price) {
  double units = 0;
  for (const TypeDemand& demand : context.types) units += std::max(0.0, demand.alpha - demand.beta * price.value());
  return (price - context.unit_cost).value() * units;
}

std::vector<TypeDemand> by_choke_price(const PricingContext& context) {
  std::vector<TypeDemand> types(context.types.begin(), context.types.end());
  std::ranges::stable_sort(types, std::ranges::greater(), [](const TypeDemand& d) { return d.alpha / d.beta; });
  return types;
}

}  // namespace

std::vector<Money> uniform_prices(const PricingContext& context) {
  require(!context.types.empty(), "uniform: there is no customer type");
  TypeDemand served;
  Money best = best_price(by_choke_price(context).front(), context.unit_cost);
  for (const TypeDemand& demand : by_choke_price(context)) {
    served.alpha += demand.alpha;
    served.beta += demand.beta;
    const Money candidate = best_price(served, context.unit_cost);
    if (profit_at(context, candidate) > profit_at(context, best)) best = candidate;
  }
  return std::vector<Money>(context.types.size(), best);
}

}  // namespace ccm
