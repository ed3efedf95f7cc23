// What should stand on the price tag if some customers haggle?

#include "models/market/negotiation/posted_price.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

void require_valid(const MixedCustomers& customers) {
  require(customers.takers >= 0 && customers.takers <= 1, "posted price: the share of price-takers must lie in [0, 1]");
  require(customers.seller_power >= 0 && customers.seller_power <= 1, "posted price: the seller's power must lie in [0, 1]");
  require(customers.takers + customers.seller_power > 0, "posted price: it matters to nobody if all haggle with a seller without power");
  require(customers.highest_value > Money(0), "posted price: the highest value must be positive");
  require(customers.cost >= Money(0) && customers.cost <= customers.highest_value,
          "posted price: the cost must lie between 0 and the highest value");
}

PostedPrice best_posted_price(const MixedCustomers& customers, Cutoff cutoff) {
  require_valid(customers);
  const auto& [phi, s, highest, cost] = customers;
  // Both by how far they lie below W, so that rounding puts neither beyond it.
  const Money lowest = cutoff == Cutoff::committed ? highest - (highest - cost) / (2 - s) : cost;
  const Money posted = highest - phi / (2 * phi + (1 - phi) * s) * (highest - cost);
  return {std::max(posted, lowest), lowest};
}

double sales_per_visitor(const MixedCustomers& customers, const PostedPrice& price) {
  const double takers = customers.takers;
  return takers * (1 - price.posted / customers.highest_value) + (1 - takers) * (1 - price.cutoff / customers.highest_value);
}

Money profit_per_visitor(const MixedCustomers& customers, const PostedPrice& price) {
  require_valid(customers);
  require(Money(0) <= price.cutoff && price.cutoff <= price.posted && price.posted <= customers.highest_value,
          "posted price: 0 <= cut-off <= posted <= highest value");
  const auto& [phi, s, highest, cost] = customers;
  const auto& [posted, cutoff] = price;
  const Money from_taker = (posted - cost) * (1 - posted / highest);
  const Money mean_of_haggled = (posted - cutoff) * ((posted + cutoff) / highest) / 2 + posted * (1 - posted / highest);
  const Money from_bargainer = ((1 - s) * cutoff - cost) * (1 - cutoff / highest) + s * mean_of_haggled;
  return phi * from_taker + (1 - phi) * from_bargainer;
}

WholesalePrices best_wholesale_price(const MixedCustomers& customers, Cutoff cutoff) {
  require_valid(customers);
  MixedCustomers of_broker = customers;
  of_broker.cost = (customers.highest_value + customers.cost) / 2;
  return {of_broker.cost, best_posted_price(of_broker, cutoff)};
}

}  // namespace ccm
