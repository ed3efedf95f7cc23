// Who is nearest of those that can?

#include <tuple>

#include "models/market/matching/policies.hpp"
#include "models/market/matching/ranking.hpp"

namespace ccm {

std::vector<std::size_t> nearest_capable_first(const MatchingContext& context) {
  return ranked_by(context, [](const MatchingOffer& offer) { return std::tuple{offer.distance, offer.arrival, offer.price, offer.id}; });
}

}  // namespace ccm
