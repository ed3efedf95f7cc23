#pragma once
/// The costs of a plant as the bands of a Sankey diagram.

#include <array>
#include <string>
#include <string_view>

#include "models/cost/mfca.hpp"

namespace ccm {

/// A layer of CostLayers with its name.
struct NamedLayer {
  std::string_view name;
  Money CostLayers::*cost;
};
inline constexpr std::array cost_layers{NamedLayer{"material", &CostLayers::material}, NamedLayer{"energy", &CostLayers::energy},
                                        NamedLayer{"system", &CostLayers::system}, NamedLayer{"waste", &CostLayers::waste}};

/// One band. The nodes are the names of the centres, and "inputs", "product" and "loss NAME" for what enters and leaves the plant.
struct CostLink {
  std::string source, target;
  std::string_view layer;
  Kilograms mass{0};  // in the layer of material
  Money cost{0};
};

/// All bands that carry mass or cost, by centre, from what enters to what leaves. At each centre, what enters is what leaves, in every
/// layer, in mass and cost.     Tested by: tests/models/mfca_test.cpp.
[[nodiscard]] std::vector<CostLink> cost_links(const std::vector<QuantityCentre>& centres, const PlantCosts& costs);

}  // namespace ccm
