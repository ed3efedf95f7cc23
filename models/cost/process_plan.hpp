#pragma once
/// What a minifactory has to make parts with, how parts can be made, and what that costs by kind.

#include <cstddef>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// A machine y: its make-to-part power M_y and the time MCap_y it can work in a period.
struct Machine {
  Kilowatts power{0};
  Seconds capacity{0};
};

/// A worker level w: the wage WrkrCost_w, the time WCap_w of the whole level in a period, and the machines (by index) that this level
/// may operate.
struct Worker {
  MoneyPerHour wage{0};
  Seconds capacity{0};
  std::vector<std::size_t> operates;
};

/// The resources of one minifactory.
struct Plant {
  std::vector<Machine> machines;
  std::vector<Worker> workers;
  MoneyPerKilowattHour energy_price{0};  // ECost
  MoneyPerKilogram waste_price{0};       // waste management, per mass of material that leaves as waste
};

/// One step of a route: mu_xyr, the time of one unit on machine y, the share of the units that come out good, and the time in which the
/// machine is set up for a batch. Plans do not count set-ups, as in the paper; the floor does.
struct Operation {
  std::size_t machine = 0;
  Seconds time{0};
  double yield = 1;
  Seconds setup{0};
};

/// A route r that the plant can run. `number` is its place in the part's own list, since a plant may lack machines for others.
struct Route {
  std::size_t number = 0;
  std::vector<Operation> operations;
};

/// What a part is made of.
struct PartMaterial {
  Kilograms mass{0};  // of one unit
  MoneyPerKilogram price{0};
  double recycled = 0;  // share of the lost mass that is used again in place of new material
};

/// A part type x.
struct Part {
  std::vector<Route> routes;
  Money setup_cost{0};    // SC_x, per batch
  Money holding_cost{0};  // HC_x, per unit and period
  Money move_cost{0};     // MoveCost_x, per batch and move between groups
  Seconds move_time{0};   // of a batch from group to group
  PartMaterial material;
};

/// Cost by the kinds of material flow cost accounting: labour and movement are system costs.
struct CostByKind {
  Money material{0};
  Money energy{0};
  Money labour{0};
  Money movement{0};
  Money waste{0};
  KilowattHours electricity{0};

  [[nodiscard]] Money total() const { return material + energy + labour + movement + waste; }
  CostByKind& operator+=(const CostByKind& other);
  friend CostByKind operator*(CostByKind cost, double units);
};

/// Units that an operation must start for one good unit at the end of the route:     1 / prod_{j >= i} yield_j     for operation i.
/// Throws ModelError for a yield outside (0, 1].     Tested by: tests/models/process_plan_test.cpp.
[[nodiscard]] std::vector<double> units_started(const Route& route);

/// Economic order quantity     Q = sqrt(2 D SC / HC)     [units]; 0 if nothing is held (HC = 0) or made (D = 0).
/// demand  D [units/period], >= 0.     Source: [QamarAziz2023] Eq. 2, where D/Q batches move between groups.
[[nodiscard]] double economic_order_quantity(const Part& part, double demand);

/// What one good unit costs on the route without labour and movement: new material, energy, and waste management.
///     material = price mass (I - recycled (I - 1)),   waste = waste_price mass (1 - recycled) (I - 1),   I = 1 / prod yield
///     energy   = ECost sum_i M_y(i) time_i units_started_i
/// Source: [QamarAziz2023] Eq. 1; yields: [ISO14051].     Tested by: tests/models/process_plan_test.cpp.
[[nodiscard]] CostByKind cost_without_labour(const Plant& plant, const Part& part, const Route& route);

}  // namespace ccm
