#pragma once
/// Two parties who make offers in turns until one accepts or gives up.

#include <cstdint>
#include <optional>
#include <vector>

#include "models/market/negotiation/reply.hpp"

namespace ccm {

/// One offer of a negotiation.
struct SpokenOffer {
  std::int64_t tick;
  Party party;
  Money price;

  bool operator==(const SpokenOffer&) const = default;
};

/// How a negotiation went: every offer in order (one per tick from 0), and the price agreed on, if any.
struct Negotiation {
  std::optional<Money> price;
  std::vector<SpokenOffer> offers;  // never empty

  [[nodiscard]] std::int64_t last_tick() const { return offers.back().tick; }
};

/// Who negotiates, and who speaks first.
struct Negotiators {
  Side buyer{.party = Party::buyer};
  Side seller{.party = Party::seller};
  Party first = Party::seller;

  [[nodiscard]] const Side& side(Party party) const { return party == Party::buyer ? buyer : seller; }
};

/// Alternating offers at integer ticks from 0. Who speaks at tick t offers x(t); the other answers by `reply_to` with its own next tick
/// t + 1. Without a price that suits both (the buyer's reservation below the seller's) nobody ever accepts.
/// Throws ModelError if a side is not valid, or not on its side.
/// Source: [Faratin1998].     Tested by: tests/models/concession_test.cpp.
[[nodiscard]] Negotiation alternating_offers(const Negotiators& who);

}  // namespace ccm
