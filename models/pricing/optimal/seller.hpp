#pragma once
/// One seller over time, whose customers remember its prices.

#include "models/demand/reference_demand.hpp"

namespace ccm {

/// A seller who earns  (p_t - c) d(p_t, r_t)  in period t, weighs it with delta^t, and whose prices move the reference price of its
/// customers:
///     r_{t+1} = theta r_t + (1 - theta) p_t
/// cost      c, of one unit more [currency/unit], >= 0
/// discount  delta, worth of the next period's money now [1], 0 <= delta <= 1; without a last period delta < 1
/// theta     weight of the old reference price [1], 0 <= theta < 1
/// Source: [PopescuWu2007].
struct ReferenceSeller {
  ReferenceDemand demand{};
  Money cost{0};
  double discount = 0;
  double theta = 0;

  bool operator==(const ReferenceSeller&) const = default;
};

/// Throws ModelError unless every parameter lies in the range documented at ReferenceSeller and ReferenceDemand.
void require_valid(const ReferenceSeller& seller);
/// The same, and that delta < 1: the seller's time has no end.
void require_valid_for_ever(const ReferenceSeller& seller);

/// The best price if nobody remembered prices:     p_M = a / (2 b) + c / 2     [currency/unit]
[[nodiscard]] Money static_price(const ReferenceSeller& seller);

/// The price at which a seller who never looks ahead comes to rest:     p_my = (a + c (b + g)) / (2 b + g)     [currency/unit]
/// g  the slope of gains; the two slopes must be equal.
[[nodiscard]] Money myopic_steady_price(const ReferenceSeller& seller);

/// The price at which staying is better than any change, when a change of price is felt with slope g' for ever:
///     (a + c (b + g')) / (2 b + g')     [currency/unit]
/// Tested by: tests/models/linear_policy_test.cpp.
[[nodiscard]] Money resting_price(const ReferenceSeller& seller, double lasting_slope);

/// What a slope g of the reference effect comes to when its fading and the discount are put together:
///     g' = g kappa,     kappa = (1 - delta) / (1 - delta theta)     [units/(currency period)]
[[nodiscard]] double lasting(const ReferenceSeller& seller, double slope);

/// A price kept between the cost and the choke price at the reference r; at the cost, where nothing is sold, if that is the higher of
/// the two. Without the upper bound it would pay to post an absurd price once, sell nothing, and offer discounts for long. Without a
/// reference effect the price is left as it is.
/// Tested by: tests/models/linear_policy_test.cpp.
[[nodiscard]] Money kept_within_demand(const ReferenceSeller& seller, Money reference, Money price);

}  // namespace ccm
