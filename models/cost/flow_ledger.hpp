#pragma once
/// The ledger of what flowed through a plant: material flow cost accounting of parts on their routes, summed by machine.

#include "models/cost/mfca.hpp"
#include "models/cost/process_plan.hpp"

namespace ccm {

/// What one good unit of a part causes at one operation of its route. Energy follows from the plant; labour and movement from the plan.
struct OperationCost {
  Money labour{0};
  Money movement{0};  // of the batches that enter the machine's group
};

/// Rows of the cost matrix of one quantity centre:     carried + own = product + loss + recycled     in every layer.
struct CentreFlow {
  Kilograms in{0}, product{0}, loss{0};
  CostLayers carried, own, product_cost, loss_cost, recycled_cost;  // what is recycled goes back and is not in loss_cost

  CentreFlow& operator+=(const CentreFlow& other);
  friend CentreFlow operator*(CentreFlow flow, double units);
};

/// What happened at one operation of a route, to one unit or to many: so many were started, of which the share `yield` came out good.
struct OperationFlow {
  double started = 0;
  double yield = 1;
  KilowattHours electricity{0};
  OperationCost cost;
};

/// What units of a part leave at each operation of their route, in order: each operation starts what came out good of the one before.
/// Each operation is a quantity centre; the part's new material enters at the first, and the recycled share of every loss enters it again.
/// If nothing at all comes out good, it brings no cost back. Waste management is paid for the rest. Energy and system cost split by the
/// yield, which is the mass share. At least one operation, else ModelError.
/// Source: [ISO14051].     Tested by: tests/models/flow_ledger_test.cpp.
[[nodiscard]] std::vector<CentreFlow> material_flow(const Plant& plant, const Part& part, const std::vector<OperationFlow>& operations);

/// What those units cost: new material, waste management, and what was spent at their operations. Nothing without operations.
/// Tested by: tests/models/flow_ledger_test.cpp.
[[nodiscard]] CostByKind cost_of(const Plant& plant, const Part& part, const std::vector<OperationFlow>& operations);

/// What one good unit of a part leaves at each operation of its route as planned, in order: material_flow of the units that must be
/// started.
///     energy   ECost M_y time started_i,     system   labour + movement     (the paper's EC, LC and MC)
/// costs  one per operation, else ModelError.
/// Source: [ISO14051]; mapping of [QamarAziz2023]: models/README.md.     Tested by: tests/models/unit_flow_test.cpp.
[[nodiscard]] std::vector<CentreFlow> unit_flow(const Plant& plant, const Part& part, const Route& route,
                                                const std::vector<OperationCost>& costs);

/// Flows by quantity centre: the machines.
class FlowLedger {
 public:
  explicit FlowLedger(std::size_t machines) : flows_(machines) {}
  /// What happened on the route, so many times.
  void post(const Route& route, const std::vector<CentreFlow>& unit, double units);
  [[nodiscard]] const std::vector<CentreFlow>& by_machine() const { return flows_; }

 private:
  std::vector<CentreFlow> flows_;
};

}  // namespace ccm
