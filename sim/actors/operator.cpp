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

Operator::Operator(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
                   Cashier& cashier, Replication replication)
    : world_(world),
      record_(record),
      scenario_(scenario),
      market_(market),
      seating_(scenario),
      product_data_(product_data_by_segment(scenario)),
      cashier_(cashier),
      matching_(scenario, geography, market, replication),
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

void Operator::on(const Acceptance& acceptance) {
  const auto order = [this](const Quote& quote) { send_to_minifactory(quote.minifactory, Order{quote, product_data_[quote.segment]}); };
  if (!acceptance.quote.lots) return order(acceptance.quote);
  std::ranges::for_each(*acceptance.quote.lots, order);
}

void Operator::on(const Rejection& rejection) {
  if (!rejection.quote.lots) return decline(rejection.quote);
  for (const Quote& lot : *rejection.quote.lots) decline(lot);
}

void Operator::decline(const Quote& quote) {
  if (scenario_.cloud_operator.contract_net == ContractNet::brief) return;
  send_to_minifactory(quote.minifactory, NotChosen{quote.request, quote.lot ? quote.lot->stage.value_or(0) : 0});
}

void Operator::on(const Payment& payment) {
  for (const LotPayment& part : shares_of(payment.quote, payment.amount)) {
    const Income income = cashier_.settle_order(part.quote, part.amount, true);
    send_to_minifactory(part.quote.minifactory, Payout{part.quote.request, income});
  }
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

void Operator::record_answers(const Call& call) {
  for (const Answer& answer : call.answers) record_answer(call, answer);
}

void Operator::record_answer(const Call& call, const Answer& answer) {
  record_([&] { return answer_row(call, answer); });
}

QuoteRecord Operator::answer_row(const Call& call, const Answer& answer) const {
  QuoteRecord row{.request = static_cast<std::int64_t>(call.request.request)};
  row.minifactory = scenario_.minifactories[answer.supplier->minifactory].name;
  row.round = std::int64_t{call.round} + 1;
  row.called_at_d = in_days(answer.called);
  row.answer = answer.quote ? "quote" : answer.arrived ? "refusal" : "none";
  if (market_.in_stages(call.request.segment)) row.stage = std::int64_t{call.stage} + 1;
  if (answer.arrived) row.answered_at_d = in_days(answer.at);
  if (answer.quote) {
    row.price = answer.quote->price.value();
    row.promised_at_d = in_days(answer.quote->promised);
    row.load_h = answer.quote->load;
    row.co2_kg = answer.quote->co2.value();
    if (answer.quote->lot) row.units = answer.quote->lot->units;
  }
  row.reliability = matching_.reliability_of(answer.supplier->minifactory);
  row.chosen = answer.chosen;
  return row;
}

void Operator::send_to_segment(std::uint32_t segment, Message message) {
  world_.send(seating_.cloud_operator(), seating_.segment(segment), std::move(message));
}

void Operator::send_to_minifactory(std::uint32_t minifactory, Message message) {
  world_.send(seating_.cloud_operator(), seating_.minifactory(minifactory), std::move(message));
}

}  // namespace ccm
