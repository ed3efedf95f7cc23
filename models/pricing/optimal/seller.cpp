// Which prices does a seller who looks ahead compare with?

#include "models/pricing/optimal/seller.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {

void require_valid(const ReferenceSeller& seller) {
  const auto& [a, b, gain, loss] = seller.demand;
  require(std::isfinite(a) && a > 0, "seller over time: demand at price 0 must be positive");
  require(std::isfinite(b) && b > 0, "seller over time: the price slope must be positive");
  require(std::isfinite(gain) && gain >= 0 && std::isfinite(loss) && loss >= 0, "seller over time: reference effects must not be negative");
  require(std::isfinite(seller.cost.value()) && seller.cost >= Money(0), "seller over time: cost must not be negative");
  require(seller.discount >= 0 && seller.discount <= 1, "seller over time: discount must lie in [0, 1]");
  require(seller.theta >= 0 && seller.theta < 1, "seller over time: memory must lie in [0, 1)");
}

void require_valid_for_ever(const ReferenceSeller& seller) {
  require_valid(seller);
  require(seller.discount < 1, "seller over time: without a last period, discount must be less than 1");
}

Money static_price(const ReferenceSeller& seller) { return resting_price(seller, 0); }

Money myopic_steady_price(const ReferenceSeller& seller) {
  require(seller.demand.is_neutral(), "myopic steady price: gains must weigh as losses");
  return resting_price(seller, seller.demand.gain);
}

Money resting_price(const ReferenceSeller& seller, double lasting_slope) {
  const double b = seller.demand.b, both = 2 * b + lasting_slope;
  return Money(seller.demand.a / both) + seller.cost * ((b + lasting_slope) / both);
}

double lasting(const ReferenceSeller& seller, double slope) {
  return slope * ((1 - seller.discount) / (1 - seller.discount * seller.theta));
}

Money kept_within_demand(const ReferenceSeller& seller, Money reference, Money price) {
  if (!seller.demand.has_effect()) return price;
  return std::clamp(price, seller.cost, std::max(seller.cost, choke_price(seller.demand, reference)));
}

}  // namespace ccm
