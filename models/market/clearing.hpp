#pragma once
/// At which price a bid and an ask trade, decided by rule.

#include <optional>

#include "models/units.hpp"

namespace ccm {

/// The k-double auction of one buyer and one seller:     ask + k (bid - ask) if bid >= ask, else no trade     [currency/unit]
/// k  the seller's share of the difference [1], 0 <= k <= 1, else ModelError.
/// Source: [ChatterjeeSamuelson1983].     Tested by: tests/models/clearing_test.cpp.
[[nodiscard]] std::optional<Money> double_auction_price(Money bid, Money ask, double k);

}  // namespace ccm
