// Which systems deserve the next runs?

#include "analysis/selection/ocba.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double least_difference = 1e-6;  // of the standard deviation

std::size_t first_highest(const std::vector<double>& values) {
  return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

std::vector<double> means_of(const std::vector<RunningMoments>& systems) {
  std::vector<double> means;
  for (const RunningMoments& system : systems) means.push_back(system.mean);
  return means;
}

std::vector<double> standard_deviations_of(const std::vector<RunningMoments>& systems) {
  std::vector<double> result;
  for (const RunningMoments& system : systems) result.push_back(system.standard_deviation());
  return result;
}

/// (s / d)^2, the weight of a system but the best.
double weight_of_rival(double difference, double deviation) {
  if (deviation == 0) return 0;
  return std::pow(deviation / std::max(difference, least_difference * deviation), 2);
}

/// s_b sqrt(sum N_i^2 / s_i^2).
double weight_of_best(double deviation, const std::vector<double>& weights, const std::vector<double>& deviations) {
  double squares = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] > 0) squares += std::pow(weights[i] / deviations[i], 2);
  if (squares == 0) return deviation > 0 ? 1 : 0;
  return deviation * std::sqrt(squares);
}

/// P(rival seems better): Phi(-difference / error).
double chance_of_mistake(double difference, double error) {
  if (error == 0) return difference > 0 ? 0 : 0.5;
  return std::erfc(difference / error / std::sqrt(2.0)) / 2;
}

double squared_error(const RunningMoments& system) { return system.variance() / static_cast<double>(system.n); }

}  // namespace

std::vector<double> ocba_shares(const std::vector<double>& means, const std::vector<double>& standard_deviations) {
  require(means.size() >= 2 && means.size() == standard_deviations.size(), "OCBA: there must be two systems at least");
  const std::size_t best = first_highest(means);
  std::vector<double> weights(means.size());
  for (std::size_t i = 0; i < means.size(); ++i)
    if (i != best) weights[i] = weight_of_rival(means[best] - means[i], standard_deviations[i]);
  weights[best] = weight_of_best(standard_deviations[best], weights, standard_deviations);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (total > 0)
    for (double& weight : weights) weight /= total;
  return weights;
}

double probability_of_correct_selection(const std::vector<RunningMoments>& systems) {
  require(systems.size() >= 2, "OCBA: there must be two systems at least");
  for (const RunningMoments& system : systems) require(system.n > 0, "OCBA: every system must have a value");
  const std::size_t best = first_highest(means_of(systems));
  double mistakes = 0;
  for (std::size_t i = 0; i < systems.size(); ++i) {
    if (i == best) continue;
    const double error = std::sqrt(squared_error(systems[best]) + squared_error(systems[i]));
    mistakes += chance_of_mistake(systems[best].mean - systems[i].mean, error);
  }
  return std::max(0.0, 1 - mistakes);
}

OcbaProcedure::OcbaProcedure(const OcbaOptions& options)
    : options_(options), moments_(options.systems), targets_(options.systems, options.first_stage) {
  require(options.systems >= 2, "OCBA: there must be two systems at least");
  require(options.first_stage >= 2, "OCBA: the first stage needs two replications at least");
  require(options.increment >= 1, "OCBA: a stage needs a run at least");
  require(options.budget >= options.systems * options.first_stage, "OCBA: the budget must suffice for the first stage");
}

std::vector<WantedReplication> OcbaProcedure::next() const {
  std::vector<WantedReplication> wanted;
  if (finished_) return wanted;
  for (std::size_t system = 0; system < targets_.size(); ++system)
    for (std::size_t n = moments_[system].n; n < targets_[system]; ++n) wanted.push_back({system, n + 1});
  return wanted;
}

bool OcbaProcedure::stage_complete() const {
  for (std::size_t i = 0; i < targets_.size(); ++i)
    if (moments_[i].n < targets_[i]) return false;
  return true;
}

void OcbaProcedure::add(std::size_t system, double value) {
  require(!finished_ && system < targets_.size() && moments_[system].n < targets_[system], "OCBA: no replication of this system is wanted");
  moments_[system].add(options_.best == BestMean::highest ? value : -value);
  if (stage_complete()) allocate_stage();
}

void OcbaProcedure::allocate_stage() {
  const std::size_t spent = std::accumulate(targets_.begin(), targets_.end(), std::size_t{0});
  const std::vector<double> shares = ocba_shares(means_of(moments_), standard_deviations_of(moments_));
  const std::size_t runs = std::min(options_.increment, options_.budget - spent);
  finished_ = runs == 0 || *std::ranges::max_element(shares) == 0;
  for (std::size_t run = 0; run < runs && !finished_; ++run) {
    std::vector<double> starving;
    for (std::size_t i = 0; i < shares.size(); ++i)
      starving.push_back(shares[i] * static_cast<double>(spent + runs) - static_cast<double>(targets_[i]));
    ++targets_[first_highest(starving)];
  }
}

std::optional<std::size_t> OcbaProcedure::best() const {
  if (!finished_) return std::nullopt;
  return first_highest(means_of(moments_));
}

}  // namespace ccm
