#pragma once
/// What one party of a negotiation answers to the offer that it has heard.

#include <array>
#include <cstdint>
#include <string_view>

#include "models/market/negotiation/concession.hpp"
#include "models/units.hpp"

namespace ccm {

/// The two sides of a trade.
enum class Party { buyer, seller };

inline constexpr std::array<std::string_view, 2> party_names{"buyer", "seller"};

constexpr std::string_view name_of(Party party) { return party_names[static_cast<std::size_t>(party)]; }
constexpr Party other(Party party) { return party == Party::buyer ? Party::seller : Party::buyer; }

/// One side of a negotiation: everything it needs to know to answer. It has no memory.
struct Side {
  Party party = Party::buyer;
  Position position{};
  Concession concession{};
};

/// Throws ModelError unless the concession is valid and the side opens no worse for itself than its reservation.
void require_valid(const Side& side);

/// Is price `a` at least as good for the party as price `b`? Low prices are good for a buyer, high ones for a seller.
[[nodiscard]] bool at_least_as_good(Party party, Money a, Money b);

/// What a party says: the price is the one accepted or the counter-offer; a withdrawal has none (0).
struct Reply {
  enum class Kind { accept, counter, withdraw };
  Kind kind = Kind::withdraw;
  Money price{0};

  bool operator==(const Reply&) const = default;
};

/// What `me` answers to a standing offer, if its answer is due at tick `own_next_tick`:
///     withdraw              after its own deadline, however good the offer is: an answer then comes too late
///     accept                if the offer is at least as good as what it would itself offer at that tick
///     counter x(tick)       otherwise
/// Since x never goes beyond the reservation price, nor does a price that is accepted.
/// Throws ModelError if the side is not valid or the tick is negative.
/// Source: [Faratin1998], the interpretation of an offer.     Tested by: tests/models/concession_test.cpp.
[[nodiscard]] Reply reply_to(const Side& me, Money standing_offer, std::int64_t own_next_tick);

}  // namespace ccm
