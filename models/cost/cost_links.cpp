// Which costs flow from where to where?

#include "models/cost/cost_links.hpp"

namespace ccm {
namespace {

void add_links(const std::string& source, const std::string& target, Kilograms mass, const CostLayers& cost, std::vector<CostLink>& links) {
  for (const NamedLayer& layer : cost_layers) {
    const Kilograms carried = layer.cost == &CostLayers::material ? mass : Kilograms(0);
    if (cost.*layer.cost != Money(0) || carried != Kilograms(0)) links.push_back({source, target, layer.name, carried, cost.*layer.cost});
  }
}

}  // namespace

std::vector<CostLink> cost_links(const std::vector<QuantityCentre>& centres, const PlantCosts& costs) {
  std::vector<CostLink> links;
  const auto taker = takers(centres);
  for (std::size_t q = 0; q < centres.size(); ++q) {
    const QuantityCentre& centre = centres[q];
    const CentreCosts& cost = costs.centres[q];
    const Kilograms recycled = centre.recycled ? centre.recycled->mass : Kilograms(0);
    add_links("inputs", centre.name, cost.masses.own, cost.own, links);
    add_links(centre.name, taker[q] ? centres[*taker[q]].name : "product", cost.masses.product, cost.product, links);
    if (centre.recycled) add_links(centre.name, centres[centre.recycled->to].name, recycled, cost.recycled, links);
    add_links(centre.name, "loss " + centre.name, cost.masses.loss - recycled, cost.final_loss(), links);
  }
  return links;
}

}  // namespace ccm
