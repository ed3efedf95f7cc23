#pragma once
/// The best prices of a grid over time, however customers remember prices.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Each type pays the best of `grid_prices` evenly spaced prices between the unit cost and the highest price at which anybody buys, found
/// by solve_prices: with any memory, gains and losses of any weight, and a last period if `periods_left` says so.
/// A type whose memory has no effect pays its best_price, to the last bit. One that cannot be served at a profit for ever (a <= b C) pays
/// its myopic price. With peak-end memory the grid reaches to the remembered extreme price too. Never below the unit cost.
/// Where that price sells hardly any units, the one that is best by chance (see closed_form_price).
/// Throws ModelError as with_default_grids and solve_prices do.
/// Source: [NasiryPopescu2011] for peak-end memory, [KopalleRaoAssuncao1996] for customers who seek gains.
/// Tested by: tests/models/pricing_program_test.cpp.
[[nodiscard]] std::vector<Money> dynamic_program_prices(const PricingContext& context);

}  // namespace ccm
