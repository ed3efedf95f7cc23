// Who delivers first?

#include <tuple>

#include "models/market/matching/policies.hpp"
#include "models/market/matching/ranking.hpp"

namespace ccm {

std::vector<std::size_t> earliest_first(const MatchingContext& context) {
  return ranked_by(context, [](const MatchingOffer& offer) { return std::tuple{offer.arrival, offer.price, offer.distance, offer.id}; });
}

}  // namespace ccm
