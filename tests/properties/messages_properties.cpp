// Do as many messages cross the network as the protocol says?

#include <algorithm>
#include <set>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

const std::set<std::string_view> contractual{"acceptance", "order", "cancel", "cancelled", "too_late", "delay", "payment", "payout"};

std::int64_t in_flight(const MessageRecord& row) { return row.sent - row.delivered - row.duplicates - row.lost; }

std::int64_t accepted(const MarketRun& run) {
  return std::ranges::count_if(run.orders(), [](const OrderRecord& order) { return order.accepted_at_d.has_value(); });
}

std::int64_t in_state(const MarketRun& run, std::string_view state) { return std::ranges::count(run.orders(), state, &OrderRecord::state); }

std::int64_t total(const MarketRun& run, std::int64_t PeriodRecord::*column) {
  std::int64_t sum = 0;
  for (const PeriodRecord& row : run.periods()) sum += row.*column;
  return sum;
}

void messages_arrive_or_are_lost_or_fly(const MarketRun& run, Violations& violations) {
  for (const MessageRecord& row : run.recording.all<MessageRecord>()) {
    violations.unless(in_flight(row) >= 0, "{}: {} sent, {} delivered, {} duplicates, {} lost", row.kind, row.sent, row.delivered,
                      row.duplicates, row.lost);
    violations.unless(run.has_failures() || row.lost + row.duplicates == 0, "{} {} lost without a failure", row.lost, row.kind);
    const bool is_contract = contractual.contains(row.kind);
    violations.unless(is_contract || row.duplicates == 0, "{} {} heard before", row.duplicates, row.kind);
  }
}

/// Every move takes an order from one minifactory to another, and every cancellation has one answer at most.
void orders_move_by_messages(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  const std::int64_t answered = of("cancelled").delivered + of("too_late").delivered;
  violations.unless(of("payment").delivered <= accepted(run), "{} payments for {} orders", of("payment").delivered, accepted(run));
  violations.unless(answered <= 2 * of("cancel").delivered, "{} answers to {} cancellations", answered, of("cancel").delivered);
  violations.unless(of("order").delivered >= total(run, &PeriodRecord::orders), "{} orders arrived, {} joined", of("order").delivered,
                    total(run, &PeriodRecord::orders));
}

/// What was produced has been delivered or is on its way; nothing is made twice.
void nothing_is_made_twice(const MarketRun& run, Violations& violations) {
  const std::int64_t produced = total(run, &PeriodRecord::produced_units);
  const std::int64_t delivered = in_state(run, "delivered") + in_state(run, "picked_up");
  const auto may_travel = std::ranges::count_if(
      run.orders(), [](const OrderRecord& order) { return order.state == "open" && order.accepted_at_d.has_value(); });
  violations.unless(produced >= delivered && produced <= delivered + may_travel, "{} produced, {} delivered, {} may be on their way",
                    produced, delivered, may_travel);
}

/// Each message has its size; of a flow that breaks, less may have got through.
void bytes_are_those_of_the_messages(const MarketRun& run, Violations& violations) {
  constexpr double whole_bytes = 1;  // to which the rest of a transfer is rounded up
  double most_data = 0;
  for (const ServiceSpec& service : run.scenario.services) most_data = std::max(most_data, service.product_data.value());
  for (const MessageRecord& row : run.recording.all<MessageRecord>()) {
    const double common = static_cast<double>(row.sent) * run.scenario.network.message_size.value();
    const bool breaks = run.has_failures() && (row.kind == "order" || run.scenario.network.contention == Contention::all);
    const double most =
        common + (row.kind == "order" ? static_cast<double>(row.sent) * most_data : 0) + whole_bytes * static_cast<double>(row.lost);
    const bool fits = breaks ? row.size_b >= 0 && row.size_b <= most : row.kind == "order" ? row.size_b >= common : row.size_b == common;
    violations.unless(fits, "{}: {} bytes", row.kind, row.size_b);
  }
}

/// What all hosts have sent is what all messages have, and what they have received are the messages that arrived.
void hosts_and_messages_agree(const MarketRun& run, Violations& violations) {
  std::int64_t sent = 0, received = 0, sent_by_kind = 0, heard = 0, lost = 0;
  double bytes = 0, bytes_by_kind = 0;
  for (const HostRecord& host : run.recording.all<HostRecord>()) sent += host.sent, received += host.received, bytes += host.sent_b;
  for (const MessageRecord& row : run.recording.all<MessageRecord>())
    sent_by_kind += row.sent, bytes_by_kind += row.size_b, heard += row.delivered + row.duplicates, lost += row.lost;
  violations.unless(sent == sent_by_kind, "{} sent by hosts, {} by kind", sent, sent_by_kind);
  violations.unless(received >= heard && received <= sent_by_kind, "{} received, {} heard, {} lost", received, heard, lost);
  violations.unless(std::abs(bytes - bytes_by_kind) <= sum_tolerance(static_cast<std::size_t>(sent), bytes), "{} bytes, {} by kind", bytes,
                    bytes_by_kind);
}

