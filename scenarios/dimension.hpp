#pragma once
/// The units that quantities in a scenario file may carry.

#include <optional>
#include <string>
#include <vector>

#include "models/units.hpp"

namespace ccm {

/// What kind of quantity a key holds.
enum class Dimension {
  duration,
  bandwidth,
  bytes,
  power,
  distance,
  speed,
  mass,
  money,
  wage,
  energy_price,
  mass_price,
  distance_price,
  transport_price,
  emission_per_distance,
  emission_per_transport,
  emission_per_energy,
  working_time
};

/// A unit and how many base units it is; the base unit is that of the Quantity type in models/units.hpp.
struct Unit {
  std::string name;
  double factor = 1;
};

/// What unit names depend on: the scenario's currency, and the length of the shift in wages "per shift".
struct UnitContext {
  std::string currency = "EUR";
  Seconds shift = hours(7.5);
};

/// Units of a dimension, the usual one first.
[[nodiscard]] std::vector<Unit> units_of(Dimension dimension, const UnitContext& context);

/// "a duration above 0 s, such as '26 d' (units s, us, ms, min, h, d, wk)": for messages and documentation.
[[nodiscard]] std::string expectation(Dimension dimension, const UnitContext& context, const std::string& range);

/// A finite decimal number and nothing else; no hexadecimal, no 'nan', no octal-looking leading zero.
[[nodiscard]] std::optional<double> parse_number(const std::string& text);

/// The number and the unit of "26 d"; the unit is empty for a bare number. Nothing if the text does not begin with a number.
struct Measure {
  double number = 0;
  std::string unit;
};
[[nodiscard]] std::optional<Measure> split_measure(const std::string& text);

/// The text with the fewest digits that reads back as exactly `value` base units.
[[nodiscard]] std::string quantity_text(double value, Dimension dimension, const UnitContext& context);

/// The shortest decimal that reads back as exactly `value`.
[[nodiscard]] std::string number_text(double value);

}  // namespace ccm
