#pragma once
/// Physical and money quantities as types: adding money to seconds does not compile.
/// Written here because Boost.Units has no money and would make every signature unreadable for forty lines saved.

#include <compare>

namespace ccm {

/// A number with a unit. `Tag` names the unit; the value is always in that one unit (see the aliases below).
template <class Tag>
class Quantity {
 public:
  constexpr Quantity() = default;
  constexpr explicit Quantity(double value) : value_(value) {}

  [[nodiscard]] constexpr double value() const { return value_; }

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator-() const { return Quantity(-value_); }
  constexpr Quantity& operator+=(Quantity other) {
    value_ += other.value_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) {
    value_ -= other.value_;
    return *this;
  }

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value_ + b.value_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value_ - b.value_); }
  friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity(a.value_ / divisor); }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }

 private:
  double value_ = 0;
};

using Seconds = Quantity<struct SecondsTag>;
using Money = Quantity<struct MoneyTag>;  // in the scenario's currency; a price is the money for one unit
using MoneyPerHour = Quantity<struct MoneyPerHourTag>;
using MoneyPerKilowattHour = Quantity<struct MoneyPerKilowattHourTag>;
using Kilowatts = Quantity<struct KilowattsTag>;
using KilowattHours = Quantity<struct KilowattHoursTag>;
using Kilograms = Quantity<struct KilogramsTag>;
using MoneyPerKilogram = Quantity<struct MoneyPerKilogramTag>;
using Kilometres = Quantity<struct KilometresTag>;
using KilometresPerHour = Quantity<struct KilometresPerHourTag>;
using MoneyPerKilometre = Quantity<struct MoneyPerKilometreTag>;
using MoneyPerTonneKilometre = Quantity<struct MoneyPerTonneKilometreTag>;
using KilogramsPerKilometre = Quantity<struct KilogramsPerKilometreTag>;            // of CO2
using KilogramsPerTonneKilometre = Quantity<struct KilogramsPerTonneKilometreTag>;  // of CO2
using KilogramsPerKilowattHour = Quantity<struct KilogramsPerKilowattHourTag>;      // of CO2
using TonneKilometres = Quantity<struct TonneKilometresTag>;
using Bytes = Quantity<struct BytesTag>;
using BytesPerSecond = Quantity<struct BytesPerSecondTag>;

constexpr Seconds milliseconds(double value) { return Seconds(value * 1e-3); }
constexpr Seconds minutes(double value) { return Seconds(value * 60); }
constexpr Seconds hours(double value) { return Seconds(value * 3600); }
constexpr Seconds days(double value) { return Seconds(value * 86400); }
constexpr double in_minutes(Seconds time) { return time.value() / 60; }
constexpr double in_hours(Seconds time) { return time.value() / 3600; }
constexpr double in_days(Seconds time) { return time.value() / 86400; }

constexpr KilowattHours operator*(Kilowatts power, Seconds time) { return KilowattHours(power.value() * in_hours(time)); }
constexpr Money operator*(MoneyPerKilowattHour price, KilowattHours energy) { return Money(price.value() * energy.value()); }
constexpr Money operator*(MoneyPerKilogram price, Kilograms mass) { return Money(price.value() * mass.value()); }
constexpr Money operator*(MoneyPerHour wage, Seconds time) { return Money(wage.value() * in_hours(time)); }
constexpr TonneKilometres operator*(Kilograms mass, Kilometres distance) { return TonneKilometres(mass.value() / 1000 * distance.value()); }
constexpr Money operator*(MoneyPerKilometre price, Kilometres distance) { return Money(price.value() * distance.value()); }
constexpr Money operator*(MoneyPerTonneKilometre price, TonneKilometres work) { return Money(price.value() * work.value()); }
constexpr Kilograms operator*(KilogramsPerKilometre rate, Kilometres distance) { return Kilograms(rate.value() * distance.value()); }
constexpr Kilograms operator*(KilogramsPerTonneKilometre rate, TonneKilometres work) { return Kilograms(rate.value() * work.value()); }
constexpr Kilograms operator*(KilogramsPerKilowattHour rate, KilowattHours energy) { return Kilograms(rate.value() * energy.value()); }
constexpr Seconds operator/(Kilometres distance, KilometresPerHour speed) { return hours(distance.value() / speed.value()); }
constexpr Seconds operator/(Bytes size, BytesPerSecond rate) { return Seconds(size.value() / rate.value()); }

}  // namespace ccm
