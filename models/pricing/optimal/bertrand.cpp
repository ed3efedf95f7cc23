// Which price answers the prices of equal rivals?

#include "models/pricing/optimal/bertrand.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid(const BertrandSeller& seller) {
  require(seller.beta > 0 && seller.epsilon >= 0 && seller.epsilon < 2 * seller.beta, "bertrand: epsilon must lie in [0, 2 beta)");
}

}  // namespace

Money best_response(const BertrandSeller& seller, Money mean_of_others) {
  require_valid(seller);
  return Money((seller.alpha + seller.epsilon * mean_of_others.value()) / (2 * seller.beta)) + seller.cost / 2;
}

Money nash_price(const BertrandSeller& seller) {
  require_valid(seller);
  return Money((seller.alpha + seller.beta * seller.cost.value()) / (2 * seller.beta - seller.epsilon));
}

}  // namespace ccm
