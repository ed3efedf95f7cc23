// How does the cloud operator bring customers and minifactories together?

#include "sim/actors/operator.hpp"

#include <algorithm>
#include <ranges>

#include "models/error.hpp"
#include "models/market/clearing.hpp"

namespace ccm {
namespace {

std::vector<Bytes> product_data_by_segment(const Scenario& scenario) {
  std::vector<Bytes> sizes;
  for (const SegmentSpec& segment : scenario.customers) sizes.push_back(service_named(scenario, segment.service).product_data);
  return sizes;
}

/// Cheapest first; at equal prices the nearer first.
template <class Answers>
Answers quotes_by_price(Answers answers) {
  std::erase_if(answers, [](const auto& answer) { return !answer.quote; });
  std::ranges::stable_sort(answers, {}, [](const auto& answer) { return answer.quote->price; });
  return answers;
}

}  // namespace

Operator::Operator(World& world, const Recorder& record, const Scenario& scenario, const Market& market, Cashier& cashier)
    : world_(world),
      record_(record),
      scenario_(scenario),
      market_(market),
      seating_(scenario),
      product_data_(product_data_by_segment(scenario)),
      cashier_(cashier),
      deadlines_(
          world, scenario.cloud_operator.quote_deadline,
          [this](const RoundOfCall& round) {
            const auto found = calls_.find(round.request);
            return found != calls_.end() && found->second.number == round.number;
          },
          [this](const RoundOfCall& round) { end_round(round.request); }),
      lists_(scenario.minifactories.size()) {}

void Operator::start() {
  if (scenario_.market.bulletin) world_.after(*scenario_.market.bulletin, [this] { publish(); });
}

void Operator::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToOperator>) void Operator::on(const Other&) {
  throw ModelError("the operator got a message that is not for it");
}

void Operator::on(const Request& request) {
  const auto suppliers = market_.suppliers[request.segment] | std::views::drop(request.first) | std::views::take(request.count);
  Call asked{.request = request};
  asked.answers.reserve(suppliers.size());
  for (const Supplier& supplier : suppliers) asked.answers.push_back({.supplier = &supplier});
  call(std::move(asked));
}

void Operator::call(Call call) {
  const RequestId request = call.request.request;
  call.called = world_.now();
  const bool bid_is_known = scenario_.market.prices == PriceFormation::buyer;
  const CallForQuote asked{request, call.request.segment, call.round, bid_is_known ? call.request.bid : std::nullopt};
  for (const Answer& answer : call.answers) send_to_minifactory(answer.supplier->minifactory, asked);
  if (call.answers.empty()) return conclude(call);
  calls_.insert_or_assign(request, OpenCall{std::move(call), ++rounds_so_far_});
  deadlines_.begin({request, rounds_so_far_});
}

/// Answers after the deadline, or to an earlier round, find no call and are dropped.
void Operator::answered(RequestId request, std::uint32_t minifactory, std::uint32_t round, std::optional<Quote> quote) {
  const auto found = calls_.find(request);
  if (found == calls_.end() || found->second.call.round != round) return;
  auto& answers = found->second.call.answers;
  const auto answer = std::ranges::find(answers, minifactory, [](const Answer& a) { return a.supplier->minifactory; });
  if (answer == answers.end()) return;
  answer->arrived = true;
  answer->at = world_.now();
  answer->quote = quote;
  if (std::ranges::all_of(answers, &Answer::arrived)) end_round(request);
}

void Operator::end_round(RequestId request) {
  Call call = std::move(calls_.extract(request).mapped().call);
  const auto quotes = std::ranges::count_if(call.answers, [](const Answer& answer) { return answer.quote.has_value(); });
  const bool is_last = call.round + 1 >= scenario_.cloud_operator.call_rounds;
  if (is_last || quotes < 2) return conclude(call);
  call_better_half(std::move(call));
}

/// The next round of the iterated contract net: the cheaper half (rounded up, at least two) is called again, the others are told no.
void Operator::call_better_half(Call call) {
  record_answers(call, nullptr);
  const auto ranked = quotes_by_price(call.answers);
  const std::size_t kept = std::max<std::size_t>(2, (ranked.size() + 1) / 2);
  Call next{.request = call.request, .round = call.round + 1};
  for (std::size_t i = 0; i < ranked.size(); ++i)
    if (i < kept)
      next.answers.push_back({.supplier = ranked[i].supplier});
    else
      decline(call.request.request, ranked[i].supplier->minifactory);
  this->call(std::move(next));
}

