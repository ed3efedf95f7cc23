// Do a bid and an ask trade, and at which price?

#include "models/market/clearing.hpp"

#include <cmath>

#include "models/error.hpp"

namespace ccm {

std::optional<Money> double_auction_price(Money bid, Money ask, double k) {
  require(k >= 0 && k <= 1, "auction: the seller's share must lie in [0, 1]");
  if (bid < ask) return std::nullopt;
  return Money(std::lerp(ask.value(), bid.value(), k));
}

}  // namespace ccm
