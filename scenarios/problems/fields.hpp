#pragma once
/// What the key tables of all problems share: the units that bare numbers have, which go up to 10^12.

#include "scenarios/record.hpp"

namespace ccm {

inline constexpr double largest_number = 1e12;

/// Numbers of a unit that is so many base units.
[[nodiscard]] inline Range up_to_largest(double base_units = 1) { return between(0, largest_number * base_units); }
[[nodiscard]] inline TypePtr<Money> money_field() { return quantity<Money>(Dimension::money, up_to_largest()); }
[[nodiscard]] inline TypePtr<Seconds> minutes_field() { return quantity<Seconds>(Dimension::duration, up_to_largest(60), {"min"}); }
[[nodiscard]] inline TypePtr<Kilograms> mass_field() { return quantity<Kilograms>(Dimension::mass, up_to_largest(), {"kg"}); }
[[nodiscard]] inline TypePtr<MoneyPerKilogram> mass_price_field() {
  return quantity<MoneyPerKilogram>(Dimension::mass_price, up_to_largest(), {"{}/kg"});
}

/// A record that begins with the keys of every problem; `S` has members `problem` and `currency`.
template <class S>
[[nodiscard]] Record<S> problem_record(const std::string& noun, const std::string& name) {
  return Record<S>(noun)
      .required(&S::problem, word_type({name}), {"problem", "Which model is asked."})
      .key(&S::currency, currency_type(), {"currency", "Currency of all money in the file and in the answer."});
}

}  // namespace ccm
