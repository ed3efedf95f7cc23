// Which high and low prices are best in turn?

#include "models/pricing/optimal/price_cycle.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid_cycle(const ReferenceSeller& seller) {
  require_valid(seller);
  require(seller.theta == 0, "price cycle: only the last price may be remembered");
  require(seller.demand.gain >= seller.demand.loss, "price cycle: gains must weigh at least as much as losses");
}

std::optional<PriceCycle> if_it_sells(const ReferenceSeller& seller, const PriceCycle& cycle) {
  const bool sells = cycle.low > seller.cost && cycle.high <= choke_price(seller.demand, cycle.low) && cycle.low <= cycle.high;
  return sells ? std::optional(cycle) : std::nullopt;
}

}  // namespace

std::optional<PriceCycle> undiscounted_price_cycle(const ReferenceSeller& seller) {
  require_valid_cycle(seller);
  const auto& [a, b, gain, loss] = seller.demand;
  const double c = seller.cost.value(), wide = 2 * (b + gain + loss), K = (gain - loss) * (gain - loss) / (2 * wide);
  if (K >= b) return std::nullopt;
  const double mean = (a + b * c - 2 * c * K) / (2 * b - 2 * K), half = (mean - c) * (gain - loss) / wide;
  return if_it_sells(seller, {Money(mean + half), Money(mean - half)});
}

std::optional<PriceCycle> discounted_price_cycle(const ReferenceSeller& seller) {
  require_valid_cycle(seller);
  const auto& [a, b, gain, loss] = seller.demand;
  const double c = seller.cost.value(), delta = seller.discount;
  const double hh = 2 * (b + loss), hl = -(loss + delta * gain), h = a + (b + loss) * c - delta * gain * c;
  const double ll = 2 * (b + gain), lh = -(gain + delta * loss), l = a + (b + gain) * c - delta * loss * c;
  const double determinant = hh * ll - hl * lh;
  if (determinant <= 0) return std::nullopt;
  return if_it_sells(seller, {Money((h * ll - hl * l) / determinant), Money((hh * l - h * lh) / determinant)});
}

}  // namespace ccm
