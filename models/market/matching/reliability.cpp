// Will a seller keep its next promise?

#include "models/market/matching/reliability.hpp"

#include "models/error.hpp"

namespace ccm {

KeptPromises after_order(KeptPromises before, bool was_on_time, double ageing) {
  require(ageing > 0 && ageing <= 1, "reliability: the ageing factor must lie in (0, 1]");
  return {ageing * before.on_time + (was_on_time ? 1 : 0), ageing * before.orders + 1};
}

double reliability(const KeptPromises& kept) { return (1 + kept.on_time) / (2 + kept.orders); }

}  // namespace ccm
