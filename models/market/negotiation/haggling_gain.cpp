// For whom does haggling pay?

#include "models/market/negotiation/haggling_gain.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

Money expected_discount(Money value, const PostedPrice& price, double seller_power) {
  require(seller_power >= 0 && seller_power <= 1, "haggling: the seller's power must lie in [0, 1]");
  return (1 - seller_power) * std::max(Money(0), std::min(value, price.posted) - price.cutoff);
}

bool haggles(Money value, const PostedPrice& price, double seller_power, Money own_cost) {
  return expected_discount(value, price, seller_power) > own_cost;
}

}  // namespace ccm
