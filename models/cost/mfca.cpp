// How do the costs of a plant end up in its products and losses?

#include "models/cost/mfca.hpp"

#include <algorithm>
#include <cmath>

#include "models/cost/contradiction.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

using Centres = std::vector<QuantityCentre>;
using Layer = Money CostLayers::*;

bool sound(double value) { return std::isfinite(value) && value >= 0; }

bool sound(const CentreMaterial& material) {
  return sound(material.price.value()) && sound(material.product.value()) && sound(material.loss.value());
}

bool sound(const QuantityCentre& centre, std::size_t centres) {
  const auto exists = [&](std::size_t q) { return q < centres; };
  const bool share_is_sound = !centre.share || (*centre.share >= 0 && *centre.share <= 1);
  const bool recycling_is_sound = !centre.recycled || (exists(centre.recycled->to) && sound(centre.recycled->mass.value()));
  const bool costs_are_sound = sound(centre.energy.value()) && sound(centre.system.value()) && sound(centre.waste_management.value());
  return std::ranges::all_of(centre.materials, [](const CentreMaterial& material) { return sound(material); }) &&
         (!centre.from || std::ranges::all_of(*centre.from, exists)) && sound(centre.carried_loss.value()) && costs_are_sound &&
         share_is_sound && recycling_is_sound;
}

void require_sound(const Centres& centres, CarryRule rule) {
  for (const QuantityCentre& centre : centres)
    require(sound(centre, centres.size()), "material flow cost accounting: a number or an index is out of its range");
  require(contradictions(centres, rule).empty(), "material flow cost accounting: statements contradict each other");
}

/// The cost of a centre's new materials in one place, of targets or of auxiliaries.
Money material_cost(const QuantityCentre& centre, Kilograms CentreMaterial::*place, bool auxiliary) {
  Money cost{0};
  for (const CentreMaterial& material : centre.materials)
    if (material.auxiliary == auxiliary) cost += material.price * (material.*place);
  return cost;
}

/// New costs of one layer by centre, split into product and the loss that may be recycled.
struct NewCosts {
  std::vector<double> into_product, into_loss;
};

NewCosts new_material(const Centres& centres) {
  NewCosts costs;
  for (const QuantityCentre& centre : centres) {
    costs.into_product.push_back(material_cost(centre, &CentreMaterial::product, false).value());
    costs.into_loss.push_back(material_cost(centre, &CentreMaterial::loss, false).value());
  }
  return costs;
}

NewCosts new_processing(const Centres& centres, const std::vector<CentreCosts>& known, Money QuantityCentre::*cost) {
  NewCosts costs;
  for (std::size_t q = 0; q < centres.size(); ++q) {
    costs.into_product.push_back((centres[q].*cost * known[q].share).value());
    costs.into_loss.push_back((centres[q].*cost * (1 - known[q].share)).value());
  }
  return costs;
}

/// Puts the costs of one layer where they end up.
void spread(const NewCosts& costs, const std::vector<CostPassage>& passages, Layer layer, std::vector<CentreCosts>& into) {
  const auto handed = handed_costs(passages, costs.into_product, costs.into_loss);
  for (std::size_t q = 0; q < into.size(); ++q) {
    const CostPassage& passage = passages[q];
    const double lost = costs.into_loss[q] + passage.lost * handed[q];
    into[q].own.*layer = Money(costs.into_product[q] + costs.into_loss[q]);
    into[q].carried.*layer = Money(handed[q]);
    into[q].product.*layer = Money(costs.into_product[q] + (1 - passage.lost) * handed[q]);
    into[q].loss.*layer = Money(lost);
    into[q].recycled.*layer = Money(lost * passage.returned);
  }
}

/// What is all loss, and not recycled.
void add_lost_costs(const QuantityCentre& centre, CentreCosts& costs) {
  const Money auxiliaries = material_cost(centre, &CentreMaterial::loss, true);
  const CostLayers lost{.material = auxiliaries, .waste = centre.waste_management};
  costs.own += lost;
  costs.loss += lost;
}

PlantCosts summed(std::vector<CentreCosts> centres, const std::vector<std::optional<std::size_t>>& taker) {
  PlantCosts plant;
  for (std::size_t q = 0; q < centres.size(); ++q) {
    plant.own += centres[q].own;
    plant.loss += centres[q].final_loss();
    if (!taker[q]) plant.product += centres[q].product;
  }
  plant.centres = std::move(centres);
  return plant;
}

}  // namespace

CostLayers& CostLayers::operator+=(const CostLayers& other) {
  material += other.material;
  energy += other.energy;
  system += other.system;
  waste += other.waste;
  return *this;
}

CostLayers operator*(const CostLayers& cost, double factor) {
  return {cost.material * factor, cost.energy * factor, cost.system * factor, cost.waste * factor};
}

PlantCosts plant_costs(const std::vector<QuantityCentre>& centres, CarryRule rule) {
  require_sound(centres, rule);
  const auto masses = mass_balance(centres);
  std::vector<CentreCosts> costs;
  for (std::size_t q = 0; q < centres.size(); ++q) costs.push_back({.masses = masses[q], .share = mass_share(centres[q], masses[q])});
  const auto processing = processing_passages(centres, masses, rule);
  spread(new_material(centres), material_passages(centres, masses), &CostLayers::material, costs);
  spread(new_processing(centres, costs, &QuantityCentre::energy), processing, &CostLayers::energy, costs);
  spread(new_processing(centres, costs, &QuantityCentre::system), processing, &CostLayers::system, costs);
  for (std::size_t q = 0; q < centres.size(); ++q) add_lost_costs(centres[q], costs[q]);
  return summed(std::move(costs), takers(centres));
}

}  // namespace ccm
