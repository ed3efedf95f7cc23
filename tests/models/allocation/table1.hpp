#pragma once
/// The case study of the paper as an allocation problem.

#include "models/allocation/problem.hpp"

namespace ccm::test {

/// Table 1 of [QamarAziz2023] at a demand of 100 of each part, in two groups of 2 to 5 machines. Each machine and worker level works 26
/// days of two shifts of 450 min. Not published: demand, bounds, and the energy price of 0.0335 per kW min.
[[nodiscard]] AllocationProblem table1();

}  // namespace ccm::test
