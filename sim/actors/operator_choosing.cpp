// Who makes an order, of those who have quoted, and what if nobody can?

#include <algorithm>
#include <utility>

#include "models/market/clearing.hpp"
#include "models/market/matching/lots.hpp"
#include "sim/actors/operator.hpp"
#include "sim/lots.hpp"

namespace ccm {

/// The best quote becomes the offer, or the next stage is sought for it.
void Operator::conclude(Call call) {
  if (call.delay) return move_or_leave(std::move(call));
  std::vector<Quote> chosen = choose(call);
  if (chosen.empty()) return nobody_can(std::move(call));
  const std::optional<Money> price = price_of(call, chosen.front());
  if (!price) std::ranges::for_each(call.answers, [](Answer& answer) { answer.chosen = false; });
  record_answers(call);
  decline_all_but_chosen(call);
  if (!price) return send_to_segment(call.request.segment, NoOffer{call.request.request, call.request.question});
  if (chosen.size() > 1) return offer(call, whole_order(std::move(chosen), segment(call).order_size));
  Quote& quote = chosen.front();
  quote.price = *price;
  if (!market_.in_stages(call.request.segment)) return offer(call, std::move(quote));
  call.before.push_back(quote);
  ask_for_next_stage(std::move(call));
}

/// The quotes that make the order, marked among the answers: the best one, before others if it is not above the bid with which it is
/// cleared; or those of its lots. None if they do not suffice.
std::vector<Quote> Operator::choose(Call& call) const {
  const std::vector<Answer*> ranked = this->ranked(call);
  if (ranked.empty()) return {};
  if (call.in_lots) return choose_lots(call, ranked);
  const auto trades = [&](const Answer* answer) { return price_of(call, *answer->quote).has_value(); };
  const auto best = std::ranges::find_if(ranked, trades);
  Answer& chosen = best == ranked.end() ? *ranked.front() : **best;
  chosen.chosen = true;
  return {*chosen.quote};
}

std::vector<Quote> Operator::choose_lots(Call& call, const std::vector<Answer*>& ranked) const {
  std::vector<std::int64_t> offered;
  for (const Answer* answer : ranked) offered.push_back(answer->quote->lot->units);
  const std::vector<std::int64_t> units = split_units(segment(call).order_size, offered);
  std::vector<Quote> lots;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] == 0) continue;
    ranked[i]->chosen = true;
    lots.push_back(*ranked[i]->quote);
    lots.back().lot->units = units[i];
  }
  if (lots.size() == 1) lots.front().lot.reset();
  return lots;
}

/// Those who quoted only a part are kept while others are asked for the rest.
void Operator::nobody_can(Call call) {
  const bool has_others = call.asked < market_.sellers(call.request.segment, call.stage).size();
  if (has_others && matching_.widens() && !call.request.searches) {
    for (const Answer& answer : call.answers)
      if (!answer.quote) record_answer(call, answer);
    std::erase_if(call.answers, [](const Answer& answer) { return !answer.quote; });
    const std::size_t end = call.asked + call.request.count;
    return ask_up_to(std::move(call), end);
  }
  record_answers(call);
  const WhenNone otherwise = scenario_.cloud_operator.when_none;
  if (otherwise == WhenNone::earliest && !std::exchange(call.ignores_due, true)) return ask_again(std::move(call));
  if (otherwise == WhenNone::split && can_split(call) && !std::exchange(call.in_lots, true)) return ask_again(std::move(call));
  decline_all_but_chosen(call);
  give_up(call);
}

void Operator::ask_for_next_stage(Call call) {
  if (call.before.size() == market_.stages[call.request.segment].size())
    return offer(call, whole_order(call.before, segment(call).order_size));
  Call next{.request = call.request, .stage = call.stage + 1, .before = std::move(call.before), .round = call.round + 1};
  next.ignores_due = call.ignores_due;
  ask_up_to(std::move(next), call.request.count);
}

void Operator::offer(const Call& call, Quote quote) {
  send_to_segment(call.request.segment, Offer{std::move(quote), call.request.question});
}

/// Those chosen for earlier stages are told so too.
void Operator::give_up(const Call& call) {
  for (const Quote& quote : call.before) decline(quote);
  send_to_segment(call.request.segment, NoOffer{call.request.request, call.request.question});
}

/// The price quoted, or the one to which quote and bid are cleared; nothing if the bid is below the quote.
std::optional<Money> Operator::price_of(const Call& call, const Quote& quote) const {
  if (scenario_.market.prices != PriceFormation::clearing) return quote.price;
  return double_auction_price(*call.request.bid, quote.price, scenario_.market.split);
}

void Operator::decline_all_but_chosen(const Call& call) {
  for (const Answer& answer : call.answers)
    if (answer.quote && !answer.chosen) decline(*answer.quote);
}

}  // namespace ccm
