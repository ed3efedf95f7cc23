#pragma once
/// A market that is small enough to compute by hand.

#include "scenarios/scenario.hpp"

namespace ccm::test {

/// One segment c1 that wants service S, and one minifactory f1 at the same place that makes it on one line in one hour for 10 of
/// wages, and asks 10 for it. All access links have 10 ms and 100,000 B/s, the operator none; messages have 1000 B, the product data
/// 1,000,000 B. About 20 customers come in each of 2 periods of 10 d; all of them would pay at least 50.
[[nodiscard]] inline Scenario small_market() {
  const GeoPoint bolzano{46.5, 11.3};
  Scenario market{.name = "small market"};
  market.time = {.period = days(10), .periods = 2};
  market.network = {.latency = milliseconds(10), .bandwidth = BytesPerSecond(1e5), .message_size = Bytes(1000), .retry = minutes(10)};
  market.parts = {{.name = "P", .routes = {{{"m", 60}}}}};
  market.services = {{.name = "S", .parts = {{"P", 1}}, .product_data = Bytes(1e6)}};
  market.cloud_operator.at = bolzano;
  SegmentSpec segment{.name = "c1", .service = "S", .alpha = 40, .beta = 0.4, .lowest_value = Money(50)};
  segment.at = bolzano;
  market.customers = {segment};
  MinifactorySpec minifactory{
      .name = "f1", .machines = {{.name = "m"}}, .workers = {{.name = "w", .wage = MoneyPerHour(10), .operates = {"m"}}}};
  minifactory.at = bolzano;
  minifactory.pricing = {.strategy = "cost_plus", .markup = 0};
  market.minifactories = {minifactory};
  return market;
}

/// Something goes down at that time.
[[nodiscard]] inline EventSpec event_at(Seconds at, const TargetSpec& target, Seconds down) {
  EventSpec event;
  static_cast<TargetSpec&>(event) = target;
  event.at = at;
  event.down = down;
  return event;
}

/// The small market in which hosts may go down, and the operator's does for a moment, near the end.
[[nodiscard]] inline Scenario fragile_market() {
  Scenario market = small_market();
  market.events = {event_at(days(19), {.host = "operator"}, Seconds(1))};
  return market;
}

/// The actors of the small market on the network.
inline constexpr unsigned operator_id = 0, customer_id = 1, minifactory_id = 2;

}  // namespace ccm::test
