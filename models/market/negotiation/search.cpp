// Which quote is good enough to stop asking?

#include "models/market/negotiation/search.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

/// What one more quote costs a customer who could have the lowest price at once:     (1 - d)(v - A) + k
Money cost_of_asking_on(const QuoteSearch& search) { return (1 - search.discount) * (search.value - search.lowest) + search.quote_cost; }

/// y = R - A, by the form of the quadratic's root that loses no digits.
Money margin_over_lowest(const QuoteSearch& search) {
  const Money range = search.highest - search.lowest;
  const Money cost = cost_of_asking_on(search);
  const double delay = 1 - search.discount;
  if (cost >= search.discount / 2 * range + delay * range) return cost + search.discount / 2 * range;
  return 2 * cost / (delay + std::hypot(delay, std::sqrt(2 * search.discount * cost.value()) / std::sqrt(range.value())));
}

}  // namespace

void require_valid(const QuoteSearch& search) {
  require(search.lowest <= search.highest, "search: the lowest price must not exceed the highest");
  require(search.quote_cost >= Money(0), "search: the cost of a quote must not be negative");
  require(search.discount >= 0 && search.discount <= 1, "search: the discount must lie in [0, 1]");
  require(cost_of_asking_on(search) > Money(0), "search: if asking on costs nothing, nobody ever stops");
}

SearchPlan sequential_search(const QuoteSearch& search) {
  require_valid(search);
  const Money range = search.highest - search.lowest;
  const Money margin = margin_over_lowest(search);
  const Money reservation = search.lowest + margin;
  const double quotes = std::max(1.0, range / margin);
  const Money price = search.lowest + std::min(margin, range) / 2;
  return {reservation, quotes, price, price + quotes * search.quote_cost, search.value - reservation};
}

Money fixed_sample_outlay(const QuoteSearch& search, std::int64_t quotes) {
  require(quotes >= 1, "search: at least one quote");
  const auto n = static_cast<double>(quotes);
  return search.lowest + (search.highest - search.lowest) / (n + 1) + n * search.quote_cost;
}

std::int64_t best_fixed_sample(const QuoteSearch& search) {
  require(search.quote_cost > Money(0), "search: if a quote costs nothing, everybody is asked");
  constexpr double most = 1e15;  // beyond, a double cannot tell a number of quotes from the next
  const double unrounded = std::min(most, std::sqrt((search.highest - search.lowest) / search.quote_cost) - 1);
  const auto below = std::max<std::int64_t>(1, static_cast<std::int64_t>(unrounded));
  return fixed_sample_outlay(search, below) <= fixed_sample_outlay(search, below + 1) ? below : below + 1;
}

}  // namespace ccm
