// Whom does the operator ask, and whose quote does it prefer?

#include "sim/matching.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/market/matching/asking_order.hpp"

namespace ccm {

Matching::Matching(const Scenario& scenario, const Geography& geography, const Market& market, Replication replication)
    : geography_(geography),
      market_(market),
      policy_(matching_policy(scenario.cloud_operator.matching)),
      when_none_(scenario.cloud_operator.when_none),
      qos_(qos_of(scenario.cloud_operator)),
      ageing_(scenario.cloud_operator.reliability_ageing),
      seed_(static_cast<std::uint64_t>(scenario.seed)),
      replication_(replication),
      kept_(scenario.minifactories.size()) {}

std::vector<const Supplier*> Matching::asked(const Sought& sought, std::size_t first, std::size_t end) const {
  const std::vector<Supplier>& sellers = market_.sellers(sought.segment, sought.stage);
  end = std::min(end, sellers.size());
  first = std::min(first, end);
  std::vector<const Supplier*> asked;
  asked.reserve(end - first);
  if (!policy_.samples) {
    for (std::size_t i = first; i < end; ++i) asked.push_back(&sellers[i]);
    return asked;
  }
  const RandomStream chance(seed_, replication_, "operator", fmt::format("matching {} {}", sought.request, sought.stage));
  const std::vector<std::size_t> drawn = drawn_order(sellers.size(), end, chance);
  for (std::size_t i = first; i < end; ++i) asked.push_back(&sellers[drawn[i]]);
  return asked;
}

/// Its distance is the way from the stage before, if there is one, and on to the customer.
MatchingOffer Matching::offer(const Sought& sought, const Quote& quote) const {
  Kilometres distance = geography_.distance(quote.minifactory, quote.segment);
  if (sought.before) distance += geography_.distance_between(*sought.before, quote.minifactory);
  return {.price = quote.price,
          .arrival = quote.promised,
          .distance = distance,
          .co2 = quote.co2,
          .load = quote.load,
          .reliability = reliability_of(quote.minifactory),
          .id = quote.minifactory};
}

void Matching::learn(const Done& done) {
  KeptPromises& kept = kept_[done.quote.minifactory];
  kept = after_order(kept, done.ready <= done.quote.promised, ageing_);
}

}  // namespace ccm
