#pragma once
/// Problem files of material flow cost accounting: the quantity centres of a plant in one period.

#include <string>
#include <vector>

#include "models/cost/mfca.hpp"
#include "scenarios/type.hpp"

namespace ccm {

/// A plant whose costs are asked for.
struct MfcaTask {
  std::vector<QuantityCentre> centres;
  CarryRule carry = CarryRule::qc_mass;
  std::string currency;
};

/// The keys of such a file.
[[nodiscard]] const AnyType& mfca_type();

/// Reads the tree of a file; throws ScenarioError with every mistake, contradictions among masses included.
/// Tested by: tests/scenarios/problem_test.cpp.
[[nodiscard]] MfcaTask read_mfca(const Node& root, Reader& reader);

}  // namespace ccm
