// At what price does a customer buy, and what does it bid?

#include "sim/buying.hpp"

#include <algorithm>

#include "models/market/negotiation/haggling_gain.hpp"

namespace ccm {

Buying::Buying(const Scenario& scenario, const SegmentSpec& segment)
    : talks_(segment.talks),
      formation_(scenario.market.prices),
      rule_(scenario.market.bargaining),
      demand_(demand_of(segment)),
      rounds_(rounds_of(segment)),
      searches_(formation_ == PriceFormation::negotiated && segment.type == CustomerType::bargainer && !segment.talks.quotes &&
                !segment.local) {}

bool Buying::takes(const Shopper& shopper, Money price) const { return shopper.value >= threshold(demand_, price, shopper.reference); }

Money Buying::reservation(const Shopper& shopper) const { return reservation_price(demand_, shopper.value, shopper.reference); }

std::optional<Money> Buying::bid(const Shopper& shopper, std::int64_t attempt) const {
  const Money limit = reservation(shopper);
  if (formation_ == PriceFormation::clearing) return attempt == 0 ? std::optional(limit) : std::nullopt;
  const std::int64_t attempts = std::max<std::int64_t>(1, rounds_);
  if (formation_ != PriceFormation::buyer || attempt >= attempts) return std::nullopt;
  const Concession concession{talks_.kappa, talks_.beta, talks_.family, std::max<std::int64_t>(1, attempts - 1)};
  return offer_at({limit * talks_.opening, limit}, concession, attempts == 1 ? 1 : attempt);
}

/// The minifactory speaks at the even ticks, from 0; so the last of this customer's offers falls on tick 2 rounds - 1.
Side Buying::side(Money limit) const {
  return {Party::buyer, {limit * talks_.opening, limit}, {talks_.kappa, talks_.beta, talks_.family, 2 * rounds_ - 1}};
}

/// Talks that cost no effort always are.
bool Buying::is_worth_talking(Money limit, Money list) const {
  if (!talks() || limit <= Money(0)) return false;
  const Money first_offer = std::min(list, limit) * talks_.opening;
  return talks_.effort == Money(0) || haggles(limit, {list, first_offer}, 1 - talks_.power, talks_.effort);
}

Reply Buying::answer(const Shopper& shopper, Money list, Money standing, std::int64_t own_next_tick) const {
  const Money limit = reservation(shopper);
  const bool worth_it = is_worth_talking(limit, list);
  if (worth_it && rule_ == BargainingRule::concession) {
    const Reply reply = reply_to(side(std::min(list, limit)), standing, own_next_tick);
    if (reply.kind != Reply::Kind::withdraw) return reply;
  }
  // With complete information it says what the good is worth to it, and then hears the split.
  if (worth_it && rule_ != BargainingRule::concession && own_next_tick == 1) return {Reply::Kind::counter, limit};
  return takes(shopper, standing) ? Reply{Reply::Kind::accept, standing} : Reply{};
}

}  // namespace ccm
