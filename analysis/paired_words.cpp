// What does a comparison say in words?

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "analysis/paired.hpp"

namespace ccm {
namespace {

/// Decimals that show two significant digits of the half-width.
int decimals_of(const PairedComparison& comparison) {
  const double half_width = (comparison.interval->high - comparison.interval->low) / 2;
  return half_width > 0 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(half_width))), 0, 15) : 0;
}

std::string relative_in_words(const std::optional<double>& relative) {
  return relative ? fmt::format(" ({:+.3g} %)", 100 * *relative) : std::string();
}

std::string difference_in_words(const PairedComparison& comparison, std::string_view direction, std::string_view unit) {
  const std::string relative = relative_in_words(comparison.relative_difference);
  if (comparison.constant_difference)
    return fmt::format("{} by {:.6g} {} in all {} replications{}", direction, std::abs(comparison.difference), unit, comparison.n,
                       relative);
  const int decimals = decimals_of(comparison);
  const double sign = comparison.difference < 0 ? -1 : 1;
  const auto [low, high] = std::minmax({sign * comparison.interval->low, sign * comparison.interval->high});
  return fmt::format("{} by {:.{}f} [{:.{}f}, {:.{}f}] {}{}", direction, sign * comparison.difference, decimals, low, decimals, high,
                     decimals, unit, relative);
}

}  // namespace

std::string verdict_in_words(const PairedComparison& comparison, std::string_view unit) {
  switch (comparison.verdict) {
    case PairedVerdict::higher:
      return difference_in_words(comparison, "higher", unit);
    case PairedVerdict::lower:
      return difference_in_words(comparison, "lower", unit);
    case PairedVerdict::identical:
      return fmt::format("identical in all {} replications", comparison.n);
    case PairedVerdict::no_difference_seen:
      return fmt::format("no difference seen: between {:+.{}f} and {:+.{}f} {}", comparison.interval->low, decimals_of(comparison),
                         comparison.interval->high, decimals_of(comparison), unit);
    case PairedVerdict::not_enough:
      break;
  }
  return fmt::format("not enough replications with a value in both: {}, and two are needed", comparison.n);
}

}  // namespace ccm
