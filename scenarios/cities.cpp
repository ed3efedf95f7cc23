// Where is a city?

#include "scenarios/cities.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace ccm {
namespace {

std::string with_spaces(std::string text) {
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string plain(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return with_spaces(std::move(text));
}

std::optional<double> whole(const std::string& digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  const bool all_digits = !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
  return error == std::errc() && all_digits ? std::optional(value) : std::nullopt;
}

/// Sign, degrees of so many digits, two digits of minutes, and perhaps two of seconds.
std::optional<double> degrees(const std::string& text, std::size_t digits) {
  if (text.size() != 1 + digits + 2 && text.size() != 1 + digits + 4) return std::nullopt;
  const auto whole_degrees = whole(text.substr(1, digits)), minutes = whole(text.substr(1 + digits, 2));
  const auto seconds = text.size() > 3 + digits ? whole(text.substr(3 + digits)) : 0;
  if (!whole_degrees || !minutes || !seconds || *minutes >= 60 || *seconds >= 60) return std::nullopt;
  const double size = *whole_degrees + *minutes / 60 + *seconds / 3600;
  return text.front() == '-' ? -size : size;
}

}  // namespace

std::optional<GeoPoint> parse_iso6709(const std::string& text) {
  const std::size_t second = text.find_first_of("+-", 1);
  if (second == std::string::npos || text.find_first_of("+-") != 0) return std::nullopt;
  const auto latitude = degrees(text.substr(0, second), 2), longitude = degrees(text.substr(second), 3);
  if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return std::nullopt;
  return GeoPoint{*latitude, *longitude};
}

std::vector<City> parse_cities(const std::string& table) {
  std::vector<City> cities;
  std::istringstream stream(table);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream fields(line);
    std::string country, coordinates, zone;
    if (line.starts_with('#') || !(fields >> country >> coordinates >> zone)) continue;
    if (const auto at = parse_iso6709(coordinates)) cities.push_back({with_spaces(zone.substr(zone.rfind('/') + 1)), zone, *at});
  }
  return cities;
}

std::vector<City> cities_called(const std::string& name, const std::vector<City>& cities) {
  std::vector<City> called;
  for (const City& city : cities)
    if (plain(city.name) == plain(name) || plain(city.zone) == plain(name)) called.push_back(city);
  return called;
}

}  // namespace ccm
