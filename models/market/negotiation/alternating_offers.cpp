// What comes of it if two parties haggle?

#include "models/market/negotiation/alternating_offers.hpp"

#include "models/error.hpp"

namespace ccm {

Negotiation alternating_offers(const Negotiators& who) {
  require(who.buyer.party == Party::buyer && who.seller.party == Party::seller, "negotiation: it takes a buyer and a seller");
  require_valid(who.side(who.first));
  Party speaker = who.first;
  Reply said{Reply::Kind::counter, offer_at(who.side(speaker).position, who.side(speaker).concession, 0)};
  Negotiation negotiation;
  for (std::int64_t tick = 0; said.kind == Reply::Kind::counter; ++tick) {
    negotiation.offers.push_back({tick, speaker, said.price});
    speaker = other(speaker);
    said = reply_to(who.side(speaker), said.price, tick + 1);
  }
  if (said.kind == Reply::Kind::accept) negotiation.price = said.price;
  return negotiation;
}

}  // namespace ccm
