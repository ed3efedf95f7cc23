#pragma once
/// What really flowed over a floor of machines.

#include <map>
#include <span>

#include "models/cost/flow_ledger.hpp"
#include "sim/floor/batch.hpp"

namespace ccm {

/// Sums up what happened to batches at each operation, by part and route; a period is a quantity centre's balance.
/// Tested by: tests/sim/machine_floor_test.cpp, tests/properties/mfca_properties.cpp.
class MaterialLog {
 public:
  explicit MaterialLog(const AllocationProblem& problem) : problem_(problem) {}

  /// All that batches cost.
  [[nodiscard]] CostByKind cost(std::span<const Batch> batches) const;
  /// Batches enter the balance.
  void post(std::span<const Batch> batches);
  /// The balance since the last call.
  [[nodiscard]] FlowLedger take_flows();

 private:
  struct Key {
    std::size_t part = 0, route = 0;
    auto operator<=>(const Key&) const = default;
  };
  const AllocationProblem& problem_;
  std::map<Key, std::vector<OperationFlow>> sums_;
};

/// The batch is given up: all of it is lost at the last operation that has begun.
void write_off(Batch& batch);

}  // namespace ccm
