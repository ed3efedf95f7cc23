// Who emits least?

#include <tuple>

#include "models/market/matching/policies.hpp"
#include "models/market/matching/ranking.hpp"

namespace ccm {

std::vector<std::size_t> least_co2_first(const MatchingContext& context) {
  return ranked_by(context, [](const MatchingOffer& offer) { return std::tuple{offer.co2, offer.distance, offer.price, offer.id}; });
}

}  // namespace ccm
