#pragma once
/// What every pricing strategy of a minifactory is: a function from what the seller knows to one price per customer type.

#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/demand/customer_type.hpp"
#include "models/demand/price_memory.hpp"
#include "models/demand/reference_demand.hpp"
#include "models/units.hpp"

namespace ccm {

/// The demand of all customers of one type, and one order size, that the seller may serve, as the seller believes it to be.
struct TypeDemand {
  CustomerType type = CustomerType::price_taker;
  double alpha = 0;  // demand while they hold no reference price is alpha - beta P [units/period]
  double beta = 0;
  ReferenceDemand referenced{};          // demand once they hold one; no effect: the same demand
  PriceMemory memory{};                  // how their reference price follows prices
  std::optional<Remembered> remembered;  // what they remember now; nothing before they have seen a price
  double order_units = 1;                // units per order
};

/// What other sellers of the service are publicly known to ask, by type (as PricingContext::types).
struct RivalPrices {
  std::vector<std::optional<Money>> mean, lowest;  // nothing where nobody has published a price
};

/// What is left to sell from in the running period.
struct Remaining {
  double units = std::numeric_limits<double>::infinity();  // that capacity allows
  double time = 1;                                         // share of the period, 0 < time <= 1
};

/// How a competitive seller answers the market.
enum class Answer { follow, undercut, best_response };

/// The numbers of a seller's policy; each strategy looks at its own.
struct PricingOptions {
  double markup = 0.2;                       // cost_plus [1]
  double discount = 0.95;                    // delta, of strategies that look ahead [1/period], 0 <= delta < 1
  std::optional<std::int64_t> periods_left;  // horizon of dynamic_program, the running period included; nothing: it never ends
  std::size_t grid_prices = 100;             // of dynamic_program
  Answer answer = Answer::follow;            // of competitive
  double undercut = 0.01;                    // of competitive, share below the lowest rival price
};

class PolicyCache;

/// What a seller knows when it sets the prices of one service for one period.
struct PricingContext {
  std::span<const TypeDemand> types;  // at least one, in the order of CustomerType, then of order size
  Money unit_cost{0};                 // C, of one unit at the forecast demand
  PricingOptions options{};
  RivalPrices rivals{};
  Remaining remaining{};
  double share = 1;                 // of the types' demand: what the seller expects to get of it
  PolicyCache* policies = nullptr;  // where solved dynamic programs are kept; null: each is solved when it is asked for
};

/// One strategy: its name in scenario files, what it does in one line, where it comes from, the function itself, which returns one price
/// per entry of `types`, in their order, and whether prices are made anew for every quote, since they look at what remains.
struct PricingStrategy {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<Money> (*prices)(const PricingContext&);
  bool follows_capacity = false;
};

/// All strategies; `ccmsim list`, the schema and the error for an unknown name come from this table.
[[nodiscard]] std::span<const PricingStrategy> pricing_strategies();

/// The strategy of that name. Throws ModelError if there is none.
[[nodiscard]] const PricingStrategy& pricing_strategy(std::string_view name);

}  // namespace ccm
