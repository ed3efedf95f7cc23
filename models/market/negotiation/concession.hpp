#pragma once
/// How a party that haggles gives way as its deadline nears.

#include <array>
#include <cstdint>
#include <string_view>

#include "models/units.hpp"

namespace ccm {

/// The two shapes of concession.
enum class ConcessionFamily { polynomial, exponential };

inline constexpr std::array<std::string_view, 2> concession_family_names{"polynomial", "exponential"};

/// How much a party has conceded by tick t, as a share of the way from its first wish to its reservation price:
///     polynomial     f(t) = kappa + (1 - kappa) (min(t, T)/T)^(1/beta)
///     exponential    f(t) = exp((1 - min(t, T)/T)^beta ln kappa)
/// kappa     share conceded at tick 0 [1], 0 <= kappa <= 1; kappa > 0 in the exponential family
/// beta      beta < 1: late (boulware), beta = 1: evenly (polynomial), beta > 1: early (conceder) [1], > 0
/// deadline  T, the last tick at which the party still speaks, >= 1
/// Source: [Faratin1998].     Tested by: tests/models/concession_test.cpp.
struct Concession {
  double kappa = 0;
  double beta = 1;
  ConcessionFamily family = ConcessionFamily::polynomial;
  std::int64_t deadline = 1;

  bool operator==(const Concession&) const = default;
};

/// Throws ModelError unless every parameter lies in the range documented at Concession.
void require_valid(const Concession& concession);

/// f(t), see Concession; tick >= 0. It never falls with t and is 1 from the deadline on.
[[nodiscard]] double conceded(const Concession& concession, std::int64_t tick);

/// The price with which a party opens if it concedes nothing, and the one beyond which it never goes. A buyer's reservation is what the
/// good is worth to it, a seller's what the good costs it.
struct Position {
  Money opening;
  Money reservation;

  bool operator==(const Position&) const = default;
};

/// What a party asks or bids at a tick, exact at both ends:     x(t) = opening + f(t) (reservation - opening)     [currency/unit]
/// Source: [Faratin1998].     Tested by: tests/models/concession_test.cpp.
[[nodiscard]] Money offer_at(const Position& position, const Concession& concession, std::int64_t tick);

}  // namespace ccm
