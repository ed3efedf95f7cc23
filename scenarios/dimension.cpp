// Which units does a quantity have, and what number does a text with a unit mean?

#include "scenarios/dimension.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <cmath>

namespace ccm {
namespace {

struct Wording {
  const char* what;
  const char* example;
};

Wording wording(Dimension dimension) {
  switch (dimension) {
    case Dimension::duration:
      return {"a duration", "26 d"};
    case Dimension::bandwidth:
      return {"a bandwidth", "100 Mbps"};
    case Dimension::bytes:
      return {"an amount of data", "2 MB"};
    case Dimension::power:
      return {"a power", "12 kW"};
    case Dimension::distance:
      return {"a distance", "58 km"};
    case Dimension::speed:
      return {"a speed", "60 km/h"};
    case Dimension::mass:
      return {"a mass", "2.5 kg"};
    case Dimension::money:
      return {"an amount of money", "20 {}"};
    case Dimension::wage:
      return {"a wage", "130 {}/shift"};
    case Dimension::energy_price:
      return {"an energy price", "0.19 {}/kWh"};
    case Dimension::mass_price:
      return {"a price of material", "13 {}/kg"};
    case Dimension::distance_price:
      return {"a price of a kilometre", "0.45 {}/km"};
    case Dimension::transport_price:
      return {"a price of a tonne-kilometre", "0.2 {}/tkm"};
    case Dimension::emission_per_distance:
      return {"an emission per distance", "0.26 kg/km"};
    case Dimension::emission_per_transport:
      return {"an emission per tonne-kilometre", "0.63 kg/tkm"};
    case Dimension::emission_per_energy:
      return {"an emission per energy", "0.21 kg/kWh"};
    default:
      return {"a working time per day", "15 h/d"};
  }
}

bool looks_octal(const std::string& digits) {
  const std::size_t first = digits.find_first_not_of("+-");
  return first != std::string::npos && first + 1 < digits.size() && digits[first] == '0' &&
         std::isdigit(static_cast<unsigned char>(digits[first + 1]));
}

/// Where the number at the start of the text ends, and what it is.
std::optional<std::pair<double, std::size_t>> leading_number(const std::string& text) {
  const std::size_t start = text.starts_with('+') ? 1 : 0;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data() + start, text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return std::pair(value, static_cast<std::size_t>(end - text.data()));
}

}  // namespace

std::vector<Unit> units_of(Dimension dimension, const UnitContext& context) {
  const std::string& currency = context.currency;
  switch (dimension) {
    case Dimension::duration:
      return {{"s", 1}, {"us", 1e-6}, {"ms", 1e-3}, {"min", 60}, {"h", 3600}, {"d", 86400}, {"wk", 604800}};
    case Dimension::bandwidth:
      return {{"Mbps", 125e3}, {"bps", 0.125}, {"kbps", 125}, {"Gbps", 125e6}, {"B/s", 1}, {"kB/s", 1e3}, {"MB/s", 1e6}, {"GB/s", 1e9}};
    case Dimension::bytes:
      return {{"B", 1}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"KiB", 1024}, {"MiB", 1048576}, {"GiB", 1073741824}};
    case Dimension::power:
      return {{"kW", 1}, {"W", 1e-3}, {"MW", 1e3}};
    case Dimension::distance:
      return {{"km", 1}, {"m", 1e-3}};
    case Dimension::speed:
      return {{"km/h", 1}, {"m/s", 3.6}};
    case Dimension::mass:
      return {{"kg", 1}, {"g", 1e-3}, {"t", 1e3}};
    case Dimension::money:
      return {{currency, 1}};
    case Dimension::wage:
      return {{currency + "/h", 1}, {currency + "/min", 60}, {currency + "/shift", 3600 / context.shift.value()}};
    case Dimension::energy_price:
      return {{currency + "/kWh", 1}, {currency + "/MWh", 1e-3}, {currency + "/kWmin", 60}};
    case Dimension::mass_price:
      return {{currency + "/kg", 1}, {currency + "/g", 1e3}, {currency + "/t", 1e-3}};
    case Dimension::distance_price:
      return {{currency + "/km", 1}, {currency + "/m", 1e3}};
    case Dimension::transport_price:
      return {{currency + "/tkm", 1}};
    case Dimension::emission_per_distance:
      return {{"kg/km", 1}, {"g/km", 1e-3}};
    case Dimension::emission_per_transport:
      return {{"kg/tkm", 1}, {"g/tkm", 1e-3}};
    case Dimension::emission_per_energy:
      return {{"kg/kWh", 1}, {"g/kWh", 1e-3}};
    default:
      return {{"h/d", 3600}, {"min/d", 60}, {"s/d", 1}};
  }
}

std::string expectation(Dimension dimension, const UnitContext& context, const std::string& range) {
  std::vector<std::string> names;
  for (const Unit& unit : units_of(dimension, context)) names.push_back(unit.name);
  const Wording words = wording(dimension);
  return fmt::format("{}{}, such as '{}' (units {})", words.what, range, fmt::format(fmt::runtime(words.example), context.currency),
                     fmt::join(names, ", "));
}

std::optional<double> parse_number(const std::string& text) {
  const auto number = leading_number(text);
  if (!number || number->second != text.size() || looks_octal(text)) return std::nullopt;
  return number->first;
}

std::optional<Measure> split_measure(const std::string& text) {
  const auto number = leading_number(text);
  if (!number) return std::nullopt;
  const std::size_t unit = text.find_first_not_of(' ', number->second);
  if (looks_octal(text.substr(0, number->second))) return std::nullopt;
  return Measure{number->first, unit == std::string::npos ? "" : text.substr(unit)};
}

std::string quantity_text(double value, Dimension dimension, const UnitContext& context) {
  std::string best, best_unit;
  for (const Unit& unit : units_of(dimension, context)) {
    const double number = value / unit.factor;
    const std::string digits = number_text(number);
    const bool exact = number * unit.factor == value;
    if (exact && (best.empty() || digits.size() < best.size())) best = digits, best_unit = unit.name;
  }
  return best + " " + best_unit;
}

std::string number_text(double value) { return fmt::format("{}", value); }

}  // namespace ccm
