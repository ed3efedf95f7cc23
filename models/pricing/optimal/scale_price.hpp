#pragma once
/// Prices of a seller whose unit cost falls with the quantity.

#include <optional>
#include <span>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// Cost of D units in all:     v D + m sqrt(D)     [currency].  v, m >= 0
struct ScaleCost {
  double v = 0;
  double m = 0;
};

/// What the price rule takes for the cost of a unit: one unit more, v + m / (2 sqrt D), which is best; or the average, v + m / sqrt D.
enum class CostOfUnit { marginal, average };

/// A type's demand  alpha - beta P.
struct ScaleType {
  double alpha = 0;
  double beta = 0;
};

/// Prices that agree with the cost of the demand that they bring.
struct ScalePrices {
  std::vector<Money> prices{};  // P_k = alpha_k / (2 beta_k) + C / 2, also of types that buy nothing at it
  double demand = 0;            // D, of all types [units/period]
  Money unit_cost{0};           // C at D
};

/// With x = sqrt(D), K = (sum alpha - v sum beta) / 2 over the types that buy, and C = v + f m / x, f = 1/2 (marginal) or 1 (average):
///     x^3 - K x + (sum beta) f m / 2 = 0,     of which x is the largest root.
/// Of several sets of types that buy at their own C, the one with most profit. Nothing if there is none, or the demand costs more than it
/// brings: then it is best to sell nothing.
/// Throws ModelError unless there is a type, alpha, beta > 0 and v, m >= 0.
/// Source: [QamarAziz2023] Eqs. 4 and 7 put together.     Tested by: tests/models/market_price_test.cpp.
[[nodiscard]] std::optional<ScalePrices> scale_prices(std::span<const ScaleType> types, const ScaleCost& cost, CostOfUnit rule);

}  // namespace ccm
