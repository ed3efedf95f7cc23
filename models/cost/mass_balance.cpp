// How much passes each quantity centre?

#include "models/cost/mass_balance.hpp"

#include <algorithm>

namespace ccm {
namespace {

CentreMasses stated_masses(const QuantityCentre& centre) {
  CentreMasses masses{.loss = centre.carried_loss, .target_loss = centre.carried_loss};
  for (const CentreMaterial& material : centre.materials) {
    masses.own += material.product + material.loss;
    masses.product += material.product;
    masses.loss += material.loss;
    if (!material.auxiliary) masses.target_loss += material.loss;
  }
  return masses;
}

}  // namespace

std::vector<CentreMasses> mass_balance(const std::vector<QuantityCentre>& centres) {
  std::vector<CentreMasses> masses;
  for (const QuantityCentre& centre : centres) masses.push_back(stated_masses(centre));
  for (const QuantityCentre& centre : centres)
    if (centre.recycled) masses.at(centre.recycled->to).carried += centre.recycled->mass;
  for (const std::size_t q : downstream_order(centres)) {
    for (const std::size_t source : sources(centres, q)) masses[q].carried += masses[source].product;
    masses[q].product += std::max(Kilograms(0), masses[q].carried - centres[q].carried_loss);
  }
  return masses;
}

double mass_share(const QuantityCentre& centre, const CentreMasses& masses) {
  if (centre.share) return *centre.share;
  const Kilograms passing = masses.product + masses.target_loss;
  return passing > Kilograms(0) ? masses.product / passing : 1;
}

}  // namespace ccm
