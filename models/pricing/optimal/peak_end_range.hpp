#pragma once
/// Constant prices that are optimal when customers remember the lowest and the last price.

#include "models/pricing/optimal/seller.hpp"

namespace ccm {

/// Every constant price p in [low, high] is optimal for ever once it is both the lowest and the last price remembered.
struct PeakEndRange {
  Money low{0};
  Money high{0};
};

/// With r = theta m + (1 - theta) p_last, m the lowest price so far:
///     high = (a + c (b + gG (1 - delta))) / (2 b + gG (1 - delta))
///     low  = (a + c (b + gL (1 - delta (1 - theta)))) / (2 b + gL (1 - delta (1 - theta)))
/// A lower price is remembered at once and for ever, a higher one is not: the range is wide even if gG = gL.
/// Throws ModelError unless the seller is valid, delta < 1 and loss >= gain.
/// Source: [NasiryPopescu2011].     Tested by: tests/models/dynamic_program_test.cpp.
[[nodiscard]] PeakEndRange peak_end_range(const ReferenceSeller& seller);

/// Where the price comes to rest if the lowest price ever seen is m < low: a surcharge on m for ever,
///     (a + gL theta m + c (b + gL (1 - delta (1 - theta)))) / (2 b + gL theta + gL (1 - delta (1 - theta)))
[[nodiscard]] Money permanent_surcharge_price(const ReferenceSeller& seller, Money lowest);

}  // namespace ccm
