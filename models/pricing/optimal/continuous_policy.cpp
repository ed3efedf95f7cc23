// Which price is best now if it may change at every moment?

#include "models/pricing/optimal/continuous_policy.hpp"

#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

void require_valid(const ContinuousSeller& seller) {
  require(seller.discount_rate > 0 && seller.adaptation > 0, "continuous policy: rates must be positive");
  require(seller.demand.is_neutral(), "continuous policy: gains must weigh as losses");
  ccm::require_valid(ReferenceSeller{seller.demand, seller.cost, 0, 0});
}

}  // namespace

Money ContinuousPolicy::price_at(Money reference) const { return steady + k * (reference - steady); }

Money ContinuousPolicy::reference_after(Money reference, double time) const {
  return steady + std::exp(lambda * time) * (reference - steady);
}

ContinuousPolicy continuous_policy(const ContinuousSeller& seller) {
  require_valid(seller);
  const auto [a, b, g, loss] = seller.demand;
  const double rho = seller.discount_rate, adaptation = seller.adaptation, B = b + g;
  const Money steady = resting_price({seller.demand, seller.cost, 0, 0}, g * (rho / (rho + adaptation)));
  const double lambda = (rho - std::sqrt(rho * rho + 2 * adaptation / B * (2 * b * (rho + adaptation) + g * rho))) / 2;
  const double k = 1 + lambda / adaptation, margin = (steady - seller.cost).value(), demand = a - b * steady.value();
  return {steady,
          k,
          lambda,
          {.centre = steady.value(),
           .level = margin * demand / rho,
           .slope = (margin * (g - B * k) + k * demand) / (rho - lambda),
           .curvature = k * (g - B * k) / (rho - 2 * lambda)}};
}

}  // namespace ccm
