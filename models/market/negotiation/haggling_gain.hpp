#pragma once
/// Who haggles: those for whom it pays.

#include "models/market/negotiation/posted_price.hpp"
#include "models/units.hpp"

namespace ccm {

/// What a customer of that value expects to save by haggling, against paying the posted price or not buying:
///     (1 - s)(min(w, P) - z), and 0 if w < z     [currency/unit]
/// seller_power  s [1], 0 <= s <= 1, else ModelError.
/// Source: [KuoAhnAydin2011].     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] Money expected_discount(Money value, const PostedPrice& price, double seller_power);

/// Does haggling save more than it costs the customer, in time and messages?     expected discount > cost
/// Source: [JindalNewberry2018].     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] bool haggles(Money value, const PostedPrice& price, double seller_power, Money own_cost);

}  // namespace ccm
