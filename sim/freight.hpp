#pragma once
/// What a minifactory expects shipping to cost, before any order has come.

#include "sim/market.hpp"

namespace ccm {

/// The spot of each segment: the first segment that stands there.
[[nodiscard]] std::vector<std::size_t> destinations(const Scenario& scenario);

/// Expected freight of one order of each segment, by segment; nothing for those out of reach. An order that the customer fetches is a trip
/// of the customer's vehicle. Without departures, an order travels alone. With them, orders for one spot share vehicles: what a trip costs
/// even when it is empty is borne by as many as are expected to share it (expected_sharing), if the minifactory gets an equal part of the
/// demand that there would be for free products.     Tested by: tests/protocol/shipping_test.cpp.
[[nodiscard]] std::vector<Freight> expected_freight(const Scenario& scenario, const Geography& geography, const Market& market,
                                                    std::size_t minifactory);

}  // namespace ccm
