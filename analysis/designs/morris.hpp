#pragma once
/// Morris' screening: which of many factors matter, from few runs per factor.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/statistics.hpp"

namespace ccm {

/// Trajectories of k + 1 points through a grid of the unit cube; each step changes one factor by +-delta.
struct MorrisTrajectories {
  std::vector<std::vector<double>> points;  // trajectory after trajectory; one coordinate in [0, 1] per factor
  std::vector<std::size_t> changed;         // trajectory after trajectory: the factor (from 0) that each of its k steps changes
};

/// Grid 0, 1/(p-1), ..., 1 per factor;   delta = p / (2 (p-1)), half of the levels further.
///
/// A trajectory has a random order of its factors; each factor has a random direction and a random start on the p/2 levels from which a
/// step in that direction stays inside, so that all p levels are equally likely. Trajectory t draws from the stream "design", "morris/t" (t
/// from 1). trajectories, factors >= 1;  levels  p even, >= 2, else ModelError. Source: [Morris1991].     Tested by:
/// tests/analysis/designs_test.cpp.
[[nodiscard]] MorrisTrajectories morris(std::size_t trajectories, std::size_t factors, std::uint64_t seed, std::size_t levels = 4);

/// What a factor does to the output, per unit of its coordinate (the whole range of the factor).
struct ElementaryEffects {
  Estimate mu;       // mean of the effects d; its standard_deviation is Morris' sigma: curvature and interactions
  Estimate mu_star;  // mean of |d|: importance, whatever the sign
};

/// d = (y(after) - y(before)) / (x(after) - x(before)) of each step; one effect per factor and trajectory.
///
/// mu = mean d, sigma = its standard deviation, mu* = mean |d|. Intervals are Student's over the trajectories, which are independent;
/// with few trajectories |d| is far from normal, and they are a guide only. With one trajectory there is neither sigma nor interval.
/// values  of the output in the order of the design's points, as many as points, else ModelError.     Result: one element per factor.
/// Source: [Morris1991]; [Campolongo2007] for mu*.     Tested by: tests/analysis/designs_test.cpp.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const MorrisTrajectories& design, const std::vector<double>& values,
                                                                double confidence = 0.95);

}  // namespace ccm
