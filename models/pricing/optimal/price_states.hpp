#pragma once
/// What customers may remember, as the states of a Markov decision process.

#include <span>

#include "models/pricing/optimal/dynamic_program.hpp"

namespace ccm {

/// A place between two neighbouring points of a grid:     share of the way from `index` to `index + 1`
struct GridPlace {
  std::size_t index = 0;
  double share = 0;
};

/// Where an amount stands in the grid; the bounds are met within rounding. Throws ModelError outside of them.
[[nodiscard]] GridPlace place_in(const MoneyGrid& grid, Money amount);

/// The states of a program, and the state that follows each price.
///     exponential, theta > 0    the reference prices of the grid; r' lies between two of them, with the share of each
///     last price                the prices of the grid
///     peak-end                  extreme and last price, extreme * count + last; the combinations that cannot be are never reached
/// Tested by: tests/models/dynamic_program_test.cpp.
class PriceStates {
 public:
  explicit PriceStates(const PricingProgram& program);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether the state can be: the last price is not beyond the extreme one.
  [[nodiscard]] bool exists(std::size_t state) const;
  /// The reference price r of a state.
  [[nodiscard]] Money reference(std::size_t state) const;
  /// The state after a price, or the first of the two between which it lies.
  [[nodiscard]] GridPlace after(std::size_t state, std::size_t price) const;
  /// The value of what follows each price, out of the values of the states.
  void worth_after(std::size_t state, std::span<const double> values, std::span<double> worth) const;
  /// The same from anything that may be remembered.
  void worth_after(const Remembered& remembered, std::span<const double> values, std::span<double> worth) const;
  /// The value of remembering exactly a price of the grid.
  [[nodiscard]] double worth_of_knowing(std::size_t price, std::span<const double> values) const;

 private:
  void worth_by_reference(Money reference, std::span<const double> values, std::span<double> worth) const;
  void worth_by_extreme(const GridPlace& extreme, std::span<const double> values, std::span<double> worth) const;
  [[nodiscard]] bool replaces(std::size_t price, std::size_t extreme) const { return lowest_ ? price < extreme : price > extreme; }

  enum class Kind { reference, last_price, peak_end };

  const PricingProgram& program_;
  Kind kind_;
  bool lowest_;
  std::size_t count_;
};

}  // namespace ccm
