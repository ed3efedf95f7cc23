// In batches of which size is an order made?

#include "models/production/lots.hpp"

#include <algorithm>

namespace ccm {

std::vector<std::int64_t> lots(std::int64_t units, double economic_order_quantity) {
  if (economic_order_quantity <= 0 || economic_order_quantity >= static_cast<double>(units)) return {units};
  const std::int64_t size = std::max<std::int64_t>(1, static_cast<std::int64_t>(economic_order_quantity));
  std::vector<std::int64_t> sizes(static_cast<std::size_t>(units / size), size);
  if (units % size > 0) sizes.push_back(units % size);
  return sizes;
}

}  // namespace ccm
