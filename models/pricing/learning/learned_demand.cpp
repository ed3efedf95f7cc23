// Which demand does a seller plan with after what it has learned?

#include "models/pricing/learning/learned_demand.hpp"

#include "models/error.hpp"

namespace ccm {
namespace {

/// The prior with the slope of the estimate and its own reference effects.
TypeDemand with_price_slope(TypeDemand demand, const DemandEstimate& estimate, double share) {
  demand.alpha = demand.referenced.a = estimate.a.value / share;
  demand.beta = demand.referenced.b = estimate.b.value / share;
  return demand;
}

TypeDemand with_reference_effect(TypeDemand demand, const DemandEstimate& estimate, double share) {
  demand.referenced.gain = demand.referenced.loss = estimate.g.value / share;
  return demand;
}

}  // namespace

LearnedDemand learned_demand(const DemandEstimate& estimate, const TypeDemand& prior, double share) {
  require(share > 0 && share <= 1, "learning: the share of demand must lie in (0, 1]");
  const std::string known = describe(estimate);
  if (!estimate.knows_price_slope()) return {prior, Believed::first_guess, "kept what was believed before; " + known};
  if (estimate.a.value <= 0 || estimate.b.value <= 0)
    return {prior, Believed::first_guess, "kept what was believed before, since demand does not fall with the price in the data; " + known};
  const TypeDemand learned = with_price_slope(prior, estimate, share);
  if (!estimate.knows_reference_effect()) return {learned, Believed::price_slope, "learned a and b, kept the reference effect; " + known};
  if (estimate.g.value < 0)
    return {learned, Believed::price_slope, "learned a and b, kept the reference effect, since it is negative in the data; " + known};
  return {with_reference_effect(learned, estimate, share), Believed::reference_effect, "learned a, b and g; " + known};
}

}  // namespace ccm
