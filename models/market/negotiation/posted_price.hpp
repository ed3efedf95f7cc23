#pragma once
/// The price to post when some customers pay it and others haggle.

#include "models/units.hpp"

namespace ccm {

/// Visitors whose values are uniform on [0, W]: a taker buys at the posted price P if it is worth that to it; a bargainer whose value w is
/// at least the cut-off price z pays (1 - s) z + s min(w, P).
/// takers         phi, share of visitors who do not haggle [1], 0 <= phi <= 1
/// seller_power   s, the seller's share of what is haggled about [1], 0 <= s <= 1; not 0 if all haggle
/// highest_value  W [currency/unit], > 0
/// cost           c of a unit [currency/unit], 0 <= c <= W
/// Source: [KuoAhnAydin2011], with uniform values.
struct MixedCustomers {
  double takers = 1;
  double seller_power = 0.5;
  Money highest_value;
  Money cost{0};
};

/// Throws ModelError unless every parameter lies in the range documented at MixedCustomers.
void require_valid(const MixedCustomers& customers);

/// The price on the tag, and the lowest price at which the seller still haggles; 0 <= cutoff <= posted <= W.
struct PostedPrice {
  Money posted;
  Money cutoff;
};

/// Does the seller commit itself to a cut-off price, or does it haggle down to its cost?
enum class Cutoff { committed, at_cost };

/// The prices that earn most:
///     P = [phi (W + c) + (1 - phi) s W] / [2 phi + (1 - phi) s],     z = [c + (1 - s) W] / (2 - s)     (z = c if not committed)
/// Source: [KuoAhnAydin2011], [KuoGuoWu2012], with uniform values.     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] PostedPrice best_posted_price(const MixedCustomers& customers, Cutoff cutoff);

/// Expected sales per visitor:     phi (1 - P/W) + (1 - phi)(1 - z/W).     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] double sales_per_visitor(const MixedCustomers& customers, const PostedPrice& price);

/// Expected profit per visitor at any prices:
///     phi (P - c)(1 - P/W) + (1 - phi) [((1 - s) z - c)(1 - z/W) + s ((P^2 - z^2)/2 + P (W - P))/W]     [currency]
/// Throws ModelError unless 0 <= z <= P <= W.     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] Money profit_per_visitor(const MixedCustomers& customers, const PostedPrice& price);

/// What a service provider charges a broker that posts prices, and what the broker then posts.
struct WholesalePrices {
  Money wholesale;
  PostedPrice retail;
};

/// The provider whose unit costs c charges (W + c)/2, whatever the customers are like; the broker posts its best prices at that cost.
/// Source: [KuoGuoWu2012], with uniform values.     Tested by: tests/models/posted_price_test.cpp.
[[nodiscard]] WholesalePrices best_wholesale_price(const MixedCustomers& customers, Cutoff cutoff);

}  // namespace ccm
