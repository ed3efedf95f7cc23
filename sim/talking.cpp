// What does a minifactory answer to a bid?

#include <algorithm>

#include "models/market/negotiation/nash.hpp"
#include "models/market/negotiation/reply.hpp"
#include "models/market/negotiation/rubinstein.hpp"
#include "models/market/settlement.hpp"
#include "sim/selling.hpp"

namespace ccm {
namespace {

Message agreement(const Counteroffer& bid, Money price) {
  Quote quote = bid.quote;
  quote.price = price;
  return Agreement{quote, bid.tick + 1};
}

Message withdrawal(const Counteroffer& bid) { return Withdrawal{bid.quote, bid.tick + 1}; }

}  // namespace

Money Selling::floor(std::size_t service, Money unit_cost, std::uint32_t segment) const {
  const double commission = scenario_.customers[segment].local ? 0 : scenario_.cloud_operator.commission;
  const Money lowest = price_that_leaves(factory_.cost_to_cover(service, unit_cost * (1 + spec_.talks.margin)), commission);
  return std::max(lowest, spec_.talks.cutoff.value_or(lowest));
}

Money Selling::price_in_round(Money list, Money floor, std::uint32_t round) const {
  const SellerTalksSpec& talks = spec_.talks;
  if (round == 0) return list;
  const Concession concession{talks.kappa, talks.beta, talks.family, scenario_.cloud_operator.call_rounds - 1};
  return offer_at({list, std::min(list, floor)}, concession, round);
}

/// It speaks at the even ticks, its first price at 0; so the last of its offers falls on tick 2 rounds.
Message Selling::answer(const Counteroffer& bid, Money floor) const {
  const SellerTalksSpec& talks = spec_.talks;
  if (scenario_.market.bargaining != BargainingRule::concession) return answer_to_value(bid, floor);
  if (talks.rounds == 0) return withdrawal(bid);
  const Money list = bid.quote.price;
  const Side side{Party::seller, {list, std::min(list, floor)}, {talks.kappa, talks.beta, talks.family, 2 * talks.rounds}};
  const Reply reply = reply_to(side, bid.price, bid.tick + 1);
  switch (reply.kind) {
    case Reply::Kind::accept:
      return agreement(bid, reply.price);
    case Reply::Kind::counter:
      return Counteroffer{bid.quote, reply.price, bid.tick + 1};
    case Reply::Kind::withdraw:
      break;
  }
  return withdrawal(bid);
}

/// The customer has said what the good is worth to it; nobody pays more than was asked.
Message Selling::answer_to_value(const Counteroffer& bid, Money floor) const {
  const Money value = std::min(bid.price, bid.quote.price);
  if (value < floor) return withdrawal(bid);
  if (scenario_.market.bargaining == BargainingRule::nash)
    return agreement(bid, *nash_price({.value = value, .cost = floor, .seller_power = spec_.talks.power}));
  const double patience = scenario_.customers[bid.quote.segment].talks.discount;
  return agreement(bid, proposed_price({value, floor, spec_.talks.discount, patience, Party::seller, std::nullopt}));
}

}  // namespace ccm
