#pragma once
/// The best prices of a seller whose customers weigh losses at least as much as gains.

#include "models/pricing/optimal/linear_policy.hpp"

namespace ccm {

/// The optimal policy: within the band [R_L, R_G] the price stays what it is; below, it rises to R_L as if both slopes were gL; above,
/// it falls to R_G as if both were gG. With equal slopes the band is a point and the policy is linear_policy.
struct LossAversePolicy {
  LinearPolicy rising{};   // of slope gL, for references below the band
  LinearPolicy falling{};  // of slope gG, for references above it

  [[nodiscard]] Money low() const { return rising.steady; }    // R_L [currency/unit]
  [[nodiscard]] Money high() const { return falling.steady; }  // R_G >= R_L [currency/unit]
  /// The price to post, kept between cost and choke price.
  [[nodiscard]] Money price_at(Money reference) const;
  /// V(r); within the band  (r - c)(a - b r) / (1 - delta)     [currency]
  [[nodiscard]] double value_at(Money reference) const;
  [[nodiscard]] double slope_at(Money reference) const;  // V'(r), which has no jumps
  /// As LinearPolicy::holds_at.
  [[nodiscard]] bool holds_at(Money reference) const;
};

/// Throws ModelError unless the seller is valid, delta < 1, and loss >= gain.
/// Source: [PopescuWu2007], [FibichGaviousLowengart2003].
/// Tested by: tests/models/loss_averse_policy_test.cpp, tests/models/value_iteration_test.cpp.
[[nodiscard]] LossAversePolicy loss_averse_policy(const ReferenceSeller& seller);

/// The best first price where customers hold no reference yet, buy alpha - beta p, and will then remember exactly that price:
///     max_p  (p - c)(alpha - beta p) + delta V(p),     c <= p <= alpha / beta
/// Without a reference effect it is alpha / (2 beta) + c / 2, to the last bit. Where the future outweighs the first period nothing is sold
/// in it, p = alpha / beta; customers who remember only what was paid then never remember a price: see price_that_sells.
/// alpha  demand at price 0 of those who remember nothing [units/period];  beta  its slope [units/(currency period)], > 0
/// Throws ModelError if beta is not positive.
/// Tested by: tests/models/loss_averse_policy_test.cpp.
[[nodiscard]] Money price_without_reference(const LossAversePolicy& policy, double alpha, double beta);

}  // namespace ccm