std::int64_t repeated_requests(const MarketRun& run) { return run.recording.messages("request").sent - std::ssize(run.orders()); }

void talk_before_the_contract_is_counted(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  const auto chosen = std::ranges::count(run.quotes(), 1, &QuoteRecord::chosen);
  const std::int64_t repeated = repeated_requests(run);
  violations.unless(run.has_failures() ? repeated >= 0 : repeated == 0, "{} requests repeated", repeated);
  violations.unless(of("quote").sent == total(run, &PeriodRecord::quotes), "{} quotes", of("quote").sent);
  violations.unless(of("refusal").sent == total(run, &PeriodRecord::refusals), "{} refusals", of("refusal").sent);
  violations.unless(of("quote").sent + of("refusal").sent == of("call_for_quote").delivered, "{} quotes, {} refusals, {} calls arrived",
                    of("quote").sent, of("refusal").sent, of("call_for_quote").delivered);
  violations.unless(of("offer").sent == chosen, "{} offers, {} quotes chosen", of("offer").sent, chosen);
  violations.unless(of("rejection").sent == in_state(run, "rejected"), "{} rejections, {} orders rejected", of("rejection").sent,
                    in_state(run, "rejected"));
  violations.unless(of("no_offer").sent >= in_state(run, "no_offer"), "{} no_offers, {} heard", of("no_offer").sent,
                    in_state(run, "no_offer"));
}

/// Requests that have not arrived at the operator (lost, or under way at the horizon) leave as many calls out as it asks quotes, and those
/// that arrive again may be called for again.
void every_request_that_arrives_makes_its_calls(const MarketRun& run, Violations& violations) {
  std::int64_t calls = 0;
  for (const OrderRecord& order : run.orders()) calls += std::ssize(run.suppliers(run.segment(order.segment)));
  const MessageRecord request = run.recording.messages("request");
  const std::int64_t quotes = run.scenario.cloud_operator.quotes;
  const std::int64_t left_out = (request.sent - request.delivered) * quotes, again = repeated_requests(run) * quotes;
  const std::int64_t sent = run.recording.messages("call_for_quote").sent;
  violations.unless(sent <= calls + again && sent >= calls - left_out, "{} calls, expected {} less at most {}", sent, calls, left_out);
}

void every_arrived_request_is_closed_or_called(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  const std::int64_t closed = of("offer").sent + of("no_offer").sent, arrived = of("request").delivered;
  std::int64_t young = repeated_requests(run);  // may find their call open, or come late
  const double since = run.horizon_d() - in_days(run.scenario.cloud_operator.quote_deadline);
  for (const OrderRecord& order : run.orders()) young += order.requested_at_d >= since - 0.01;
  violations.unless(closed <= arrived && closed >= arrived - young, "{} requests closed of {}, {} may be open", closed, arrived, young);
}

/// A contractual message of which `due` are needed is sent so often, is repeated only if it or its acknowledgement was lost, and is heard
/// at most once each.
void expect_contract(const MessageRecord& row, std::int64_t due, Violations& violations) {
  violations.unless(row.sent >= due && row.sent <= due + row.lost + row.duplicates, "{}: {} sent, {} due, {} lost, {} duplicates", row.kind,
                    row.sent, due, row.lost, row.duplicates);
  violations.unless(row.delivered <= due, "{}: {} delivered, {} due", row.kind, row.delivered, due);
}

void contracts_are_kept_by_messages(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  expect_contract(of("acceptance"), accepted(run), violations);
  expect_contract(of("order"), of("acceptance").delivered, violations);
  expect_contract(of("payment"), in_state(run, "delivered") + in_state(run, "picked_up"), violations);
  expect_contract(of("payout"), of("payment").delivered, violations);
  violations.unless(of("order").delivered == total(run, &PeriodRecord::orders), "{} orders arrived, {} joined a line",
                    of("order").delivered, total(run, &PeriodRecord::orders));
}

}  // namespace

Properties messages_are_accounted_for() {
  return {messages_arrive_or_are_lost_or_fly,
          bytes_are_those_of_the_messages,
          hosts_and_messages_agree,
          talk_before_the_contract_is_counted,
          every_request_that_arrives_makes_its_calls,
          every_arrived_request_is_closed_or_called};
}

Properties contracts_are_heard_once() { return {contracts_are_kept_by_messages}; }

Properties orders_that_move_are_made_once() {
  return {messages_arrive_or_are_lost_or_fly, bytes_are_those_of_the_messages, hosts_and_messages_agree, orders_move_by_messages,
          nothing_is_made_twice};
}

}  // namespace ccm::test
