#pragma once
/// The best price of a seller whose customers remember only what was paid, while it is chance whether anybody buys.

#include "models/pricing/optimal/loss_averse_policy.hpp"
#include "models/pricing/optimal/ordered_demand.hpp"

namespace ccm {

/// The p that maximises  W(p) = worth_of_trying  over  max(c, r) <= p <= alpha / beta,  with V the policy's value of what customers
/// remember after a sale:  theta r + (1 - theta) p,  or p if they remember nothing yet. The other policies take a reference price to
/// follow prices at which nothing is sold; where the future outweighs this period they post the price at which nobody buys, and would
/// post it for ever.
/// remembered  r, from which prices should rise; nothing if customers remember nothing
/// Found on 400 prices, and from there to the last digits where the slope of W is zero.
/// Throws ModelError unless alpha, beta and orders_per_unit are positive.
/// Source: derived here.     Tested by: tests/models/price_that_sells_test.cpp.
[[nodiscard]] Money price_that_sells(const LossAversePolicy& policy, const OrderedDemand& demand, std::optional<Money> remembered);

}  // namespace ccm
