#pragma once
/// Material flow cost accounting: what the product of a plant costs, and what its losses cost.

#include "models/cost/cost_passage.hpp"

namespace ccm {

/// Cost by the layers of the cost matrix, which are kept apart from centre to centre. Waste management costs are all loss.
struct CostLayers {
  Money material{0};
  Money energy{0};
  Money system{0};
  Money waste{0};

  [[nodiscard]] Money total() const { return material + energy + system + waste; }
  CostLayers& operator+=(const CostLayers& other);
  friend CostLayers operator+(CostLayers a, const CostLayers& b) { return a += b; }
  friend CostLayers operator*(const CostLayers& cost, double factor);
};

/// One centre's rows of the cost matrix:
///     carried + own = product + loss     in every layer;     own + carried = product + loss     in mass
struct CentreCosts {
  CentreMasses masses;
  double share = 1;     // mass share of the product [0, 1]
  CostLayers carried;   // handed over by other centres, and by recycling
  CostLayers own;       // new here
  CostLayers product;   // handed on
  CostLayers loss;      // recycled or not
  CostLayers recycled;  // of the loss, what goes back into the plant

  [[nodiscard]] CostLayers final_loss() const { return loss + recycled * -1; }
};

/// The whole plant:     product + loss = own
struct PlantCosts {
  std::vector<CentreCosts> centres;
  CostLayers own;      // all new costs
  CostLayers product;  // of all final products
  CostLayers loss;     // that is not recycled
};

/// Costs of a plant by material flow cost accounting.
///     material   each new one by its own masses in product and loss; what is carried in by  carried_loss / carried
///     energy, system   new ones by the mass share; what is carried in by the mass share or as its material (CarryRule)
///     waste management   all loss, and not recycled
///     recycled   the part  mass / target loss  of the loss goes back with that part of its cost, but for auxiliaries
/// Throws ModelError for a number that is negative or not finite, a share above 1, an index out of range, or any of contradictions().
/// Source: [ISO14051], [ISO14053]; several centres: [SchmidtNakajima2013]; recycling: [Schmidt2015].
/// Tested by: tests/models/mfca_test.cpp.
[[nodiscard]] PlantCosts plant_costs(const std::vector<QuantityCentre>& centres, CarryRule rule = CarryRule::qc_mass);

}  // namespace ccm
