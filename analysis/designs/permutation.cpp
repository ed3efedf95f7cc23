// In which random order?

#include "analysis/designs/permutation.hpp"

#include <numeric>
#include <utility>

namespace ccm {

std::vector<std::size_t> random_permutation(std::size_t count, RandomStream& stream) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[stream.index(left)]);
  return order;
}

}  // namespace ccm