/// The best quote becomes the offer, if there is one and a bid does not stand against it.
void Operator::conclude(const Call& call) {
  const Answer* best = nullptr;  // the cheapest; the nearer one if two cost the same
  for (const Answer& answer : call.answers)
    if (answer.quote && (!best || answer.quote->price < best->quote->price)) best = &answer;
  const std::optional<Money> price = best ? price_of(call, *best->quote) : std::nullopt;
  if (!price) best = nullptr;
  record_answers(call, best);
  for (const Answer& answer : call.answers)
    if (answer.quote && &answer != best) decline(call.request.request, answer.supplier->minifactory);
  if (!best) return send_to_segment(call.request.segment, NoOffer{call.request.request});
  Quote offered = *best->quote;
  offered.price = *price;
  send_to_segment(call.request.segment, Offer{offered});
}

/// The price quoted, or the one to which quote and bid are cleared; nothing if the bid is below the quote.
std::optional<Money> Operator::price_of(const Call& call, const Quote& quote) const {
  if (scenario_.market.prices != PriceFormation::clearing) return quote.price;
  return double_auction_price(*call.request.bid, quote.price, scenario_.market.split);
}

void Operator::decline(RequestId request, std::uint32_t minifactory) {
  if (scenario_.cloud_operator.contract_net == ContractNet::full) send_to_minifactory(minifactory, NotChosen{request});
}

void Operator::on(const Acceptance& acceptance) {
  send_to_minifactory(acceptance.quote.minifactory, Order{acceptance.quote, product_data_[acceptance.quote.segment]});
}

void Operator::on(const Rejection& rejection) { decline(rejection.request, rejection.minifactory); }

void Operator::on(const Payment& payment) {
  const Income income = cashier_.settle_order(payment.quote, payment.amount, true);
  send_to_minifactory(payment.quote.minifactory, Payout{payment.quote.request, income});
}

void Operator::on(const PriceList& list) { lists_[list.minifactory] = list.asks; }

void Operator::publish() {
  std::vector<PostedAsk> asks;
  for (const auto& list : lists_)
    if (list) asks.insert(asks.end(), list->begin(), list->end());
  const auto report = std::make_shared<const MarketReport>(std::move(asks));
  record_report(*report);
  for (std::uint32_t s = 0; s < seating_.segments; ++s) send_to_segment(s, Bulletin{report});
  for (std::uint32_t m = 0; m < seating_.minifactories; ++m) send_to_minifactory(m, Bulletin{report});
  start();
}

void Operator::record_report(const MarketReport& report) {
  for (const Wanted wanted : report.wanted()) {
    const PriceRange range = *report.range(wanted);
    BulletinRecord row{.at_d = in_days(world_.now())};
    row.service = scenario_.services[wanted.service].name;
    row.customer_type = name_of(wanted.type);
    row.prices = report.count(wanted);
    row.lowest = range.lowest.value();
    row.mean = report.mean(wanted)->value();
    row.highest = range.highest.value();
    record_(row);
  }
}

void Operator::record_answers(const Call& call, const Answer* chosen) {
  for (const Answer& answer : call.answers) {
    QuoteRecord row{.request = static_cast<std::int64_t>(call.request.request)};
    row.minifactory = scenario_.minifactories[answer.supplier->minifactory].name;
    row.round = std::int64_t{call.round} + 1;
    row.called_at_d = in_days(call.called);
    row.answer = answer.quote ? "quote" : answer.arrived ? "refusal" : "none";
    if (answer.arrived) row.answered_at_d = in_days(answer.at);
    if (answer.quote) row.price = answer.quote->price.value();
    if (answer.quote) row.promised_at_d = in_days(answer.quote->promised);
    row.chosen = &answer == chosen;
    record_(row);
  }
}

void Operator::send_to_segment(std::uint32_t segment, const Message& message) {
  world_.send(seating_.cloud_operator(), seating_.segment(segment), message);
}

void Operator::send_to_minifactory(std::uint32_t minifactory, const Message& message) {
  world_.send(seating_.cloud_operator(), seating_.minifactory(minifactory), message);
}

}  // namespace ccm
