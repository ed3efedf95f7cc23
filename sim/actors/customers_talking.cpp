// How does a price become an order: searching, bidding, giving in or leaving?

#include "models/market/negotiation/search.hpp"
#include "sim/actors/customers.hpp"

namespace ccm {
namespace {

// Bargainers without a bulletin believe what the last customers of their segment were quoted.
constexpr std::size_t quotes_remembered = 10;

PriceRange range_of(const std::deque<Money>& prices) {
  const auto [lowest, highest] = std::ranges::minmax(prices);
  return {lowest, highest};
}

}  // namespace

/// Nobody has quoted: a bargainer asks the next minifactory, a buyer who names the price may bid more.
void Customers::hear_no(RequestId request, CallId question) {
  Visit* waiting = awaiting_answer(request, question);
  if (!waiting) return;
  Visit& visit = *waiting;
  ++visit.answers;
  if (buying_.searches() && !suppliers_.empty()) return search_on(request, visit);
  if (buying_.bid(shopper(visit), visit.bids)) return ask(request, visit);
  leave(request, "no_offer", "");
}

/// The reservation price R of the search, if quotes lie between the prices that are published, else those heard of; nothing if none are.
std::optional<Money> Customers::stopping_price() const {
  if (!has_bulletin() && last_quotes_.empty()) return std::nullopt;
  const PriceRange known = has_bulletin() ? *report_->range(wanted_) : range_of(last_quotes_);
  if (spec_.talks.quote_cost == Money(0)) return known.lowest;
  return sequential_search({known.lowest, known.highest, spec_.talks.quote_cost}).reservation_price;
}

/// A search is worth w - R to a customer, who asks if that is more than nothing. Who may talk the price down always asks, and one
/// minifactory tells those something who know of no bulletin.
bool Customers::is_worth_asking(const Visit& visit) const {
  if (!buying_.searches() || buying_.talks() || (!has_bulletin() && visit.quotes == 0)) return true;
  const std::optional<Money> stopping = stopping_price();
  return !stopping || buying_.reservation(shopper(visit)) > *stopping;
}

/// A price is worth stopping at if it is at most R, and at most what it is worth to a customer who cannot talk it down.
bool Customers::is_worth_stopping_at(Money price, const Visit& visit) {
  const std::optional<Money> stopping = stopping_price();
  last_quotes_.push_back(price);
  if (last_quotes_.size() > quotes_remembered) last_quotes_.pop_front();
  return (!stopping || price <= *stopping) && (buying_.talks() || buying_.takes(shopper(visit), price));
}

/// Asks the next minifactory; after the last, turns to the best price heard, or waits for better ones.
void Customers::search_on(RequestId request, Visit& visit) {
  if (visit.quote && (!visit.best || visit.quote->price < visit.best->price)) visit.best = visit.quote;
  if (visit.next_supplier < suppliers_.size() && is_worth_asking(visit)) return ask(request, visit);
  if (visit.best) {
    visit.quote = visit.best;
    visit.asked = visit.quote->price;
    visit.reference = references_.against(visit.quote->minifactory, visit.person);
    if (buying_.talks() || buying_.takes(shopper(visit), visit.asked)) return consider(request, visit, visit.asked, 1);
  }
  wait_to_look_again(request);
}

void Customers::wait_to_look_again(RequestId request) {
  world_.after(spec_.talks.look_again, [this, request] { look_again(request); });
}

void Customers::look_again(RequestId request) {
  if (!is_undecided(request)) return;
  Visit& visit = visits_.at(request);
  visit.next_supplier = 0;
  visit.best.reset();
  ask(request, visit);
}

/// A bid that was taken binds; any other price is accepted, answered, or refused. If several make the order there is nobody to talk to:
/// their sum is taken or left.
void Customers::consider(RequestId request, Visit& visit, Money standing, std::int64_t own_next_tick) {
  const PriceFormation formation = scenario_.market.prices;
  if (formation == PriceFormation::buyer || formation == PriceFormation::clearing) return accept(request, visit, standing);
  if (visit.quote->lots) return settle_for_asked_price(request, "");
  const Reply reply = buying_.answer(shopper(visit), visit.asked, standing, own_next_tick);
  switch (reply.kind) {
    case Reply::Kind::accept:
      return accept(request, visit, standing);
    case Reply::Kind::counter:
      return make_bid(request, visit, reply.price, own_next_tick);
    case Reply::Kind::withdraw:
      return settle_for_asked_price(request, "left");
  }
}

void Customers::make_bid(RequestId request, Visit& visit, Money price, std::int64_t tick) {
  if (!visit.talk) {
    visit.talk = Talk{.began = world_.now(), .first_bid = price};
    visit.bargaining_costs += spec_.talks.effort;
    ++tally_.talks;
    record_offer(request, visit, 0, Party::seller, visit.asked);
  }
  record_offer(request, visit, tick, Party::buyer, price);
  talks_.begin({request, tick});
  visit.talk->tick = tick;
  visit.talk->last_bid = price;
  ++visit.talk->messages;
  ++visit.bids;
  world_.send(own_id_, seating_.minifactory(visit.quote->minifactory), Counteroffer{*visit.quote, price, tick});
}

void Customers::record_offer(RequestId request, const Visit& visit, std::int64_t tick, Party party, Money price) {
  TalkOfferRecord row{.request = static_cast<std::int64_t>(request)};
  row.minifactory = scenario_.minifactories[visit.quote->minifactory].name;
  row.tick = tick;
  row.at_d = in_days(world_.now());
  row.party = name_of(party);
  row.price = price.value();
  record_(row);
}

bool Customers::is_unanswered(const BidInTalk& bid) const {
  return is_undecided(bid.request) && visits_.at(bid.request).talk && visits_.at(bid.request).talk->tick == bid.tick;
}

/// The visit whose talk about that quote waits for an answer at that tick; answers that are late, belong to an earlier talk or were not
/// asked for find none.
Visit* Customers::in_talk(const Quote& quote, std::int64_t tick) {
  const auto found = visits_.find(quote.request);
  if (found == visits_.end() || found->second.accepted || !found->second.talk) return nullptr;
  if (tick != found->second.talk->tick + 1 || quote.call != found->second.quote->call) return nullptr;
  ++found->second.talk->messages;
  return &found->second;
}

void Customers::on(const Counteroffer& counteroffer) {
  Visit* visit = in_talk(counteroffer.quote, counteroffer.tick);
  if (!visit) return;
  visit->talk->last_ask = counteroffer.price;
  record_offer(counteroffer.quote.request, *visit, counteroffer.tick, Party::seller, counteroffer.price);
  consider(counteroffer.quote.request, *visit, counteroffer.price, counteroffer.tick + 1);
}

void Customers::on(const Agreement& agreement) {
  Visit* visit = in_talk(agreement.quote, agreement.tick);
  if (!visit) return;
  visit->talk->last_ask = agreement.quote.price;
  accept(agreement.quote.request, *visit, agreement.quote.price);
}

void Customers::on(const Withdrawal& withdrawal) {
  if (in_talk(withdrawal.quote, withdrawal.tick)) settle_for_asked_price(withdrawal.quote.request, "left");
}

/// Talks have failed; the price first asked still stands.
void Customers::settle_for_asked_price(RequestId request, std::string_view otherwise) {
  Visit& visit = visits_.at(request);
  if (buying_.takes(shopper(visit), visit.asked)) return accept(request, visit, visit.asked);
  leave(request, "rejected", otherwise);
}

void Customers::end_talk(RequestId request, Visit& visit, std::string_view outcome) {
  tally_.agreements += outcome == "agreed";
  record_([&] { return negotiation_row(scenario_, spec_, request, visit, buying_.reservation(shopper(visit)), world_.now(), outcome); });
}

void Customers::on(const Bulletin& bulletin) {
  report_ = bulletin.report;
  references_.read(bulletin.report);
}

}  // namespace ccm
