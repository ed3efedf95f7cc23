#pragma once
/// What the tables of keys share: short names for common types, and the keys of an actor's site.

#include "scenarios/record.hpp"
#include "scenarios/scenario.hpp"

namespace ccm {

inline constexpr const char* qamar = "[QamarAziz2023]";
inline constexpr std::int64_t most_periods = 100'000;
inline constexpr double longest_time = days(3650).value();

inline TypePtr<Seconds> duration(Range range) { return quantity<Seconds>(Dimension::duration, range); }
inline TypePtr<BytesPerSecond> bandwidth() { return quantity<BytesPerSecond>(Dimension::bandwidth, above(0)); }
inline TypePtr<Bytes> bytes() { return quantity<Bytes>(Dimension::bytes, between(1, 1e12)); }
inline TypePtr<Money> money() { return quantity<Money>(Dimension::money, between(0, 1e12)); }

template <class S>
TypePtr<S> share(Record<S> record) {
  return std::make_shared<Record<S>>(std::move(record));
}

inline TypePtr<LinkSpec> link_type() {
  return share(Record<LinkSpec>("a link")
                   .key(&LinkSpec::latency, duration(between(0, 60)), {"latency", "Time a bit needs from end to end."})
                   .key(&LinkSpec::bandwidth, bandwidth(), {"bandwidth", "Rate in each direction."}));
}

/// A member of SiteSpec seen as a member of the actor that has the site.
template <class S, class T>
T S::*of_site(T SiteSpec::*member) {
  return member;
}

template <class S>
Record<S> with_site(Record<S> record) {
  return std::move(record)
      .optional(of_site<S>(&SiteSpec::place), reference_type("place"), {"place", "Where it stands; or give 'at'."})
      .optional(of_site<S>(&SiteSpec::at), coordinates_type(), {"at", "Where it stands, as coordinates; or give 'place'."})
      .optional(
          of_site<S>(&SiteSpec::link), link_type(),
          {"link",
           "Its own access link, if it differs from the network's. The operator has one only if this key is given, since a data centre is rarely the bottleneck."})
      .optional(of_site<S>(&SiteSpec::host), text_type(),
                {"host", "Its host in the platform file; by default the host of its name. Only with 'network.platform'."});
}

/// The keys of places, roads, travel, vehicles and shipping (logistics_schema.cpp).
[[nodiscard]] TypePtr<PlaceSpec> place_type();
[[nodiscard]] TypePtr<RoadSpec> road_type();
[[nodiscard]] TypePtr<Travel> travel_type();
[[nodiscard]] TypePtr<VehicleSpec> vehicle_type();
[[nodiscard]] TypePtr<ShippingSpec> shipping_type();
/// The keys of the operator (operator_schema.cpp).
[[nodiscard]] TypePtr<OperatorSpec> operator_type();

/// The keys of a minifactory (minifactory_schema.cpp).
[[nodiscard]] TypePtr<MinifactorySpec> minifactory_type();

/// The keys of the information network, and of what goes down in it and elsewhere (network_schema.cpp).
[[nodiscard]] TypePtr<NetworkSpec> network_type();
[[nodiscard]] TypePtr<EventSpec> event_type();
[[nodiscard]] TypePtr<FailureSpec> failure_type();

/// The keys of a customer segment, of the market, and of a minifactory's talks (market_schema.cpp).
[[nodiscard]] TypePtr<SegmentSpec> segment_type();
[[nodiscard]] TypePtr<MarketSpec> market_type();
[[nodiscard]] TypePtr<SellerTalksSpec> seller_talks_type();

}  // namespace ccm
