#pragma once
/// High and low prices in turn, for customers who weigh gains more than losses and remember the last price.

#include <optional>

#include "models/pricing/optimal/seller.hpp"

namespace ccm {

/// Two prices in turn; `profit` per period on average, weighted by delta.
struct PriceCycle {
  Money high{0};
  Money low{0};
};

/// The cycle of the highest average profit per period:
///     K = (gG - gL)^2 / (4 (b + gL + gG)),  mean m = (a + b c - 2 c K) / (2 b - 2 K),  half spread d = (m - c)(gG - gL) / (2 (b + gL +
///     gG))
/// prices m + d and m - d. Nothing if that is no maximum (K >= b), the low price is not above cost, or nobody buys at the high one.
/// Throws ModelError unless the seller is valid, theta = 0 and gain >= loss.
/// Source: [PopescuWu2007], [HuChenHu2016] for the structure.     Tested by: tests/models/dynamic_program_test.cpp.
[[nodiscard]] std::optional<PriceCycle> undiscounted_price_cycle(const ReferenceSeller& seller);

/// The cycle in which no single price can be improved, at discount delta < 1:
///     2 (b + gL) H - (gL + delta gG) L = a + (b + gL) c - delta gG c
///     2 (b + gG) L - (gG + delta gL) H = a + (b + gG) c - delta gL c
/// Nothing, and errors, as above.
[[nodiscard]] std::optional<PriceCycle> discounted_price_cycle(const ReferenceSeller& seller);

}  // namespace ccm
