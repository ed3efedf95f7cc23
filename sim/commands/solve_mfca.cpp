// How does a plant's material flow cost accounting read?

#include <fmt/format.h>

#include "models/cost/cost_links.hpp"
#include "sim/commands/solution.hpp"
#include "sim/commands/text_table.hpp"

namespace ccm {
namespace {

constexpr Kilograms no_mass{0};

Json layers_json(const CostLayers& cost) {
  Json json;
  for (const NamedLayer& layer : cost_layers) json[std::string(layer.name)] = (cost.*layer.cost).value();
  json["total"] = cost.total().value();
  return json;
}

Json centre_json(const QuantityCentre& centre, const CentreCosts& costs, const std::vector<QuantityCentre>& centres) {
  Json json = {{"name", centre.name},
               {"mass_in", (costs.masses.own + costs.masses.carried).value()},
               {"mass_product", costs.masses.product.value()},
               {"mass_loss", costs.masses.loss.value()},
               {"share", costs.share},
               {"carried", layers_json(costs.carried)},
               {"new", layers_json(costs.own)},
               {"product", layers_json(costs.product)},
               {"loss", layers_json(costs.loss)}};
  if (!centre.recycled) return json;
  json["recycled"] = layers_json(costs.recycled);
  json["recycled"]["to"] = centres[centre.recycled->to].name;
  json["recycled"]["mass"] = centre.recycled->mass.value();
  return json;
}

Json links_json(const std::vector<CostLink>& links) {
  Json list = Json::array();
  for (const CostLink& link : links)
    list.push_back({{"source", link.source},
                    {"target", link.target},
                    {"layer", link.layer},
                    {"mass", link.mass.value()},
                    {"cost", link.cost.value()}});
  return list;
}

/// The cost matrix of one centre, or of the plant.
class Matrix {
 public:
  explicit Matrix(Money whole) : whole_(whole) {}

  void add(const std::string& name, Kilograms mass, const CostLayers& cost) {
    row(name, fmt::format("{:.2f}", mass.value()), cost, [](Money money) { return fmt::format("{:.2f}", money.value()); });
  }

  void add_with_shares(const std::string& name, Kilograms mass, const CostLayers& cost) {
    add(name, mass, cost);
    if (whole_ > Money(0)) row("  %", "", cost, [this](Money money) { return fmt::format("{:.1f}", 100 * (money / whole_)); });
  }

  [[nodiscard]] std::string text() const { return table_.text(); }

 private:
  template <class Write>
  void row(const std::string& name, const std::string& mass, const CostLayers& cost, Write write) {
    std::vector<std::string> cells{name, mass};
    for (const NamedLayer& layer : cost_layers) cells.push_back(write(cost.*layer.cost));
    cells.push_back(write(cost.total()));
    table_.add(std::move(cells));
  }

  Money whole_;
  TextTable table_{{{"", Align::left}, {"kg"}, {"material"}, {"energy"}, {"system"}, {"waste"}, {"total"}}};
};

std::string centre_text(const QuantityCentre& centre, const CentreCosts& costs, const std::vector<QuantityCentre>& centres) {
  Matrix matrix((costs.carried + costs.own).total());
  if (costs.masses.carried > no_mass || costs.carried.total() > Money(0)) matrix.add("carried in", costs.masses.carried, costs.carried);
  matrix.add("new", costs.masses.own, costs.own);
  matrix.add_with_shares("product", costs.masses.product, costs.product);
  matrix.add_with_shares("loss", costs.masses.loss, costs.loss);
  if (centre.recycled) matrix.add("  recycled to " + centres[centre.recycled->to].name, centre.recycled->mass, costs.recycled);
  return fmt::format("\n{}: {} is {:.2f} %\n{}", centre.name, centre.share ? "the given mass share" : "the mass share of the product",
                     100 * costs.share, matrix.text());
}

/// What enters and leaves the plant as a whole.
std::string plant_text(const MfcaTask& task, const PlantCosts& costs) {
  Kilograms entering{0}, products{0}, losses{0};
  const auto taker = takers(task.centres);
  for (std::size_t q = 0; q < task.centres.size(); ++q) {
    const CentreMasses& masses = costs.centres[q].masses;
    entering += masses.own;
    if (!taker[q]) products += masses.product;
    losses += masses.loss - (task.centres[q].recycled ? task.centres[q].recycled->mass : no_mass);
  }
  Matrix matrix(costs.own.total());
  matrix.add("new", entering, costs.own);
  matrix.add_with_shares("product", products, costs.product);
  matrix.add_with_shares("loss", losses, costs.loss);
  return "\nThe whole plant\n" + matrix.text();
}

std::string verdict(const PlantCosts& costs, const std::string& currency) {
  const double whole = costs.own.total().value(), product = costs.product.total().value(), loss = costs.loss.total().value();
  const auto share = [&](double part) { return whole > 0 ? fmt::format(" ({:.1f} %)", 100 * part / whole) : ""; };
  return fmt::format("Of {:.2f} {} of cost, {:.2f}{} end in products and {:.2f}{} in losses.\nAmounts in {}.\n", whole, currency, product,
                     share(product), loss, share(loss), currency);
}

}  // namespace

std::string solution_page(const MfcaTask& task) {
  const PlantCosts costs = plant_costs(task.centres, task.carry);
  std::string page = verdict(costs, task.currency);
  for (std::size_t q = 0; q < task.centres.size(); ++q) page += centre_text(task.centres[q], costs.centres[q], task.centres);
  return page + plant_text(task, costs);
}

Json solution_document(const MfcaTask& task, bool) {
  const PlantCosts costs = plant_costs(task.centres, task.carry);
  Json centres = Json::array();
  for (std::size_t q = 0; q < task.centres.size(); ++q) centres.push_back(centre_json(task.centres[q], costs.centres[q], task.centres));
  return {{"problem", "mfca"},
          {"currency", task.currency},
          {"centres", std::move(centres)},
          {"product_cost", costs.product.total().value()},
          {"loss_cost", costs.loss.total().value()},
          {"new_cost", costs.own.total().value()},
          {"product", layers_json(costs.product)},
          {"loss", layers_json(costs.loss)},
          {"new", layers_json(costs.own)},
          {"links", links_json(cost_links(task.centres, costs))}};
}

}  // namespace ccm
