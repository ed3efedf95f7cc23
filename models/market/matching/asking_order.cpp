// In which order are minifactories asked that are drawn at random?

#include "models/market/matching/asking_order.hpp"

#include <algorithm>
#include <numeric>

namespace ccm {

std::vector<std::size_t> drawn_order(std::size_t count, std::size_t wanted, RandomStream chance) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t drawn = std::min(count, wanted);
  for (std::size_t i = 0; i < drawn; ++i) std::swap(order[i], order[i + chance.index(count - i)]);
  order.resize(drawn);
  return order;
}

}  // namespace ccm
