#pragma once
/// Sorting offers by a key.

#include <algorithm>
#include <numeric>

#include "models/market/matching/policy.hpp"

namespace ccm {

/// Positions of the offers by rising key. Keys end in something unique, so that no tie is left open.
template <class Key>
[[nodiscard]] std::vector<std::size_t> ranked_by(const MatchingContext& context, Key key) {
  std::vector<std::size_t> order(context.offers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t position) { return key(context.offers[position]); });
  return order;
}

}  // namespace ccm
