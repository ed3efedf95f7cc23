#pragma once
/// How much of the beginning of a series to leave out, because it still remembers the empty start.

#include <cstddef>
#include <vector>

namespace ccm {

inline constexpr std::size_t mser_batch = 5;              // observations per batch
inline constexpr std::size_t mser_observations_min = 50;  // ten batches: the last candidate cut leaves five

/// Where MSER-5 cuts a series.
struct WarmUp {
  std::size_t cut = 0;              // observations to leave out, a multiple of 5
  bool too_short = false;           // the minimum lies at the last candidate: no steady state was seen, take a longer series
  std::vector<double> batch_means;  // m of them; observations beyond the last full batch are not used
  std::vector<double> statistic;    // MSER of each candidate cut of 0, 5, 10 ... observations, up to half of the batches
};

/// MSER(d) = sum_{j > d} (Y_j - mean of Y_{d+1} .. Y_m)^2 / (m - d)^2,   d = 0 .. m/2,   Y the m means of batches of 5 observations.
///
/// The cut is the d with the least MSER, the least such d on a tie: it balances the bias of the beginning against the noise of fewer
/// values. It needs a single long series, or the mean across replications of several. Series without bias are cut a little now and then.
/// series  at least mser_observations_min observations, else ModelError.
/// Source: [White1997]; [FranklinWhite2008]; [HoadWarmUp2010] for the limit at half of the series.
/// Tested by: tests/analysis/warm_up_test.cpp.
[[nodiscard]] WarmUp mser5(const std::vector<double>& series);

/// Welch's plot: the mean across replications, smoothed by a moving average of 2 w + 1 observations (of 2 i - 1 for the i-th of the first
/// w).
///
/// replications  equally long series, at least one, longer than w each, else ModelError;  window  w, 0: unsmoothed.
/// Result: length of the series minus w.
/// Source: [Law2015], section 9.5.1.     Tested by: tests/analysis/warm_up_test.cpp.
[[nodiscard]] std::vector<double> welch_moving_average(const std::vector<std::vector<double>>& replications, std::size_t window);

}  // namespace ccm
