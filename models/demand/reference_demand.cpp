// How much is sold at a price to those who remember another?

#include "models/demand/reference_demand.hpp"

#include <algorithm>

namespace ccm {

ReferenceDemand reference_demand(const LinearDemand& demand) {
  const double b = demand.form == DemandForm::absolute ? demand.beta - demand.gain : demand.beta;
  return {demand.alpha, b, demand.gain, demand.loss};
}

double demand_at(const ReferenceDemand& demand, Money price, Money reference) {
  const double effect = price > reference ? demand.loss : demand.gain;
  return std::max(0.0, demand.a - demand.b * price.value() + effect * (reference - price).value());
}

Money choke_price(const ReferenceDemand& demand, Money reference) {
  const bool everybody_at_reference_is_gone = demand.a <= demand.b * reference.value();
  const double effect = everybody_at_reference_is_gone ? demand.gain : demand.loss;
  return Money((demand.a + effect * reference.value()) / (demand.b + effect));
}

}  // namespace ccm
