#pragma once
/// The price on which two parties agree who each have something else to fall back on.

#include <optional>

#include "models/units.hpp"

namespace ccm {

/// A bargain between a buyer and a seller.
/// value, cost     v of the good to the buyer, c to the seller [currency/unit]
/// seller_power    s, the share of the gain that goes to the seller [1], 0 <= s <= 1
/// seller_outside  D_s, what the seller earns with the capacity if there is no deal [currency/unit]
/// buyer_outside   D_b, what the buyer gains elsewhere if there is no deal, for instance by searching on [currency/unit]
struct NashBargain {
  Money value;
  Money cost;
  double seller_power = 0.5;
  Money seller_outside{0};
  Money buyer_outside{0};
};

/// The asymmetric Nash solution, which maximises (p - c - D_s)^s (v - p - D_b)^(1 - s):
///     p = c + D_s + s (v - c - D_s - D_b)     [currency/unit]
/// Nothing if v - c < D_s + D_b: one of them is better off elsewhere. Throws ModelError if the power is outside its range.
/// Source: [Nash1950], [Binmore1986].     Tested by: tests/models/rational_bargaining_test.cpp.
[[nodiscard]] std::optional<Money> nash_price(const NashBargain& bargain);

}  // namespace ccm
