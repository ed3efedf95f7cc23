#pragma once
/// Constant prices that are optimal when customers remember an extreme price and the last one.

#include <optional>

#include "models/demand/price_memory.hpp"
#include "models/pricing/optimal/seller.hpp"

namespace ccm {

/// Every constant price p in [low, high] is optimal for ever once it is both the extreme and the last price remembered.
struct PeakEndRange {
  Money low{0};
  Money high{0};
};

/// With r = theta m + (1 - theta) p_last, m the lowest or the highest price so far, and resting(g') of seller.hpp:
///     low  = resting(lasting slope of a rise),     high = resting(lasting slope of a fall)
///     m the lowest     rise  gL (1 - delta (1 - theta)),     fall  gG (1 - delta)
///     m the highest    rise  gL (1 - delta),                 fall  gG (1 - delta (1 - theta))
/// A price beyond m is remembered at once and for ever; any other is a surcharge on m, or a discount from it, for ever. So with the lowest
/// price the range is wide even if gG = gL. With the highest one it is worth raising m, then to stay below it, unless a rise is felt more
/// than a fall, gL (1 - delta) >= gG (1 - delta (1 - theta)): else there is no such price.
/// Throws ModelError unless the seller is valid, delta < 1, loss >= gain, and the memory is a peak-end one.
/// Source: [NasiryPopescu2011] for the lowest price; the same argument for the highest, whose memory is [DeMaeyerEstelami2013]'s.
/// Tested by: tests/models/dynamic_program_test.cpp.
[[nodiscard]] std::optional<PeakEndRange> peak_end_range(const ReferenceSeller& seller, MemoryKind memory);

/// Where the price comes to rest if m lies beyond the range and prices no longer reach it: a surcharge for ever on a lowest price
/// m < low, with g = gL, or a discount for ever from a highest price m > high, with g = gG:
///     (a + g theta m + c (b + g')) / (2 b + g theta + g'),     g' = g (1 - delta (1 - theta))
/// Nothing if m is not beyond the range, or there is none. Throws as above.
/// Tested by: tests/models/dynamic_program_test.cpp.
[[nodiscard]] std::optional<Money> price_for_ever(const ReferenceSeller& seller, MemoryKind memory, Money extreme);

}  // namespace ccm
