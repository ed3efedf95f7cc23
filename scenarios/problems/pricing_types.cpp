// Which customer types does a file price, and do their numbers fit the strategy?

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scenarios/problems/pricing_reading.hpp"

namespace ccm {
namespace {

std::optional<Eq13Reading> reading_of(OnePeriodStrategy strategy) {
  switch (strategy) {
    case OnePeriodStrategy::eq13_plugged:
    case OnePeriodStrategy::eq13_as_printed:
      return Eq13Reading::plugged;
    case OnePeriodStrategy::eq13_sequential:
      return Eq13Reading::sequential;
    case OnePeriodStrategy::eq13_joint:
      return Eq13Reading::joint;
    default:
      return std::nullopt;
  }
}

void refuse_keys_over_time(const PricingFile& file) {
  const std::vector<PricedType>& types = *file.spec.types;
  for (std::size_t k = 0; k < types.size(); ++k)
    for (const auto& [key, value] : {std::pair{"gamma", types[k].gamma}, {"share", types[k].share}, {"weight", types[k].weight}})
      if (value)
        file.mistake(fmt::format(".types[{}].{}", k, key), fmt::format("'{}' of a type has no meaning in one period", key),
                     "Give 'memory' and 'discount' to price several types over time.");
}

void check_gamma(const PricingFile& file, const PricesOfTypes& asked) {
  if (!asked.eq13) {
    if (file.spec.gamma) file.mistake(".gamma", "only the strategies of Eq. 13 look at 'gamma'");
    return;
  }
  if (!file.spec.gamma) file.mistake("", "the strategies of Eq. 13 need the key 'gamma'");
  if (file.spec.scale_cost) file.mistake(".scale_cost", "Eq. 13 knows one unit cost only", "Give 'cost'.");
  for (std::size_t k = 0; k < asked.types.size(); ++k)
    if (asked.gamma >= asked.types[k].beta)
      file.mistake(fmt::format(".types[{}].beta", k), fmt::format("beta must be more than gamma {:.6g}", asked.gamma));
}

/// Eq. 13 has no lower end of demand.
void check_eq13_demand(const PricingFile& file, const PricesOfTypes& asked) {
  const auto types = asked.eq13_types();
  const auto demands = eq13_demands(types, asked.gamma, eq13_prices(types, asked.cost, asked.gamma, *asked.eq13));
  for (std::size_t k = 0; k < demands.size(); ++k)
    if (demands[k] < 0)
      file.mistake(fmt::format(".types[{}]", k), fmt::format("Eq. 13 would have this type buy {:.6g} units", demands[k]),
                   "It holds only where every type buys something at its price.");
}

void check_cost(const PricingFile& file) {
  const PricingWords& spec = file.spec;
  if (!spec.cost && !spec.scale_cost) file.mistake("", "several types in one period need 'cost' or 'scale_cost'");
  if (spec.cost && spec.scale_cost) file.mistake(".scale_cost", "there is 'cost' already", "Give one of the two.");
  if (spec.cost_rule && !spec.scale_cost) file.mistake(".cost_rule", "only 'scale_cost' has a rule");
}

/// Weights as given, or by share.
void set_weights(const PricingFile& file, CommonReferenceSeller& seller) {
  const std::vector<PricedType>& types = *file.spec.types;
  const auto given = static_cast<std::size_t>(std::ranges::count_if(types, [](const PricedType& type) { return type.weight.has_value(); }));
  double shares = 0, weights = 0;
  for (const CommonReferenceType& type : seller.types) shares += type.share;
  for (std::size_t k = 0; k < types.size(); ++k)
    weights += seller.types[k].weight = given == 0 ? seller.types[k].share / shares : types[k].weight.value_or(0);
  if (given != 0 && given != types.size())
    file.mistake(".types", "some types have a 'weight' and others have none");
  else if (std::abs(weights - 1) > 1e-9)
    file.mistake(".types", fmt::format("the weights sum to {:.10g}, not to 1", weights));
}

Money mean_static_price(const CommonReferenceSeller& seller) {
  Money mean{0};
  for (const auto& type : seller.types) mean += type.weight * (Money(type.alpha / (2 * type.beta)) + seller.cost / 2);
  return mean;
}

void check_optimum(const PricingFile& file, const CommonReferencePrices& asked) {
  if (!has_optimum(asked.seller))
    return file.mistake(".types",
                        "there is no best policy: raising the price of a type that hardly buys raises what the others pay without end",
                        "Lower its weight, or the effect of the reference price.");
  if (!common_reference_policy(asked.seller).holds_at(asked.start))
    file.mistake(".types", "on the way from this start, a price would be below cost or so high that a type buys nothing",
                 "The closed form holds only where every type is served.");
}

}  // namespace

std::vector<Eq13Type> PricesOfTypes::eq13_types() const {
  std::vector<Eq13Type> all;
  for (const auto& [alpha, beta] : types) all.push_back({alpha, beta});
  return all;
}

PricesOfTypes read_prices_of_types(const PricingFile& file) {
  const PricingWords& spec = file.spec;
  PricesOfTypes asked{.names = names_of(*spec.types), .types = {}};
  for (const PricedType& type : *spec.types) asked.types.push_back({type.alpha, type.beta});
  asked.cost = spec.cost.value_or(Money(0));
  asked.gamma = spec.gamma.value_or(0);
  asked.strategy = spec.strategy.value_or(OnePeriodStrategy::differential);
  asked.eq13 = reading_of(asked.strategy);
  if (spec.scale_cost) asked.scale = ScaleCost{spec.scale_cost->v.value(), spec.scale_cost->m.value()};
  asked.rule = spec.cost_rule.value_or(CostOfUnit::marginal);
  check_cost(file);
  refuse_keys_over_time(file);
  check_gamma(file, asked);
  file.reader.throw_mistakes();
  if (asked.eq13) check_eq13_demand(file, asked);
  return asked;
}

CommonReferencePrices read_common_reference_prices(const PricingFile& file) {
  const PricingWords& spec = file.spec;
  const PriceMemory memory = memory_of(file);
  if (memory.kind != MemoryKind::exponential && memory.kind != MemoryKind::last_price)
    file.mistake(".memory.kind", "several types remember prices exponentially, or the last price only");
  CommonReferencePrices asked{.names = names_of(*spec.types)};
  for (const PricedType& type : *spec.types)
    asked.seller.types.push_back({type.share.value_or(1), type.alpha, type.beta, type.gamma.value_or(0), 0});
  asked.seller.cost = file.needed(spec.cost, "cost", Money(0));
  asked.seller.discount = file.needed(spec.discount, "discount", 0.0);
  asked.seller.theta = memory.theta;
  if (asked.seller.discount == 1) file.mistake(".discount", "without a last period, discount must be less than 1");
  set_weights(file, asked.seller);
  if (spec.start && (spec.start->extreme || spec.start->last)) file.mistake(".start", "expected the key 'reference' alone");
  asked.start = spec.start && spec.start->reference ? *spec.start->reference : mean_static_price(asked.seller);
  asked.shown = static_cast<std::size_t>(spec.show.value_or(10));
  file.reader.throw_mistakes();
  check_optimum(file, asked);
  return asked;
}

}  // namespace ccm
