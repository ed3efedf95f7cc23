#pragma once
/// The allocation problem as a mixed-integer linear program, in the LP file format.

#include <string>

#include "models/allocation/problem.hpp"

namespace ccm::test {

/// What the served units weigh, counted in these parts of what all demand weighs: so many that the tolerances of a solver do not matter.
inline constexpr double parts_of_demand = 1e6;

/// min  -sum_x priority_x D_x sum_r s_xr,  in parts of demand.
[[nodiscard]] std::string lp_of_most_served(const AllocationProblem& problem);

/// The least cost with at least so many parts of demand served. The formulation of models/allocation/problem.hpp with binary n_yg and, with
/// single routes, binary z_xr >= s_xr. Movement is linear in
///   v_xryg = s_xr n_yg for each machine y of route r:     sum_g v_xryg = s_xr,   sum_r v_xryg <= n_yg
///   p_xrg = s_xr if route r visits group g:                p_xrg >= v_xryg;       s_xr k_xr = sum_g p_xrg - s_xr
///   d_xrig = s_xr if r leaves g after operation i:         d_xrig >= v_xryg - v_xry'g;      s_xr k_xr = sum_ig d_xrig
/// Groups of equal bounds are numbered in the order of their first machines.
[[nodiscard]] std::string lp_of_least_cost(const AllocationProblem& problem, double served);

}  // namespace ccm::test
