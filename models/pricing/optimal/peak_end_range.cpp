// At which prices is it best to stay when customers remember an extreme price and the last one?

#include "models/pricing/optimal/peak_end_range.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid_range(const ReferenceSeller& seller, MemoryKind memory) {
  require_valid_for_ever(seller);
  require(seller.demand.loss >= seller.demand.gain, "peak-end range: losses must weigh at least as much as gains");
  require(memory == MemoryKind::peak_end_lowest || memory == MemoryKind::peak_end_highest,
          "peak-end range: no extreme price is remembered");
}

/// Of a price that leaves the extreme where it is: felt in full at once, and with weight theta for ever.
double lasting_against_extreme(const ReferenceSeller& seller, double slope) { return slope * (1 - seller.discount * (1 - seller.theta)); }

/// Of a price that becomes the extreme: felt once.
double felt_once(const ReferenceSeller& seller, double slope) { return slope * (1 - seller.discount); }

}  // namespace

std::optional<PeakEndRange> peak_end_range(const ReferenceSeller& seller, MemoryKind memory) {
  require_valid_range(seller, memory);
  const auto& [a, b, gain, loss] = seller.demand;
  const bool lowest = memory == MemoryKind::peak_end_lowest;
  const double rise = lowest ? lasting_against_extreme(seller, loss) : felt_once(seller, loss);
  const double fall = lowest ? felt_once(seller, gain) : lasting_against_extreme(seller, gain);
  if (rise < fall) return std::nullopt;
  return PeakEndRange{resting_price(seller, rise), resting_price(seller, fall)};
}

std::optional<Money> price_for_ever(const ReferenceSeller& seller, MemoryKind memory, Money extreme) {
  const auto range = peak_end_range(seller, memory);
  const bool lowest = memory == MemoryKind::peak_end_lowest;
  if (!range || (lowest ? extreme >= range->low : extreme <= range->high)) return std::nullopt;
  const auto& [a, b, gain, loss] = seller.demand;
  const double g = lowest ? loss : gain, remembered = g * seller.theta, felt = lasting_against_extreme(seller, g);
  return Money((a + remembered * extreme.value() + seller.cost.value() * (b + felt)) / (2 * b + remembered + felt));
}

}  // namespace ccm
