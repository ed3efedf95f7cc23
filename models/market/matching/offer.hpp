#pragma once
/// What an operator compares when it matches a request with a minifactory.

#include <cstdint>

#include "models/units.hpp"

namespace ccm {

/// A feasible offer of one minifactory.
struct MatchingOffer {
  Money price{0};          // of a unit
  Seconds arrival{0};      // when the product would reach the customer
  Kilometres distance{0};  // by road
  Kilograms co2{0};        // of making and delivering the order
  double load = 0;         // work that is before the order [h]
  double reliability = 1;  // probability of keeping the promise, as the operator believes [1]
  std::uint32_t id = 0;    // of the minifactory; the last tie-break
};

}  // namespace ccm
