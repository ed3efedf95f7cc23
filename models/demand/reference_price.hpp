#pragma once
/// How customers' reference price follows the prices they pay.

#include <optional>

#include "models/units.hpp"

namespace ccm {

/// Reference price after one more period (exponential smoothing, adaptation level).
///     r' = theta r + (1 - theta) p
/// reference  r, what customers hold now [currency/unit]; none before anything was paid: r' = p then
/// paid       p, mean price paid in the period [currency/unit]; none if nothing was sold: r' = r then
/// memory     theta, weight of the old reference [1], 0 <= theta < 1.
/// Throws ModelError if theta is outside its range.
/// Source: [PopescuWu2007]; [Helson1964].     Tested by: tests/models/reference_price_test.cpp.
[[nodiscard]] std::optional<Money> next_reference(std::optional<Money> reference, std::optional<Money> paid, double memory);

}  // namespace ccm
