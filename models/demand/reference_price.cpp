// What do customers expect to pay, after what they have just paid?

#include "models/demand/reference_price.hpp"

#include "models/error.hpp"

namespace ccm {

std::optional<Money> next_reference(std::optional<Money> reference, std::optional<Money> paid, double memory) {
  require(memory >= 0 && memory < 1, "reference price: memory must lie in [0, 1)");
  if (!paid) return reference;
  if (!reference) return paid;
  return *reference * memory + *paid * (1 - memory);
}

}  // namespace ccm
