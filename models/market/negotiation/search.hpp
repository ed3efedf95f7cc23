#pragma once
/// How long it pays to go on asking for quotes.

#include <cstdint>

#include "models/units.hpp"

namespace ccm {

/// What a customer believes who asks one seller after the other.
/// lowest, highest  A and B: quotes are uniform on [A, B] [currency/unit], A <= B
/// quote_cost       k, of asking once more [currency], >= 0
/// discount         d, what money is worth one quote later [1], 0 <= d <= 1
/// value            v of the good to the customer [currency/unit]; without discounting it does not change when to stop
/// Asking on must cost something: (1 - d)(v - A) + k > 0.
struct QuoteSearch {
  Money lowest;
  Money highest;
  Money quote_cost;
  double discount = 1;
  Money value{0};
};

/// Throws ModelError unless every parameter lies in the range documented at QuoteSearch.
void require_valid(const QuoteSearch& search);

/// How to search best, one quote after the other.
struct SearchPlan {
  Money reservation_price;  // R: the first quote not above it is taken; from B on, every quote is
  double expected_quotes;
  Money expected_price;   // of the quote taken
  Money expected_outlay;  // price and quotes together, not discounted; without discounting it is R
  Money value_of_search;  // v - R; the search is worth starting only if it is positive
};

/// The best sequential search. The value V of going on solves V = -k + d E[max(v - p, V)], and R = v - V; with y = R - A, L = B - A:
///     d y^2/(2 L) + (1 - d) y = (1 - d)(v - A) + k     if y <= L; without discounting R = A + sqrt(2 k L)
///     y = (1 - d)(v - A) + k + d L/2                   otherwise: asking costs so much that the first quote is taken
///     quotes max(1, L/y),   price (A + min(R, B))/2
/// Source: [McCall1970], [Stigler1961].     Tested by: tests/models/search_test.cpp.
[[nodiscard]] SearchPlan sequential_search(const QuoteSearch& search);

/// What buying costs if n quotes are asked for at once:     A + (B - A)/(n + 1) + n k     [currency/unit]     n >= 1
/// Source: [Stigler1961].     Tested by: tests/models/search_test.cpp.
[[nodiscard]] Money fixed_sample_outlay(const QuoteSearch& search, std::int64_t quotes);

/// The number of quotes that costs least if all are asked for at once; it is near sqrt((B - A)/k) - 1, and at most 10^15. The
/// discount is not looked at. Throws ModelError if asking costs nothing.     Source: [Stigler1961].     Tested by:
/// tests/models/search_test.cpp.
[[nodiscard]] std::int64_t best_fixed_sample(const QuoteSearch& search);

}  // namespace ccm
