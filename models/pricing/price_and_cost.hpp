#pragma once
/// Prices that agree with the cost of the demand that they bring.

#include <functional>

#include "models/pricing/strategy.hpp"

namespace ccm {

/// What a seller expects to sell of one service.
struct ServiceDemand {
  std::span<const TypeDemand> types;
  double share = 1;  // of the types' demand: what it expects to get of it, all else going to others
  RivalPrices rivals{};
  Remaining remaining{};
};

/// The expected demand at these prices, given what is remembered now:     share sum_k d_k(P_k)     [units/period]
/// d_k  expected_units of type k: max(0, alpha_k - beta_k P_k) without a reference price
[[nodiscard]] double expected_demand(const ServiceDemand& service, std::span<const Money> prices);

/// How a seller prices: the strategy, and the numbers of its policy.
struct PricingRule {
  const PricingStrategy* strategy = nullptr;
  PricingOptions options{};
  PolicyCache* policies = nullptr;  // see PricingContext

  /// The prices of the strategy, but none below the unit cost: where a strategy asks less, it expects to sell nothing, and customers who
  /// remember high prices would buy at a loss.
  [[nodiscard]] std::vector<Money> prices(const ServiceDemand& service, Money unit_cost) const;
};

struct SettledPrices {
  std::vector<std::vector<Money>> prices;  // of each service, by type
  std::vector<double> demand;              // of each service
  bool settled = false;                    // false: the last of the rounds; prices and demand do not agree
};

/// Finds prices P, demands D and unit costs C with     P = strategy(C),  D = expected demand at P,  C = unit_cost(D)     by going round
/// from a start demand until no demand changes by more than 1e-12 of itself, at most 1000 times. Falling unit costs have their largest
/// fixed point found from a start above it, and no worse one.
/// unit_cost  of each service at the demands of all.
/// Source: [QamarAziz2023] Eqs. 4 and 7 put together; with marginal cost, C = v + m / (2 sqrt D), it is the best price.
/// Tested by: tests/models/price_and_cost_test.cpp.
[[nodiscard]] SettledPrices settle_prices(std::span<const ServiceDemand> services, const PricingRule& rule, std::vector<double> start,
                                          const std::function<std::vector<Money>(const std::vector<double>&)>& unit_cost);

}  // namespace ccm
