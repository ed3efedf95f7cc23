// Who gets how much of what a deal is worth?

#include "models/market/negotiation/nash.hpp"

#include "models/error.hpp"

namespace ccm {

std::optional<Money> nash_price(const NashBargain& bargain) {
  require(bargain.seller_power >= 0 && bargain.seller_power <= 1, "Nash bargaining: the seller's power must lie in [0, 1]");
  const Money least = bargain.cost + bargain.seller_outside;
  const Money most = bargain.value - bargain.buyer_outside;
  if (most < least) return std::nullopt;
  return least + bargain.seller_power * (most - least);
}

}  // namespace ccm
