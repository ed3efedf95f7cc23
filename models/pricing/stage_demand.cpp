// What demand does a seller see who makes one stage of a service?

#include "models/pricing/stage_demand.hpp"

#include "models/error.hpp"

namespace ccm {

TypeDemand stage_demand(TypeDemand whole, double value_share) {
  require(value_share > 0 && value_share <= 1, "stage demand: the value share must lie in (0, 1]");
  for (double* slope : {&whole.beta, &whole.referenced.b, &whole.referenced.gain, &whole.referenced.loss}) *slope /= value_share;
  if (whole.remembered) whole.remembered = Remembered{whole.remembered->reference * value_share, whole.remembered->extreme * value_share};
  return whole;
}

}  // namespace ccm
