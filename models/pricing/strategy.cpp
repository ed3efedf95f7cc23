// Which pricing strategies are there?

#include "models/pricing/strategy.hpp"

#include <algorithm>
#include <array>

#include "models/error.hpp"
#include "models/pricing/capacity_yield.hpp"
#include "models/pricing/common_reference.hpp"
#include "models/pricing/competitive.hpp"
#include "models/pricing/cost_plus.hpp"
#include "models/pricing/differential.hpp"
#include "models/pricing/dynamic_program.hpp"
#include "models/pricing/fixed_first.hpp"
#include "models/pricing/loss_averse.hpp"
#include "models/pricing/myopic_reference.hpp"
#include "models/pricing/optimal_reference.hpp"
#include "models/pricing/quantity_discount.hpp"
#include "models/pricing/uniform.hpp"

namespace ccm {

namespace {

constexpr std::array all_strategies{
    PricingStrategy{"differential", "each customer type pays the price that is best for it alone", "[QamarAziz2023] Eq. 7",
                    differential_prices},
    PricingStrategy{"fixed_first", "every type pays the price that is best for the first type (the paper's fixed price)",
                    "[QamarAziz2023] Table 3", fixed_first_prices},
    PricingStrategy{"uniform", "every type pays the one price that is best over all types", "[Varian1989]", uniform_prices},
    PricingStrategy{"cost_plus", "every type pays the unit cost and a markup on it", "textbook", cost_plus_prices},
    PricingStrategy{"quantity_discount",
                    "every type pays the best menu of prices by order size at which nobody gains by splitting or combining",
                    "[MaskinRiley1984]", quantity_discount_prices},
    PricingStrategy{"capacity_yield", "prices rise as the capacity of the period is sold", "[GallegoVanRyzin1994]", capacity_yield_prices,
                    true},
    PricingStrategy{"competitive", "follows, undercuts or best answers what other sellers publicly ask", "[Vives1999]", competitive_prices},
    PricingStrategy{"myopic_reference", "each type pays what is best in this period, given the price it remembers",
                    "[QamarAziz2023] Eq. 13", myopic_reference_prices},
    PricingStrategy{"optimal_reference", "each type pays what is best over time, given the price it remembers", "[PopescuWu2007]",
                    optimal_reference_prices},
    PricingStrategy{"loss_averse", "the same for customers whom losses hurt more than gains please", "[PopescuWu2007]", loss_averse_prices},
    PricingStrategy{"common_reference", "the same for types that all compare with one remembered price", "[PopescuWu2007]",
                    common_reference_prices},
    PricingStrategy{"dynamic_program", "the best of a list of prices over time, for any memory and a last period",
                    "[NasiryPopescu2011], [KopalleRaoAssuncao1996]", dynamic_program_prices},
};

}  // namespace

std::span<const PricingStrategy> pricing_strategies() { return all_strategies; }

const PricingStrategy& pricing_strategy(std::string_view name) {
  const auto found = std::ranges::find(pricing_strategies(), name, &PricingStrategy::name);
  require(found != pricing_strategies().end(), "pricing: there is no strategy of that name");
  return *found;
}

}  // namespace ccm
