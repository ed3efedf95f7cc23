// Whom does the operator ask, and what do they answer?

#include <algorithm>

#include "sim/actors/operator.hpp"

namespace ccm {

// ---- asking ----

/// A request that comes again while it is called for changes nothing; later it is called for anew, since the offer may be lost.
void Operator::on(const Request& request) {
  if (calls_.contains(request.request)) return;
  Call call{.request = request, .asked = request.first};
  const auto& most = scenario_.cloud_operator.split_above;
  call.in_lots = most && segment(call).order_size > *most && can_split(call);
  ask_up_to(std::move(call), request.first + request.count);
}

/// Asks those who come next in the order of asking; answers that are there stay.
void Operator::ask_up_to(Call call, std::size_t end) {
  const std::vector<const Supplier*> asked = matching_.asked(sought(call), call.asked, end);
  call.answers.reserve(call.answers.size() + asked.size());
  for (const Supplier* supplier : asked) call.answers.push_back({.supplier = supplier});
  call.asked = end;
  this->call(std::move(call));
}

/// Asks all those who have been asked once more, on other terms.
void Operator::ask_again(Call call) {
  call.answers.clear();
  ++call.round;
  call.again = true;
  const std::size_t end = call.asked;
  call.asked = call.stage == 0 ? call.request.first : 0;
  ask_up_to(std::move(call), end);
}

void Operator::call(Call call) {
  const RequestId request = call.request.request;
  const CallId number = ++rounds_so_far_;
  const bool bid_is_known = scenario_.market.prices == PriceFormation::buyer || call.delay;
  CallForQuote asked{request, call.request.segment, number, bid_is_known ? call.request.bid : std::nullopt};
  asked.betterings = call.betterings;
  asked.again = call.again;
  asked.ignores_due = call.ignores_due;
  asked.lot = lot_of(call);
  for (Answer& answer : call.answers) {
    if (answer.arrived) continue;
    answer.called = world_.now();
    send_to_minifactory(answer.supplier->minifactory, asked);
  }
  if (call.answers.empty()) return call.delay ? void() : give_up(call);
  calls_.insert_or_assign(request, OpenCall{std::move(call), number});
  deadlines_.begin({request, number});
}

/// What they are asked to make, if it is not the whole order.
std::optional<LotWish> Operator::lot_of(const Call& call) const {
  const std::int64_t units = segment(call).order_size;
  if (call.in_lots) return LotWish{.units = std::min(units, scenario_.cloud_operator.split_above.value_or(units)), .or_fewer = true};
  if (!market_.in_stages(call.request.segment)) return std::nullopt;
  LotWish wish{.units = units, .stage = call.stage};
  if (call.stage > 0) {
    wish.before = call.before.back().minifactory;
    wish.ready = call.before.back().promised;
  }
  return wish;
}

bool Operator::can_split(const Call& call) const { return segment(call).order_size > 1 && !market_.in_stages(call.request.segment); }

// ---- answers ----

/// Answers after the deadline, or to an earlier call, find no call and are dropped.
void Operator::answered(RequestId request, std::uint32_t minifactory, CallId call, std::optional<Quote> quote) {
  const auto found = calls_.find(request);
  if (found == calls_.end() || found->second.number != call) return;
  auto& answers = found->second.call.answers;
  const auto answer = std::ranges::find(answers, minifactory, [](const Answer& a) { return a.supplier->minifactory; });
  if (answer == answers.end()) return;
  answer->arrived = true;
  answer->at = world_.now();
  answer->quote = std::move(quote);
  if (std::ranges::all_of(answers, &Answer::arrived)) end_round(request);
}

void Operator::end_round(RequestId request) {
  Call call = std::move(calls_.extract(request).mapped().call);
  const auto quotes = std::ranges::count_if(call.answers, [](const Answer& answer) { return answer.quote.has_value(); });
  const bool is_last = call.betterings + 1 >= scenario_.cloud_operator.call_rounds || call.in_lots || call.delay;
  if (is_last || quotes < 2) return conclude(std::move(call));
  call_better_half(std::move(call));
}

Sought Operator::sought(const Call& call) const {
  Sought sought{.request = call.request.request, .segment = call.request.segment, .stage = call.stage, .now = world_.now()};
  if (call.stage > 0) sought.before = call.before.back().minifactory;
  const auto& due = service_named(scenario_, segment(call).service).due;
  if (due && !call.ignores_due) sought.due = world_.now() + *due;
  return sought;
}

/// The answers that are quotes, best first.
std::vector<Operator::Answer*> Operator::ranked(Call& call) const {
  const Sought sought = this->sought(call);
  std::vector<Answer*> quoted, ranked;
  std::vector<MatchingOffer> offers;
  quoted.reserve(call.answers.size());
  offers.reserve(call.answers.size());
  for (Answer& answer : call.answers) {
    if (!answer.quote) continue;
    quoted.push_back(&answer);
    offers.push_back(matching_.offer(sought, *answer.quote));
  }
  ranked.reserve(quoted.size());
  for (const std::size_t position : matching_.ranked(sought, offers)) ranked.push_back(quoted[position]);
  return ranked;
}

/// The next round of the iterated contract net: the better half (rounded up, at least two) is called again, the others are told no.
void Operator::call_better_half(Call call) {
  record_answers(call);
  const std::vector<Answer*> ranked = this->ranked(call);
  const std::size_t kept = std::max<std::size_t>(2, (ranked.size() + 1) / 2);
  std::vector<Answer> next;
  for (std::size_t i = 0; i < ranked.size(); ++i)
    if (i < kept)
      next.push_back({.supplier = ranked[i]->supplier});
    else
      decline(*ranked[i]->quote);
  call.answers = std::move(next);
  ++call.round;
  ++call.betterings;
  call.again = true;
  this->call(std::move(call));
}

}  // namespace ccm
