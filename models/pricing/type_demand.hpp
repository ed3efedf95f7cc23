#pragma once
/// What a seller expects of one customer type at a price, given what the type remembers.

#include "models/pricing/strategy.hpp"

namespace ccm {

/// Whether the type holds a reference price now and buys more or less for it.
[[nodiscard]] bool feels_reference(const TypeDemand& demand);

/// Expected demand of the type at this price [units/period]:     d(p, r) at the remembered r (see ReferenceDemand),
/// and max(0, alpha - beta P) while it remembers no price or its memory has no effect.
/// Tested by: tests/models/pricing_reference_test.cpp.
[[nodiscard]] double expected_units(const TypeDemand& demand, Money price);

/// The lowest price at which the type buys nothing:     choke_price at the remembered r,     alpha / beta without an effect.
[[nodiscard]] Money choke_price(const TypeDemand& demand);

/// One-period profit (P - C) d(P) from the type [currency/period].
[[nodiscard]] double expected_profit(const TypeDemand& demand, Money price, Money unit_cost);

/// The price, but at most the choke price and never below the unit cost: beyond the choke price a seller would only teach customers a
/// reference price at which it sells nothing.
[[nodiscard]] Money within_bounds(const TypeDemand& demand, Money price, Money unit_cost);

}  // namespace ccm
