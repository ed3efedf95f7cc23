#pragma once
/// From the numbers of a search to the plan that a planner reads.

#include "models/allocation/relaxation.hpp"

namespace ccm {

/// Time that worker levels still have for a class of machines: level and seconds, in the order of use.
struct LabourPool {
  std::vector<std::size_t> machines;
  std::vector<std::pair<std::size_t, double>> times;
};

/// Fills in cost, parts, work, full machines and worker levels.
/// shares  of each option of `options`;  pools  the labour of the plan, used up part by part; the last level of a pool takes what
/// rounding leaves.
[[nodiscard]] Allocation answer(const AllocationProblem& problem, const Options& options, const Grouping& grouping,
                                const std::vector<double>& shares, std::vector<LabourPool> pools);

}  // namespace ccm
