// Which pricing strategies are there?

#include "models/pricing/strategy.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"
#include "models/pricing/cost_plus.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/fixed_first.hpp"
#include "models/pricing/uniform.hpp"

namespace ccm {

std::span<const PricingStrategy> pricing_strategies() {
  static constexpr std::array table{
      PricingStrategy{"differential", "each customer type pays the price that is best for it alone", "[QamarAziz2023] Eq. 7",
                      differential_prices},
      PricingStrategy{"fixed_first", "every type pays the price that is best for the first type (the paper's fixed price)",
                      "[QamarAziz2023] Table 3", fixed_first_prices},
      PricingStrategy{"uniform", "every type pays the one price that is best over all types", "[Varian1989]", uniform_prices},
      PricingStrategy{"cost_plus", "every type pays the unit cost and a markup on it", "textbook", cost_plus_prices},
  };
  return table;
}

const PricingStrategy& pricing_strategy(std::string_view name) {
  const auto found = std::ranges::find(pricing_strategies(), name, &PricingStrategy::name);
  require(found != pricing_strategies().end(), "pricing: there is no strategy of that name");
  return *found;
}

}  // namespace ccm
