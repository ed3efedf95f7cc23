#pragma once
/// Customer types for tests of pricing.

#include "models/pricing/strategy.hpp"
#include "tests/support/draws.hpp"

namespace ccm::test {

/// A type whose demand, with or without a reference price, is that of the difference form.
[[nodiscard]] inline TypeDemand type_of(const ReferenceDemand& demand, std::optional<double> remembered = std::nullopt) {
  TypeDemand type{.alpha = demand.a, .beta = demand.b, .referenced = demand};
  if (remembered) type.remembered = Remembered{Money(*remembered), Money(*remembered)};
  return type;
}

/// Profit of one period at that price, by hand.
[[nodiscard]] inline double profit_at(const TypeDemand& type, double price, double cost) {
  const double reference = type.remembered ? type.remembered->reference.value() : price;
  const double effect = price > reference ? type.referenced.loss : type.referenced.gain;
  return (price - cost) * std::max(0.0, type.alpha - type.beta * price + effect * (reference - price));
}

/// The prices that a strategy sets.
[[nodiscard]] inline std::vector<Money> prices_of(const char* strategy, const PricingContext& context) {
  return pricing_strategy(strategy).prices(context);
}

[[nodiscard]] inline double price_of(const char* strategy, const TypeDemand& type, double cost, const PricingOptions& options = {}) {
  const std::vector<TypeDemand> types{type};
  return prices_of(strategy, {types, Money(cost), options})[0].value();
}

}  // namespace ccm::test
