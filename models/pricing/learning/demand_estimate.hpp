#pragma once
/// What a seller can know of a demand from its own sales.

#include <array>
#include <span>
#include <string>

#include "models/pricing/strategy.hpp"

namespace ccm {

/// One period of one customer type: what it was asked, what it remembered, and what it did.
struct SalesObservation {
  Money price{0};
  std::optional<Money> reference;  // nothing: they remembered no price, and none had an effect
  double units = 0;                // sold
  double requests = 1;             // customers who asked and were told the price, >= 0; 1 in every period if nobody counted them
  double turned_away = 0;          // customers who asked and were told no price, >= 0

  /// Whether nothing was sold, above every price at which something was: all that it tells is that demand ends below.
  [[nodiscard]] bool is_beyond(Money highest_sold) const { return units == 0 && requests > 0 && price > highest_sold; }
};

/// The highest price at which something was sold; 0 if nothing was.
[[nodiscard]] Money highest_sold_at(std::span<const SalesObservation> observations);

/// What the prices so far allow to tell apart.
enum class Identified {
  nothing,          // too few periods, or the price was always the same
  sum_of_slopes,    // the reference never moved, or only with the price: what remains is one effect
  price_slope,      // prices were always at the reference: a and b, not g
  reference_effect  // a, b and g
};

inline constexpr std::array<std::string_view, 4> identified_names{"nothing", "sum_of_slopes", "price_slope", "reference_effect"};

constexpr std::string_view name_of(Identified identified) { return identified_names[static_cast<std::size_t>(identified)]; }

/// A parameter as far as the data give it; both are 0 if it is not identified.
struct EstimatedParameter {
  double value = 0;
  double standard_error = 0;
};

/// d(p, r) = a - b p + g (r - p)   (see ReferenceDemand, with one slope for gains and losses), of what reaches the seller.
struct DemandEstimate {
  EstimatedParameter a, b, g;
  Identified identified = Identified::nothing;
  double residual_sd = 0;   // of the sales in a period [units]
  std::size_t periods = 0;  // observations with a request, those beyond all sales left out

  [[nodiscard]] bool knows_price_slope() const { return identified >= Identified::price_slope; }
  [[nodiscard]] bool knows_reference_effect() const { return identified == Identified::reference_effect; }
};

/// Least squares of sales per request on (1, p, r - p), each period weighted with its requests, times the mean requests of a period: with
/// the same requests in all periods that is the least squares of sales on (1, p, r - p). Periods without requests say nothing of the price
/// and count for the mean alone, as customers do who were turned away: they are demand of which sales say nothing. Standard errors take the
/// residuals to be alike, and add the error of the mean:
///     se^2 = (mean requests)^2 se(per request)^2 + (per request)^2 var(requests) / n
/// Periods beyond the highest price at which something was sold (is_beyond) are left out: demand ends, and is no line there.
/// A regressor counts as told apart if what the others leave of it exceeds 1e-6 of the length of the prices.
/// Source: [Bjorck1996].     Tested by: tests/models/learning_test.cpp.
[[nodiscard]] DemandEstimate estimate_demand(std::span<const SalesObservation> observations);

/// The estimate in words: the numbers with their standard errors, and what is not identified, and why.
[[nodiscard]] std::string describe(const DemandEstimate& estimate);

}  // namespace ccm
