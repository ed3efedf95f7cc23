// Who is cheapest of those that can?

#include <tuple>

#include "models/market/matching/policies.hpp"
#include "models/market/matching/ranking.hpp"

namespace ccm {

std::vector<std::size_t> cheapest_first(const MatchingContext& context) {
  return ranked_by(context, [](const MatchingOffer& offer) { return std::tuple{offer.price, offer.distance, offer.id}; });
}

}  // namespace ccm
