// At which prices is it best to stay when customers remember the lowest price and the last one?

#include "models/pricing/optimal/peak_end_range.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid_range(const ReferenceSeller& seller) {
  require_valid_for_ever(seller);
  require(seller.demand.loss >= seller.demand.gain, "peak-end range: losses must weigh at least as much as gains");
}

/// A rise is felt as a loss: in full at once, and with weight theta for ever.
double lasting_loss(const ReferenceSeller& seller) { return seller.demand.loss * (1 - seller.discount * (1 - seller.theta)); }

}  // namespace

PeakEndRange peak_end_range(const ReferenceSeller& seller) {
  require_valid_range(seller);
  return {resting_price(seller, lasting_loss(seller)), resting_price(seller, seller.demand.gain * (1 - seller.discount))};
}

Money permanent_surcharge_price(const ReferenceSeller& seller, Money lowest) {
  require_valid_range(seller);
  const auto& [a, b, gain, loss] = seller.demand;
  const double felt = lasting_loss(seller), memory = loss * seller.theta;
  return Money((a + memory * lowest.value() + seller.cost.value() * (b + felt)) / (2 * b + memory + felt));
}

}  // namespace ccm
