// How much is due for what was provided?

#include "models/market/revenue.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {

Money amount_due(Money price, double measured, double expected) {
  require(measured >= 0 && expected > 0, "revenue: the measure must not be negative and the expected one must be positive");
  return price * (measured / expected);
}

Money amount_due_late(Money price, double fee, Seconds late) {
  require(fee >= 0, "revenue: the late fee must not be negative");
  return price * std::max(0.0, 1 - fee * std::max(0.0, in_days(late)));
}

}  // namespace ccm
