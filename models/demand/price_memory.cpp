// What do customers expect to pay, after what they have just seen?

#include "models/demand/price_memory.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

Money mixed(double theta, Money past, Money last) { return past * theta + last * (1 - theta); }

Remembered after(const PriceMemory& memory, const Remembered& before, Money price) {
  switch (memory.kind) {
    case MemoryKind::exponential:
      return {mixed(memory.theta, before.reference, price), price};
    case MemoryKind::last_price:
      return {price, price};
    case MemoryKind::peak_end_lowest:
    case MemoryKind::peak_end_highest:
      break;
  }
  const bool lowest = memory.kind == MemoryKind::peak_end_lowest;
  const Money extreme = lowest ? std::min(before.extreme, price) : std::max(before.extreme, price);
  return {mixed(memory.theta, extreme, price), extreme};
}

}  // namespace

std::optional<Remembered> remember(const PriceMemory& memory, const std::optional<Remembered>& before, std::optional<Money> observed) {
  require(memory.theta >= 0 && memory.theta < 1, "reference price: memory must lie in [0, 1)");
  if (!observed) return before;
  if (!before) return Remembered{*observed, *observed};
  return after(memory, *before, *observed);
}

}  // namespace ccm
