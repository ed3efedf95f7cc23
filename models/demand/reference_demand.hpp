#pragma once
/// Demand around a reference price, as sellers who look at it need it.

#include <optional>

#include "models/demand/linear_demand.hpp"

namespace ccm {

/// Linear demand in the difference form, for all customers who hold a reference price together:
///     d(p, r) = a - b p + g (r - p),   g = loss if p > r, gain otherwise     [units/period]
/// a           demand at price 0 and reference 0 [units/period]
/// b           price slope without the reference term [units/(currency period)], > 0
/// gain, loss  reference-effect slopes gG, gL [units/(currency period)], >= 0
/// Source: [PopescuWu2007].     Tested by: tests/models/reference_demand_test.cpp.
struct ReferenceDemand {
  double a = 0;
  double b = 0;
  double gain = 0;
  double loss = 0;

  [[nodiscard]] bool is_neutral() const { return gain == loss; }
  [[nodiscard]] bool has_effect() const { return gain > 0 || loss > 0; }
  bool operator==(const ReferenceDemand&) const = default;
};

/// The same demand in the difference form:     a = alpha,  b = beta - gamma,  g = gamma     (see LinearDemand).
[[nodiscard]] ReferenceDemand reference_demand(const LinearDemand& demand);

/// max(0, d(p, r)) [units/period].
[[nodiscard]] double demand_at(const ReferenceDemand& demand, Money price, Money reference);

/// The lowest price at which nobody who holds the reference r buys:     (a + g r) / (b + g), with the g of the side on which it lies.
[[nodiscard]] Money choke_price(const ReferenceDemand& demand, Money reference);

}  // namespace ccm
