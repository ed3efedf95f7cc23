#pragma once
/// One minifactory's allocation in one period: which route each part takes, which machines stand together in a group, and which worker
/// level does which work, at least cost.

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "models/cost/process_plan.hpp"

namespace ccm {

/// The group of each machine.
using Grouping = std::vector<std::size_t>;

/// Whether a part keeps to one route (the paper), or its demand may be shared over routes.
enum class RouteRule { single, split };

/// What counts as moves of a batch: the groups that its route visits less one (the paper's sum of Q_xrg - 1), or the changes of group
/// from one operation to the next.
enum class MoveRule { distinct_groups, changes };

/// Bounds LB_g and UB_g of the number of machines in a group.
struct GroupBounds {
  std::size_t at_least = 1;
  std::size_t at_most = std::numeric_limits<std::size_t>::max();
};

/// A part x with its demand D_x in the period.
struct PartDemand {
  Part part;
  double units = 0;
  double priority = 1;  // weight of one unserved unit when capacity is short
};

/// min  sum_xr s_xr D_x c_xr  +  sum_x m_x sum_r s_xr k_xr(n)  +  sum_yw wage_w f_yw
///   s_xr   share of D_x on route r, sum_r s_xr = 1; with RouteRule::single at most one route per part has a share
///   n      the machine group of each machine, sizes within the bounds; k_xr(n) moves of a batch on route r (MoveRule)
///   f_yw   time of level w on machine y, only where w operates y;  sum_w f_yw = L_y = sum s D t <= MCap_y,  sum_y f_yw <= WCap_w
///   c_xr   material, energy and waste cost of a unit on route r;  m_x = MoveCost_x D_x / Q_x with the economic order quantity Q_x
/// If capacity does not suffice, u_x = 1 - sum_r s_xr > 0: first the least sum of priority_x D_x u_x, then the least cost.
/// Source: [QamarAziz2023] Eqs. 1-4 with constraints 8-12, repaired as models/allocation/README.md says.
struct AllocationProblem {
  Plant plant;
  std::vector<GroupBounds> groups;   // one per machine group, at least one
  std::optional<Grouping> grouping;  // if it is given and not to be chosen
  std::vector<PartDemand> parts;
  RouteRule routes = RouteRule::single;
  MoveRule moves = MoveRule::distinct_groups;
  std::int64_t node_limit = 5'000'000;
};

/// optimal: all demand is made at the least cost. shortage: not all can be made; the most is, at the least cost. infeasible: no grouping
/// keeps the bounds. limit: the node limit was hit first; the answer is the best one found.
enum class AllocationStatus { optimal, shortage, infeasible, limit };

/// "optimal", "short", "infeasible" or "limit".
[[nodiscard]] std::string_view name_of(AllocationStatus status);

/// What of a part is made on one of its routes.
struct RouteUse {
  std::size_t route = 0;  // index into Part::routes
  double units = 0;
  std::size_t moves = 0;  // of each batch
  CostByKind unit_cost;   // averages over the units
};

struct PartAllocation {
  double served = 0;             // units
  double batch = 0;              // economic order quantity Q_x [units]
  std::vector<RouteUse> routes;  // in their order; the cheapest one with 0 units if nothing is demanded; empty if no route can be made
  CostByKind cost;               // of all units served
  std::optional<Money> average;  // cost per unit served; at no demand, that of the first unit without movement
  /// dC/dD_x, what one more unit costs: it moves only half as much as the average one, since batches grow with D. Nothing if one more
  /// unit could not be made.
  std::optional<Money> marginal;
};

/// Time of a worker level on a machine for a part on one of its routes.
struct Work {
  std::size_t part = 0, route = 0, machine = 0, worker = 0;
  Seconds time{0};
};

struct Allocation {
  AllocationStatus status = AllocationStatus::optimal;
  CostByKind cost;             // of all units served
  double unserved = 0;         // units
  Money bound{0};              // proven: no plan that serves as much costs less
  double gap = 0;              // (cost - bound) / cost, 0 if proven optimal
  bool most_is_served = true;  // proven: no plan serves more (by priority)
  std::int64_t nodes = 0;
  std::vector<PartAllocation> parts;
  Grouping group_of_machine;
  std::vector<Work> work;                  // ordered by part, route, machine, worker; no zero times
  std::vector<std::size_t> full_machines;  // whose whole capacity is used
  std::vector<std::size_t> full_workers;
};

/// Throws ModelError unless all numbers are finite and not negative, yields in (0, 1], all indices in range, routes not empty, there is at
/// least one group and at most 64, priorities above 0, a given grouping has one entry per machine, and a part with holding and move cost
/// has a setup cost.
void require_valid(const AllocationProblem& problem);

}  // namespace ccm
