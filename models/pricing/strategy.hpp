#pragma once
/// What every pricing strategy of a minifactory is: a function from what the seller knows to one price per customer type.

#include <span>
#include <string_view>
#include <vector>

#include "models/demand/customer_type.hpp"
#include "models/units.hpp"

namespace ccm {

/// The linear demand alpha - beta P of all customers of one type that the seller may serve [units/period].
struct TypeDemand {
  CustomerType type = CustomerType::price_taker;
  double alpha = 0;
  double beta = 0;
};

/// What a seller knows when it sets the prices of one service for one period.
struct PricingContext {
  std::span<const TypeDemand> types;  // at least one, in the order of CustomerType
  Money unit_cost{0};                 // C, average cost of one unit at the forecast demand
  double markup = 0;                  // for cost_plus [1]
};

/// One strategy: its name in scenario files, what it does in one line, where it comes from, and the function itself, which returns
/// one price per entry of `types`, in their order.
struct PricingStrategy {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<Money> (*prices)(const PricingContext&);
};

/// All strategies; `ccmsim list`, the schema and the error for an unknown name come from this table.
[[nodiscard]] std::span<const PricingStrategy> pricing_strategies();

/// The strategy of that name. Throws ModelError if there is none.
[[nodiscard]] const PricingStrategy& pricing_strategy(std::string_view name);

}  // namespace ccm
