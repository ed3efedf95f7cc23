#pragma once
/// The best prices out of a finite list, however customers remember them.

#include <cstdint>
#include <optional>
#include <vector>

#include "models/demand/price_memory.hpp"
#include "models/demand/reference_demand.hpp"
#include "models/pricing/optimal/ordered_demand.hpp"

namespace ccm {

/// Evenly spaced amounts from one to another, both included.
struct MoneyGrid {
  Money from{0};
  Money to{0};
  std::size_t count = 2;  // >= 2

  [[nodiscard]] Money at(std::size_t index) const;
  [[nodiscard]] Money step() const { return (to - from) / static_cast<double>(count - 1); }
  /// The same amounts and more between them: each step in so many parts.
  [[nodiscard]] MoneyGrid divided(std::size_t parts) const;
  bool operator==(const MoneyGrid&) const = default;
};

/// A seller as ReferenceSeller, with any memory, who posts prices of a grid.
/// periods     how many, the running one included; nothing: for ever, which needs discount < 1
/// prices      the prices allowed; 0 <= from < to
/// references  the reference prices at which the value is computed, between which it is interpolated linearly; they must cover the
///             prices. Looked at only with exponential memory and theta > 0: otherwise the last prices on the grid are the state.
struct PricingProgram {
  ReferenceDemand demand{};
  Money cost{0};
  double discount = 0;
  PriceMemory memory{};
  std::optional<std::int64_t> periods;
  MoneyGrid prices{};
  MoneyGrid references{};
};

/// Grids that miss nothing: prices from the cost to the highest price at which anybody would buy who remembers at most that price or the
/// given one, and references that cover these and the given one. `count` prices, and as many references or, if these are few,
/// up to 100: between few of them a straight line would be far from the value.
/// Throws ModelError unless a > b c (something can be sold at a profit) and count >= 2.
[[nodiscard]] PricingProgram with_default_grids(PricingProgram program, Money reference, std::size_t count);

/// A price to post, and what it brings from now on.
struct PriceDecision {
  Money price{0};
  double value = 0;
};

/// The solved program. What is asked at a state between the grid points is looked up one period later, when the state has moved: the
/// prices compared are those of the grid, with the true reference price.
class DynamicProgram {
 public:
  DynamicProgram(PricingProgram program, std::vector<std::vector<double>> values);

  /// The best price after what customers remember, in that period (0: the first; only with a last period does it matter), and the
  /// discounted profit from there. Throws ModelError if what they remember lies outside the grid: nothing is extrapolated.
  [[nodiscard]] PriceDecision decide(const Remembered& remembered, std::size_t period = 0) const;
  [[nodiscard]] Money price_at(const Remembered& remembered, std::size_t period = 0) const { return decide(remembered, period).price; }
  [[nodiscard]] double value_at(const Remembered& remembered, std::size_t period = 0) const { return decide(remembered, period).value; }

  /// The best first price where customers hold no reference yet, buy max(0, alpha - beta p) and will then remember exactly that price.
  [[nodiscard]] PriceDecision decide_without_reference(double alpha, double beta) const;

  /// The best price where customers remember only what somebody has paid, and it is chance whether anybody buys (worth_of_trying), of
  /// prices at which somebody may. With a last period, nothing is taken to come after a period without a sale.
  /// demand  of those who remember nothing; of those who do only orders_per_unit counts
  [[nodiscard]] PriceDecision decide_by_chance(const std::optional<Remembered>& remembered, const OrderedDemand& demand) const;

  [[nodiscard]] const PricingProgram& program() const { return program_; }

 private:
  PricingProgram program_;
  std::vector<std::vector<double>> values_;  // at the states; one vector if there is no last period, else one per period and zeros
};

/// Solves the program exactly as a finite Markov decision process: by policy iteration, until the contraction bound
///     |V - V*| <= |T V - V| / (1 - delta)     (sup norm)
/// says that no value is off by more than 1e-9 of the largest; with a last period by backward recursion.
///     V(s) = max_p  (p - c) max(0, d(p, r_s)) + delta V(s'(s, p))     over the prices p <= max(c, choke price at r_s)
/// (see kept_within_demand); if there is none, the lowest price of the grid is posted.
/// States: the reference price (exponential), the last price (theta = 0, last_price), or extreme and last price (peak-end).
/// Throws ModelError unless everything lies in its documented range.
/// Source: [Puterman1994] chapter 6.     Tested by: tests/models/dynamic_program_test.cpp.
[[nodiscard]] DynamicProgram solve_prices(const PricingProgram& program);

}  // namespace ccm
