#pragma once
/// What material flow cost accounting knows of a plant: its quantity centres, where material is weighed and costs arise.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// A material that enters a centre new, by where it ends. What is used is opening stock + input - closing stock.
struct CentreMaterial {
  MoneyPerKilogram price{0};
  Kilograms product{0};
  Kilograms loss{0};
  bool auxiliary = false;  // never enters the product, such as oil: all of it is loss, and no mass share counts it
};

/// Loss of a centre that enters centre `to` again, with its cost.
struct Recycling {
  std::size_t to = 0;
  Kilograms mass{0};
};

/// A quantity centre (QC) in one period. The whole product of a centre goes on to the one centre that names it in `from`, or is a
/// final product.
struct QuantityCentre {
  std::string name;
  std::vector<CentreMaterial> materials;
  std::optional<std::vector<std::size_t>> from;  // whose products enter; without it, that of the centre before
  Kilograms carried_loss{0};                     // what is lost here of the mass that other centres hand over
  Money energy{0};
  Money system{0};  // labour, depreciation, maintenance, transport inside
  Money waste_management{0};
  std::optional<double> share;  // the mass share to use instead of the computed one [0, 1]
  std::optional<Recycling> recycled;
};

/// The centres whose products enter centre `q`.
[[nodiscard]] std::vector<std::size_t> sources(const std::vector<QuantityCentre>& centres, std::size_t q);

/// The centre that takes the product of each centre; none for a final product.
[[nodiscard]] std::vector<std::optional<std::size_t>> takers(const std::vector<QuantityCentre>& centres);

/// The centres, each after those whose products enter it; those of a circle are left out.
[[nodiscard]] std::vector<std::size_t> downstream_order(const std::vector<QuantityCentre>& centres);

}  // namespace ccm
