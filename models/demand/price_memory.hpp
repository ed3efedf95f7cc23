#pragma once
/// What customers remember of prices: how their reference price follows what they see.

#include <array>
#include <optional>
#include <string_view>

#include "models/units.hpp"

namespace ccm {

/// How the past enters the reference price.
enum class MemoryKind { exponential, peak_end_lowest, peak_end_highest, last_price };

inline constexpr std::array<std::string_view, 4> memory_kind_names{"exponential", "peak_end_lowest", "peak_end_highest", "last_price"};

/// A way to remember.
///     exponential         r' = theta r + (1 - theta) p                                                    [PopescuWu2007]
///     peak_end_lowest     m' = min(m, p),  r' = theta m' + (1 - theta) p                                  [NasiryPopescu2011]
///     peak_end_highest    m' = max(m, p),  r' = theta m' + (1 - theta) p                                  [DeMaeyerEstelami2013]
///     last_price          r' = p
/// theta  weight of the past [1], 0 <= theta < 1; not looked at by last_price.
struct PriceMemory {
  MemoryKind kind = MemoryKind::exponential;
  double theta = 0.5;

  bool operator==(const PriceMemory&) const = default;
};

/// What is remembered: the reference price r, and the extreme price m seen so far (with peak-end memory; otherwise the last price).
struct Remembered {
  Money reference{0};
  Money extreme{0};

  bool operator==(const Remembered&) const = default;
};

/// What is remembered after one more observed price p. Who remembers nothing yet remembers p; without an observation nothing changes.
/// Throws ModelError if theta is outside its range.
/// Tested by: tests/models/price_memory_test.cpp.
[[nodiscard]] std::optional<Remembered> remember(const PriceMemory& memory, const std::optional<Remembered>& before,
                                                 std::optional<Money> observed);

}  // namespace ccm
