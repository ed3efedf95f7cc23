// Can everything that is said of a plant be true?

#include "models/cost/contradiction.hpp"

#include <algorithm>

namespace ccm {
namespace {

using Kind = Contradiction::Kind;
using Centres = std::vector<QuantityCentre>;
using Found = std::vector<Contradiction>;

constexpr double rounding = 1e-9;

Found in_the_way_of_products(const Centres& centres) {
  Found found;
  std::vector<bool> taken(centres.size());
  for (std::size_t q = 0; q < centres.size(); ++q)
    for (const std::size_t source : sources(centres, q)) {
      if (taken[source]) found.push_back({Kind::product_taken_twice, q, source});
      taken[source] = true;
    }
  if (!found.empty()) return found;
  const auto order = downstream_order(centres);
  for (std::size_t q = 0; q < centres.size(); ++q)
    if (std::ranges::find(order, q) == order.end()) found.push_back({Kind::circle_of_products, q});
  return found;
}

bool exceeds(Kilograms mass, Kilograms most) { return mass > most * (1 + rounding); }

void check_masses(const QuantityCentre& centre, std::size_t q, const CentreMasses& masses, Found& found) {
  for (std::size_t m = 0; m < centre.materials.size(); ++m)
    if (centre.materials[m].auxiliary && centre.materials[m].product > Kilograms(0)) found.push_back({Kind::auxiliary_in_product, q, m});
  if (exceeds(centre.carried_loss, masses.carried))
    found.push_back({Kind::carried_loss_too_high, q, 0, centre.carried_loss, masses.carried});
  if (centre.recycled && exceeds(centre.recycled->mass, masses.target_loss))
    found.push_back({Kind::recycled_too_much, q, centre.recycled->to, centre.recycled->mass, masses.target_loss});
}

Found in_the_loops(const Centres& centres, const std::vector<CentreMasses>& masses, CarryRule rule) {
  Found found;
  const auto material_stuck = without_exit(material_passages(centres, masses));
  const auto processing_stuck = without_exit(processing_passages(centres, masses, rule));
  for (std::size_t q = 0; q < centres.size(); ++q)
    if (centres[q].recycled && (material_stuck[q] || processing_stuck[q])) found.push_back({Kind::endless_recycling, q});
  return found;
}

}  // namespace

std::vector<Contradiction> contradictions(const std::vector<QuantityCentre>& centres, CarryRule rule) {
  Found found = in_the_way_of_products(centres);
  if (!found.empty()) return found;
  const auto masses = mass_balance(centres);
  for (std::size_t q = 0; q < centres.size(); ++q) check_masses(centres[q], q, masses[q], found);
  return found.empty() ? in_the_loops(centres, masses, rule) : found;
}

}  // namespace ccm
