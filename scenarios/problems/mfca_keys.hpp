#pragma once
/// What a file of material flow cost accounting says, in its own words, and the table of its keys.

#include <optional>
#include <string>
#include <vector>

#include "models/cost/mfca.hpp"
#include "scenarios/type.hpp"

namespace ccm {

struct CentreMaterialSpec : CentreMaterial {
  std::string name;
};

struct SystemCost {
  std::string name;
  Money cost{0};
};

struct RecyclingSpec {
  std::string to;
  Kilograms mass{0};
};

struct CentreSpec {
  std::string name;
  std::vector<CentreMaterialSpec> materials;
  std::optional<std::vector<std::string>> from;
  Kilograms carried_loss{0};
  Money energy{0};
  std::vector<SystemCost> system;
  Money waste_management{0};
  std::optional<double> share;
  std::optional<RecyclingSpec> recycled;
};

struct MfcaSpec {
  std::string problem = "mfca";
  std::string currency = "EUR";
  CarryRule carry = CarryRule::qc_mass;
  std::vector<CentreSpec> centres;
};

/// The type of a whole file.
[[nodiscard]] const Type<MfcaSpec>& mfca_keys();

}  // namespace ccm
