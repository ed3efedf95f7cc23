// Is the offer good enough to be accepted now?

#include "models/market/negotiation/reply.hpp"

#include "models/error.hpp"

namespace ccm {

void require_valid(const Side& side) {
  require_valid(side.concession);
  require(at_least_as_good(side.party, side.position.opening, side.position.reservation),
          "negotiation: nobody opens with a price that is worse for itself than its reservation price");
}

bool at_least_as_good(Party party, Money a, Money b) { return party == Party::buyer ? a <= b : a >= b; }

Reply reply_to(const Side& me, Money standing_offer, std::int64_t own_next_tick) {
  require_valid(me);
  if (own_next_tick > me.concession.deadline) return {.kind = Reply::Kind::withdraw};
  const Money own_offer = offer_at(me.position, me.concession, own_next_tick);
  if (at_least_as_good(me.party, standing_offer, own_offer)) return {Reply::Kind::accept, standing_offer};
  return {Reply::Kind::counter, own_offer};
}

}  // namespace ccm
