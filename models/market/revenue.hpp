#pragma once
/// What a price is the price of: the base of revenue.

#include <array>
#include <cstdint>
#include <string_view>

#include "models/units.hpp"

namespace ccm {

/// Output sold, the time for which it is provided, how well it was delivered, or how often it is used.
/// Source: [Rauch2016], section 3.3.
enum class RevenueBase { unit, duration, performance, use };

inline constexpr std::array<std::string_view, 4> revenue_base_names{"unit", "duration", "performance", "use"};

/// The amount due when the price stands for an expected measure (a duration, a number of uses) and another one came:
///     amount = price * measured / expected     [currency]
/// measured  >= 0, expected > 0, in the same unit, else ModelError. With E[measured] = expected the mean amount is the price.
/// Tested by: tests/models/revenue_test.cpp.
[[nodiscard]] Money amount_due(Money price, double measured, double expected);

/// The amount due for a delivery that is late, when the performance agreed on is its punctuality:
///     amount = price * max(0, 1 - fee * late)     [currency]
/// fee   share of the price lost per day [1/d], >= 0, else ModelError
/// late  time after the promise; no fee if it is not positive.
/// Tested by: tests/models/revenue_test.cpp.
[[nodiscard]] Money amount_due_late(Money price, double fee, Seconds late);

}  // namespace ccm
