#pragma once
/// The paper's reference effect: each type has the price of the type before it in mind.

#include <span>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// A type of Eq. 13, in the order in which types buy.
struct Eq13Type {
  double alpha = 0;
  double beta = 0;
};

/// What maximising  sum_t (P_t - C)(alpha_t - beta_t P_t + gamma P_{t-1}),  P_0 = 0, is taken to mean.
///     plugged      nothing is maximised: the prices of Eq. 7,  P_t = alpha_t / (2 beta_t) + C / 2
///     sequential   each price given the one before,  P_t = (alpha_t + gamma P_{t-1}) / (2 beta_t) + C / 2
///     joint        all at once,  2 beta_t P_t - gamma P_{t-1} - gamma P_{t+1} = alpha_t + beta_t C - gamma C  (the last type: no P_{t+1}
///                  and no gamma C)
enum class Eq13Reading { plugged, sequential, joint };

/// The prices by type. Throws ModelError unless alpha > 0, beta > gamma >= 0.
/// Source: [QamarAziz2023] Eq. 13.     Tested by: tests/models/market_price_test.cpp.
[[nodiscard]] std::vector<Money> eq13_prices(std::span<const Eq13Type> types, Money cost, double gamma, Eq13Reading reading);

/// Demand by type,  alpha_t - beta_t P_t + gamma P_{t-1},  which Eq. 13 lets be negative [units/period].
[[nodiscard]] std::vector<double> eq13_demands(std::span<const Eq13Type> types, double gamma, std::span<const Money> prices);

/// The column "reference effect" of the paper's Table 3: the first type's profit and the others' revenue at the prices of Eq. 7.
[[nodiscard]] std::vector<double> eq13_as_printed(std::span<const Eq13Type> types, Money cost, double gamma);

}  // namespace ccm
