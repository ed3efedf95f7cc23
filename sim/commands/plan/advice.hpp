#pragma once
/// What pilot runs advise: how long a warm-up, how many replications.

#include <optional>
#include <string>
#include <vector>

#include "analysis/sequential.hpp"
#include "analysis/warm_up.hpp"
#include "sim/commands/plan/pilot.hpp"

namespace ccm {

/// One output period by period, and where its beginning ends.
struct SeriesAdvice {
  NamedOutput output;
  PeriodSeries mean;              // across the pilot's replications
  std::vector<double> welch;      // moving average of 2 window + 1 periods; empty if a period has no value
  std::size_t window = 0;         // periods
  std::optional<WarmUp> warm_up;  // none of a series that has gaps or is too short
};

/// The beginning of all outputs.
struct WarmUpAdvice {
  std::vector<SeriesAdvice> outputs;
  std::size_t periods = 0;               // of the pilot
  std::optional<std::size_t> leave_out;  // the largest cut; none unless the end of every beginning was seen
};

/// MSER-5 on the mean series of each output that has one period by period. Outputs with gaps do not count for the largest cut.
/// Tested by: tests/cli/plan_test.cpp.
[[nodiscard]] WarmUpAdvice warm_up_advice(const std::vector<NamedOutput>& outputs, const Pilot& pilot);

/// How many replications the wanted half-width takes.
struct ReplicationsAdvice {
  std::vector<NamedOutput> outputs;
  WantedWidth wanted;
  std::vector<OutputPrecision> precision;  // after the whole pilot
  std::optional<std::size_t> stopped;      // where the sequential rule ended within the pilot
  std::optional<double> replications;      // where it ended, or is expected to; none if it never will
};

/// Feeds the sequential rule with the pilot's replications; beyond them it is projected: the most that an output needs if its standard
/// deviation stays, and those of the look-ahead.     Tested by: tests/cli/plan_test.cpp.
[[nodiscard]] ReplicationsAdvice replications_advice(const std::vector<NamedOutput>& outputs, const WantedWidth& wanted,
                                                     const Pilot& pilot);

}  // namespace ccm
