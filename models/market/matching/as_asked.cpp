// Which of the minifactories that were asked in a random order comes first?

#include "models/market/matching/policies.hpp"
#include "models/market/matching/ranking.hpp"

namespace ccm {

std::vector<std::size_t> any_first(const MatchingContext& context) {
  std::vector<std::size_t> order(context.offers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

std::vector<std::size_t> least_loaded_first(const MatchingContext& context) {
  std::vector<std::size_t> order = any_first(context);
  std::ranges::stable_sort(order, {}, [&](std::size_t position) { return context.offers[position].load; });
  return order;
}

}  // namespace ccm
