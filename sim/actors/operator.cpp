// How does the cloud operator bring customers and minifactories together?

#include "sim/actors/operator.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

std::vector<Bytes> product_data_by_segment(const Scenario& scenario) {
  std::vector<Bytes> sizes;
  for (const SegmentSpec& segment : scenario.customers) sizes.push_back(service_named(scenario, segment.service).product_data);
  return sizes;
}

}  // namespace

Operator::Operator(World& world, const Recorder& record, const Scenario& scenario, const Market& market)
    : world_(world),
      record_(record),
      scenario_(scenario),
      market_(market),
      seating_(scenario),
      product_data_(product_data_by_segment(scenario)),
      ledger_(1 + seating_.segments + seating_.minifactories),
      deadlines_(
          world, scenario.cloud_operator.quote_deadline, [this](RequestId request) { return calls_.contains(request); },
          [this](RequestId request) { close(request); }) {}

void Operator::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToOperator>) void Operator::on(const Other&) {
  throw ModelError("the operator got a message that is not for it");
}

void Operator::on(const Request& request) {
  const auto& suppliers = market_.suppliers[request.segment];
  const std::size_t asked = std::min(suppliers.size(), static_cast<std::size_t>(scenario_.cloud_operator.quotes));
  Call call{.segment = request.segment, .called = world_.now()};
  for (std::size_t i = 0; i < asked; ++i) call.answers.push_back({.supplier = &suppliers[i]});
  for (const Answer& answer : call.answers)
    send_to_minifactory(answer.supplier->minifactory, CallForQuote{request.request, request.segment});
  calls_.emplace(request.request, std::move(call));
  if (asked == 0) return close(request.request);
  deadlines_.begin(request.request);
}

void Operator::on(const Quote& quote) { answered(quote.request, quote.minifactory, quote); }
void Operator::on(const Refusal& refusal) { answered(refusal.request, refusal.minifactory, std::nullopt); }

/// Answers after the deadline find no call and are dropped.
void Operator::answered(RequestId request, std::uint32_t minifactory, std::optional<Quote> quote) {
  const auto found = calls_.find(request);
  if (found == calls_.end()) return;
  auto& answers = found->second.answers;
  const auto answer = std::ranges::find(answers, minifactory, [](const Answer& a) { return a.supplier->minifactory; });
  answer->arrived = true;
  answer->at = world_.now();
  answer->quote = quote;
  if (std::ranges::all_of(answers, &Answer::arrived)) close(request);
}

void Operator::close(RequestId request) {
  const Call call = std::move(calls_.extract(request).mapped());
  const Answer* best = nullptr;  // the cheapest; the nearer one if two cost the same
  for (const Answer& answer : call.answers)
    if (answer.quote && (!best || answer.quote->price < best->quote->price)) best = &answer;
  record_answers(request, call, best);
  send_to_segment(call.segment, best ? Message(Offer{*best->quote}) : Message(NoOffer{request}));
}

void Operator::on(const Acceptance& acceptance) {
  send_to_minifactory(acceptance.quote.minifactory, Order{acceptance.quote, product_data_[acceptance.quote.segment]});
}

void Operator::on(const Payment& payment) {
  const Quote& quote = payment.quote;
  const Settlement shares = settle(quote.price, scenario_.cloud_operator.commission);
  ledger_.transfer(seating_.segment(quote.segment), seating_.cloud_operator(), shares.to_operator);
  ledger_.transfer(seating_.segment(quote.segment), seating_.minifactory(quote.minifactory), shares.to_seller);
  send_to_minifactory(quote.minifactory, Payout{quote.request, quote.price, shares.to_operator});
}

void Operator::record_answers(RequestId request, const Call& call, const Answer* chosen) {
  for (const Answer& answer : call.answers) {
    QuoteRecord row{.request = static_cast<std::int64_t>(request)};
    row.minifactory = scenario_.minifactories[answer.supplier->minifactory].name;
    row.called_at_d = in_days(call.called);
    row.answer = answer.quote ? "quote" : answer.arrived ? "refusal" : "none";
    if (answer.arrived) row.answered_at_d = in_days(answer.at);
    if (answer.quote) row.price = answer.quote->price.value();
    if (answer.quote) row.promised_at_d = in_days(answer.quote->promised);
    row.chosen = &answer == chosen;
    record_(row);
  }
}

void Operator::send_to_segment(std::uint32_t segment, Message message) {
  world_.send(seating_.cloud_operator(), seating_.segment(segment), std::move(message));
}

void Operator::send_to_minifactory(std::uint32_t minifactory, Message message) {
  world_.send(seating_.cloud_operator(), seating_.minifactory(minifactory), std::move(message));
}

}  // namespace ccm
