#pragma once
/// A small market in which customers and minifactories talk about prices.

#include <algorithm>

#include "tests/protocol/market_story.hpp"

namespace ccm::test {

/// The small market without a commission and with a price asked of 30 at a cost of 10, about which customers and minifactory talk.
[[nodiscard]] inline Scenario negotiated_market(CustomerType type) {
  Scenario market = small_market();
  market.cloud_operator.commission = 0;
  market.market.prices = PriceFormation::negotiated;
  market.minifactories[0].pricing.markup = 2;
  market.customers[0].type = type;
  return market;
}

/// A second minifactory like the first, with this wage for the hour that an order takes.
inline void add_competitor(Scenario& market, const std::string& name, double wage) {
  add_minifactory(market, name, 0.1);
  market.minifactories.back().workers[0].wage = MoneyPerHour(wage);
}

/// A message from a customer to the minifactory crosses both access links: 13.01 latency + bytes / (0.97 bandwidth).
inline constexpr double direct = 13.01 * 0.02 + 1000 / 97000.0;

/// The row of the talk about an order.
[[nodiscard]] inline const NegotiationRecord& talk_about(const MarketStory& story, const OrderRecord& order) {
  const auto& talks = story.all<NegotiationRecord>();
  return *std::ranges::find(talks, order.request, &NegotiationRecord::request);
}

}  // namespace ccm::test
