// Which systems may still be the best?

#include "analysis/selection/kn.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "analysis/running_moments.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

/// h^2 for c = 1.
double screening_constant(const KnOptions& options) {
  const auto degrees = static_cast<double>(options.first_stage - 1);
  const double share = 2 * (1 - options.confidence) / static_cast<double>(options.systems - 1);
  return (std::pow(share, -2 / degrees) - 1) * degrees;
}

double variance_of_difference(const std::vector<double>& a, const std::vector<double>& b) {
  RunningMoments moments;
  for (std::size_t r = 0; r < a.size(); ++r) moments.add(a[r] - b[r]);
  return moments.variance();
}

}  // namespace

KnProcedure::KnProcedure(const KnOptions& options)
    : options_(options), values_(options.systems), totals_(options.systems), survivors_(options.systems), stage_(options.first_stage) {
  require(options.systems >= 2, "KN: there must be two systems at least");
  require(options.indifference > 0, "KN: the indifference zone must be positive");
  require(options.confidence > 1 / static_cast<double>(options.systems) && options.confidence < 1,
          "KN: the confidence must lie between that of a guess and 1");
  require(options.first_stage >= 2, "KN: the first stage needs two replications at least");
  std::iota(survivors_.begin(), survivors_.end(), std::size_t{0});
}

std::vector<WantedReplication> KnProcedure::next() const {
  std::vector<WantedReplication> wanted;
  if (finished_) return wanted;
  for (std::size_t replication = 1; replication <= stage_; ++replication)
    for (const std::size_t system : survivors_)
      if (values_[system].size() < replication) wanted.push_back({system, replication});
  return wanted;
}

bool KnProcedure::wants(std::size_t system) const {
  return !finished_ && std::ranges::count(survivors_, system) == 1 && values_[system].size() < stage_;
}

bool KnProcedure::stage_complete() const {
  return std::ranges::all_of(survivors_, [&](std::size_t i) { return values_[i].size() == stage_; });
}

void KnProcedure::add(std::size_t system, double value) {
  require(wants(system), "KN: no replication of this system is wanted");
  const double turned = options_.best == BestMean::highest ? value : -value;
  values_[system].push_back(turned);
  totals_[system] += turned;
  if (!stage_complete()) return;
  if (reach_.empty()) measure_differences();
  screen();
}

void KnProcedure::measure_differences() {
  const double scale = screening_constant(options_) / (options_.indifference * options_.indifference);
  reach_.assign(options_.systems, std::vector<double>(options_.systems));
  for (std::size_t i = 0; i < options_.systems; ++i)
    for (std::size_t l = 0; l < options_.systems; ++l) reach_[i][l] = scale * variance_of_difference(values_[i], values_[l]);
}

double KnProcedure::slack(std::size_t i, std::size_t l) const {
  return std::max(0.0, options_.indifference / 2 * (reach_[i][l] - static_cast<double>(stage_)));
}

bool KnProcedure::survives(std::size_t i) const {
  return std::ranges::all_of(survivors_, [&](std::size_t l) { return totals_[i] >= totals_[l] - slack(i, l); });
}

bool KnProcedure::settled() const {
  const auto exact = [&](std::size_t i) { return std::ranges::all_of(survivors_, [&](std::size_t l) { return slack(i, l) == 0; }); };
  return std::ranges::all_of(survivors_, exact);
}

void KnProcedure::screen() {
  std::vector<std::size_t> left;
  std::ranges::copy_if(survivors_, std::back_inserter(left), [&](std::size_t i) { return survives(i); });
  survivors_ = left;
  finished_ = settled();
  if (!finished_) ++stage_;
}

std::optional<std::size_t> KnProcedure::best() const {
  if (!finished_) return std::nullopt;
  return survivors_.front();
}

}  // namespace ccm
