#pragma once
/// What a minifactory knows of its customers, without a floor and without a network.

#include "sim/selling.hpp"
#include "tests/support/recording.hpp"
#include "tests/support/small_market.hpp"

namespace ccm::test {

inline constexpr CustomerClass takers{0, 0}, bargainers{0, 1};
inline constexpr Wanted taking{0, CustomerType::price_taker}, bargaining{0, CustomerType::bargainer};

/// Takers and bargainers who remember 30 and forget half of it in a period, and who do not mind it unless they are told to.
inline Scenario market_with_memory(ReferenceSource source) {
  Scenario market = small_market();
  market.customers[0].reference_price = {.memory = 0.5, .source = source, .start = Money(30)};
  market.customers.push_back(market.customers[0]);
  market.customers[1].name = "c2";
  market.customers[1].type = CustomerType::bargainer;
  return market;
}

/// The first minifactory of a market, without a floor.
struct Seller {
  explicit Seller(Scenario market)
      : scenario(std::move(market)), factory(factory_model(scenario, market_of(scenario, Geography(scenario)), 0)) {}

  void read(std::vector<PostedAsk> asks) { selling.read(std::make_shared<const MarketReport>(std::move(asks))); }
  void close() { selling.close_period(plan, recording.recorder()); }
  [[nodiscard]] double reference(CustomerClass of) const {
    return factory.services[of.service].demand[of.type].remembered->reference.value();
  }

  Scenario scenario;
  FactoryModel factory;
  Selling selling{scenario, 1, 0, factory};
  PeriodPlan plan{.services = {ServicePlan{.prices = {Money(30), Money(20)}}}};
  Recording recording;
};

}  // namespace ccm::test
