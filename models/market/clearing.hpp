#pragma once
/// At which price bids and asks trade, decided by rule.

#include <cstddef>
#include <optional>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// The k-double auction of one buyer and one seller:     ask + k (bid - ask) if bid >= ask, else no trade     [currency/unit]
/// k  the seller's share of the difference [1], 0 <= k <= 1, else ModelError.
/// Source: [ChatterjeeSamuelson1983].     Tested by: tests/models/clearing_test.cpp.
[[nodiscard]] std::optional<Money> double_auction_price(Money bid, Money ask, double k);

/// Bids and asks for one unit each, in the order of entry.
struct OrderBook {
  std::vector<Money> bids;
  std::vector<Money> asks;
};

/// One unit changes hands; buyer and seller are indices into the book.
struct Match {
  std::size_t bid;
  std::size_t ask;

  bool operator==(const Match&) const = default;
};

/// The outcome of a call auction: who trades with whom, and the one price that all of them pay and get. No trade, no price.
struct Fixing {
  std::optional<Money> price;
  std::vector<Match> matches;
};

/// A call auction: the highest bid meets the lowest ask, the next highest the next lowest, and so on while bid >= ask; earlier entries come
/// first among equals. All trade at the price of the last pair that meets, ask_m + k (bid_m - ask_m), which lies within the limits of every
/// pair; what buyers pay is what sellers get, and no other set of trades has a larger gain.
/// k  the seller's share at the margin [1], 0 <= k <= 1, else ModelError.
/// Source: [ChatterjeeSamuelson1983], [Wilson1985].     Tested by: tests/models/clearing_test.cpp.
[[nodiscard]] Fixing clear(const OrderBook& book, double k);

}  // namespace ccm
