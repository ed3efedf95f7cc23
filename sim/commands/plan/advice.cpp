// Where does the beginning end, and how many replications are enough?

#include "sim/commands/plan/advice.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/running_moments.hpp"
#include "sim/commands/precision.hpp"

namespace ccm {
namespace {

/// The mean of the replications that have a value, period by period.
PeriodSeries mean_series(const Pilot& pilot, std::size_t output) {
  PeriodSeries mean(pilot.runs.front().series[output].size());
  for (std::size_t period = 0; period < mean.size(); ++period) {
    RunningMoments moments;
    for (const PilotRun& run : pilot.runs)
      if (const auto& value = run.series[output][period]) moments.add(*value);
    if (moments.n > 0) mean[period] = moments.mean;
  }
  return mean;
}

/// A twentieth of the series on either side.
std::size_t smoothing_window(std::size_t periods) { return periods / 20; }

SeriesAdvice series_advice(const NamedOutput& output, const Pilot& pilot, std::size_t index) {
  SeriesAdvice advice{output, mean_series(pilot, index), {}, 0, std::nullopt};
  std::vector<double> values;
  for (const auto& value : advice.mean)
    if (value) values.push_back(*value);
  if (values.size() < advice.mean.size()) return advice;
  advice.window = smoothing_window(values.size());
  advice.welch = welch_moving_average({values}, advice.window);
  if (values.size() >= mser_observations_min) advice.warm_up = mser5(values);
  return advice;
}

bool has_gaps(const SeriesAdvice& advice) { return advice.welch.empty(); }

std::optional<std::size_t> largest_cut(const std::vector<SeriesAdvice>& outputs) {
  std::optional<std::size_t> largest;
  for (const SeriesAdvice& output : outputs) {
    if (has_gaps(output)) continue;
    if (!output.warm_up || output.warm_up->too_short) return std::nullopt;
    largest = std::max(largest.value_or(0), output.warm_up->cut);
  }
  return largest;
}

/// The rule with its options, after the pilot's replications or its decision.
struct RuleAfterPilot {
  RuleAfterPilot(const ReplicationRuleOptions& options, const Pilot& pilot) : rule(options) {
    for (const PilotRun& run : pilot.runs)
      if (decision.state == ReplicationState::more) decision = rule.add(run.values);
  }

  ReplicationRule rule;
  ReplicationDecision decision;
};

/// Infinity for one that never reaches its width.
double most_needed(const std::vector<OutputPrecision>& outputs) {
  double most = 0;
  for (const OutputPrecision& output : outputs)
    if (!output.reached) most = std::max(most, output.projected.value_or(INFINITY));
  return most;
}

double with_look_ahead(double replications) {
  constexpr double look_ahead = 5;
  return replications <= 100 ? replications + look_ahead : replications + std::floor(look_ahead * replications / 100);
}

}  // namespace

WarmUpAdvice warm_up_advice(const std::vector<NamedOutput>& outputs, const Pilot& pilot) {
  WarmUpAdvice advice{{}, pilot.runs.front().series.front().size(), std::nullopt};
  for (std::size_t i = 0; i < outputs.size(); ++i)
    if (has_periods(*outputs[i].output)) advice.outputs.push_back(series_advice(outputs[i], pilot, i));
  advice.leave_out = largest_cut(advice.outputs);
  return advice;
}

ReplicationsAdvice replications_advice(const std::vector<NamedOutput>& outputs, const WantedWidth& wanted, const Pilot& pilot) {
  const std::size_t n = pilot.runs.size();
  ReplicationRuleOptions options{.outputs = for_each_output(wanted, outputs.size()), .maximum = n + 1};
  const RuleAfterPilot as_run(options, pilot);
  options.minimum = n;  // so that it hears the whole pilot
  ReplicationsAdvice advice{outputs, wanted, RuleAfterPilot(options, pilot).rule.outputs(), std::nullopt, std::nullopt};
  if (as_run.decision.state == ReplicationState::enough) {
    advice.stopped = as_run.decision.n;
    advice.replications = static_cast<double>(as_run.decision.n);
  } else if (const double most = most_needed(advice.precision); std::isfinite(most)) {
    advice.replications = std::max(static_cast<double>(n + as_run.decision.at_least), with_look_ahead(std::max(most, 3.0)));
  }
  return advice;
}

}  // namespace ccm
