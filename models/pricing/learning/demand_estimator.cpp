// What has been sold so far?

#include "models/pricing/learning/demand_estimator.hpp"

#include "models/error.hpp"

namespace ccm {

DemandEstimator::DemandEstimator(std::optional<std::size_t> window) : window_(window) {
  require(!window || *window > 0, "learning: the window must hold at least one period");
}

void DemandEstimator::observe(const SalesObservation& observation) {
  require(observation.requests >= 0 && observation.turned_away >= 0, "learning: requests must not be negative");
  observations_.push_back(observation);
  if (window_ && observations_.size() > *window_) observations_.pop_front();
}

DemandEstimate DemandEstimator::estimate() const {
  return estimate_demand(std::vector<SalesObservation>(observations_.begin(), observations_.end()));
}

std::optional<Money> DemandEstimator::ceiling() const {
  const Money sold = highest_sold_at(std::vector<SalesObservation>(observations_.begin(), observations_.end()));
  std::optional<Money> unsold;
  for (const SalesObservation& seen : observations_)
    if (seen.is_beyond(sold) && (!unsold || seen.price < *unsold)) unsold = seen.price;
  return unsold ? std::optional((sold + *unsold) / 2) : std::nullopt;
}

}  // namespace ccm
