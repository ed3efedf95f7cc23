#pragma once
/// What two rational and impatient parties agree on when they make offers in turns.

#include <cstdint>
#include <optional>

#include "models/market/negotiation/reply.hpp"
#include "models/units.hpp"

namespace ccm {

/// A game of alternating offers about the surplus v - c. In each round one party proposes and the other accepts, or waits for the next
/// round and proposes itself.
/// value, cost    v of the good to the buyer, c to the seller [currency/unit], v >= c
/// *_discount     what a share is worth to a party if it comes one round later [1], 0 <= d <= 1; without a last round d_s d_b < 1
/// first          who proposes in round 1
/// rounds         T >= 1; after round T both get nothing. Nothing: no last round
/// Source: [Rubinstein1982].     Tested by: tests/models/rational_bargaining_test.cpp.
struct RubinsteinGame {
  Money value;
  Money cost;
  double seller_discount = 0.9;
  double buyer_discount = 0.9;
  Party first = Party::seller;
  std::optional<std::int64_t> rounds;
};

/// Throws ModelError unless every parameter lies in the range documented at RubinsteinGame.
void require_valid(const RubinsteinGame& game);

/// Who proposes in `round` (from 1): the first party in odd rounds.
[[nodiscard]] Party proposer_of(const RubinsteinGame& game, std::int64_t round);

/// The share of the surplus that whoever proposes in `round` asks for, and gets; d_p is its discount, d_r the other's:
///     without a last round    x = (1 - d_r) / (1 - d_p d_r)
///     with one                x_T = 1,  x_t = 1 - d_r x_(t+1)
/// round  1 <= round <= T.
[[nodiscard]] double proposers_share(const RubinsteinGame& game, std::int64_t round = 1);

/// The price proposed in `round`; the price of round 1 is the one agreed on.
///     seller proposes    c + x (v - c)          buyer proposes    v - x (v - c)          [currency/unit]
[[nodiscard]] Money proposed_price(const RubinsteinGame& game, std::int64_t round = 1);

}  // namespace ccm
