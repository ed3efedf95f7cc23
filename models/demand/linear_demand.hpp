#pragma once
/// Linear demand with a reference price, and the individual customers who make it up.

#include <optional>

#include "models/random.hpp"
#include "models/units.hpp"

namespace ccm {

/// How the reference price enters the demand; the two are the same function when a = alpha, b = beta - gamma, g = gamma.
enum class DemandForm { absolute, difference };

/// Demand of one customer segment per period.
///     absolute form    d(P, r) = alpha - beta P + gamma r                                   [QamarAziz2023] Eq. 13
///     difference form  d(p, r) = a - b p + g (r - p),   g = loss if p > r, gain otherwise   [PopescuWu2007]
/// alpha (a)  demand at price 0 without a reference [units/period], > 0
/// beta (b)   price slope [units/(currency period)], > 0; the absolute form needs beta > gamma
/// gain, loss reference-effect slopes g [units/(currency period)], >= 0; the absolute form uses gain = loss = gamma
/// r          reference price [currency/unit]; without one (nothing paid yet) the effect is nil: r = 0 in the absolute form,
///            r = p in the difference form.
///
/// Its customers hold private values w ~ Uniform[lowest_value, alpha/beta], N = beta (alpha/beta - lowest_value) of them arrive per
/// period, and one buys iff w >= threshold(P, r). The expected number of buyers is then d(P, r) exactly while
/// lowest_value <= threshold <= alpha/beta; below it demand saturates at N, above it there is none.
/// Tested by: tests/models/linear_demand_test.cpp, tests/validation/demand_validation.cpp.
struct LinearDemand {
  DemandForm form = DemandForm::absolute;
  double alpha = 0;
  double beta = 0;
  double gain = 0;
  double loss = 0;
  Money lowest_value{0};
};

/// Throws ModelError unless every parameter lies in the range documented at LinearDemand.
void require_valid(const LinearDemand& demand);

/// alpha / beta, the highest private value [currency/unit].
[[nodiscard]] Money highest_value(const LinearDemand& demand);

/// N, the mean number of customers who arrive per period.
[[nodiscard]] double potential_customers(const LinearDemand& demand);

/// The private value from which a customer buys:
///     absolute    P - (gamma/beta) r          difference    p + (g/b)(p - r).
[[nodiscard]] Money threshold(const LinearDemand& demand, Money price, std::optional<Money> reference);

/// The price whose threshold is the value w: the highest that a customer takes, but for rounding.
///     absolute    w + (gamma/beta) r          difference    (b w + g r)/(b + g),   g = loss if w > r, gain otherwise
[[nodiscard]] Money reservation_price(const LinearDemand& demand, Money value, std::optional<Money> reference);

/// Expected number of buyers per period at that price and reference, saturation and choking included [units/period].
[[nodiscard]] double expected_sales(const LinearDemand& demand, Money price, std::optional<Money> reference);

/// The private value of one arriving customer.
[[nodiscard]] Money draw_value(const LinearDemand& demand, RandomStream& stream);

}  // namespace ccm
