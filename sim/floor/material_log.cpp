// What flowed through the machines, and what did it cost?

#include "sim/floor/material_log.hpp"

namespace ccm {
namespace {

void add(OperationFlow& sum, const OperationFlow& flow) {
  const double good = sum.started * sum.yield + flow.started * flow.yield;
  sum.started += flow.started;
  sum.yield = sum.started > 0 ? good / sum.started : 1;
  sum.electricity += flow.electricity;
  sum.cost.labour += flow.cost.labour;
  sum.cost.movement += flow.cost.movement;
}

}  // namespace

CostByKind MaterialLog::cost(std::span<const Batch> batches) const {
  CostByKind sum;
  for (const Batch& batch : batches) sum += cost_of(problem_.plant, problem_.parts[batch.part].part, batch.flows);
  return sum;
}

void MaterialLog::post(std::span<const Batch> batches) {
  for (const Batch& batch : batches) {
    std::vector<OperationFlow>& sums = sums_[{batch.part, batch.planned->route}];
    sums.resize(batch.route->operations.size());
    for (std::size_t i = 0; i < batch.flows.size(); ++i) add(sums[i], batch.flows[i]);
  }
}

FlowLedger MaterialLog::take_flows() {
  FlowLedger ledger(problem_.plant.machines.size());
  for (const auto& [key, sums] : sums_) {
    const Part& part = problem_.parts[key.part].part;
    ledger.post(part.routes[key.route], material_flow(problem_.plant, part, sums), 1);
  }
  sums_.clear();
  return ledger;
}

void write_off(Batch& batch) {
  if (!batch.flows.empty()) batch.flows.back().yield = 0;
}

}  // namespace ccm
