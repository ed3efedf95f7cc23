// How far has a party given way by now?

#include "models/market/negotiation/concession.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/error.hpp"

namespace ccm {

void require_valid(const Concession& concession) {
  const double lowest_kappa = concession.family == ConcessionFamily::exponential ? std::numeric_limits<double>::min() : 0;
  require(concession.kappa >= lowest_kappa && concession.kappa <= 1,
          "concession: kappa must lie in [0, 1], and above 0 in the exponential family");
  require(concession.beta > 0 && std::isfinite(concession.beta), "concession: beta must be positive");
  require(concession.deadline >= 1, "concession: the deadline must be at least 1");
}

double conceded(const Concession& concession, std::int64_t tick) {
  require_valid(concession);
  require(tick >= 0, "concession: ticks count from 0");
  const double passed = static_cast<double>(std::min(tick, concession.deadline)) / static_cast<double>(concession.deadline);
  if (concession.family == ConcessionFamily::exponential)
    return std::exp(std::pow(1 - passed, concession.beta) * std::log(concession.kappa));
  return concession.kappa + (1 - concession.kappa) * std::pow(passed, 1 / concession.beta);
}

Money offer_at(const Position& position, const Concession& concession, std::int64_t tick) {
  return Money(std::lerp(position.opening.value(), position.reservation.value(), conceded(concession, tick)));
}

}  // namespace ccm
