#pragma once
/// How a part is made at least cost, one part at a time, and what a unit costs then.

#include <cstddef>
#include <optional>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// A machine y: its make-to-part power M_y and the machine group g it stands in.
struct Machine {
  Kilowatts power{0};
  std::size_t group = 0;
};

/// A worker level w: the wage WrkrCost_w and the machines (by index) that this level may operate.
struct Worker {
  MoneyPerHour wage{0};
  std::vector<std::size_t> operates;
};

/// The resources of one minifactory.
struct Plant {
  std::vector<Machine> machines;
  std::vector<Worker> workers;
  MoneyPerKilowattHour energy_price{0};  // ECost
};

/// One step of a route: mu_xyr, the time of one unit on machine y.
struct Operation {
  std::size_t machine = 0;
  Seconds time{0};
};

/// A route r that the plant can run. `number` is its place in the part's own list, since a plant may lack machines for others.
struct Route {
  std::size_t number = 0;
  std::vector<Operation> operations;
};

/// A part type x.
struct Part {
  std::vector<Route> routes;
  Money setup_cost{0};    // SC_x, per batch
  Money holding_cost{0};  // HC_x, per unit and period
  Money move_cost{0};     // MoveCost_x, per batch and move between groups
};

/// What one unit costs, in the kinds of material flow cost accounting: energy cost and the two system costs of the paper.
struct UnitCost {
  Money energy{0};
  Money labour{0};
  Money movement{0};
  KilowattHours electricity{0};

  [[nodiscard]] Money total() const { return energy + labour + movement; }
  UnitCost& operator+=(const UnitCost& other);
  friend UnitCost operator*(UnitCost cost, double units);
};

/// The cheapest way to make one part.
struct PartPlan {
  std::size_t route = 0;             // the route's `number`
  std::vector<std::size_t> workers;  // the worker of each operation, in order
  Seconds time{0};                   // machine time of one unit over the whole route
  std::size_t moves = 0;             // distinct groups that the route visits, less one (the paper's sum of Q_xrg - 1)
  double batch = 0;                  // economic order quantity sqrt(2 D SC / HC) [units]; 0 if nothing is held (HC = 0) or made (D = 0)
  UnitCost cost;                     // averages over D
};

/// Chooses the route of least cost and the cheapest eligible worker for each of its operations.
///     unit cost = ECost sum_y M_y mu_xyr  +  sum_y WrkrCost_w mu_xyr  +  MoveCost_x sqrt(HC_x D / (2 SC_x)) (sum_g Q_xrg - 1) / D
/// demand  D [units/period], >= 0; at D = 0 nothing moves. Ties go to the lower route and worker number.
/// Returns nothing if the plant has no worker for some operation of every route. Capacity is not looked at: joint allocation is.
/// Throws ModelError for a negative demand, or a holding cost with moves to pay but no setup cost (batches would shrink to nothing).
/// Source: [QamarAziz2023] Eqs. 1-4.     Tested by: tests/models/process_plan_test.cpp.
[[nodiscard]] std::optional<PartPlan> cheapest_plan(const Plant& plant, const Part& part, double demand);

}  // namespace ccm
