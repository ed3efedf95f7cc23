// Do as many messages cross the network as the protocol says?

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/properties/market_run.hpp"

namespace ccm::test {
namespace {

std::int64_t in_flight(const MessageRecord& row) { return row.sent - row.delivered - row.lost; }

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
    violations.unless(in_flight(row) >= 0, "{}: {} sent, {} delivered, {} lost", row.kind, row.sent, row.delivered, row.lost);
    violations.unless(run.has_failures() || row.lost == 0, "{} {} lost without a failure", row.lost, row.kind);
    const double common = static_cast<double>(row.sent) * run.scenario.network.message_size.value();
    violations.unless(row.kind == "order" ? row.size_b >= common : row.size_b == common, "{}: {} bytes", row.kind, row.size_b);
  }
}

void talk_before_the_contract_is_counted(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  const auto chosen = std::ranges::count(run.quotes(), 1, &QuoteRecord::chosen);
  violations.unless(of("request").sent == std::ssize(run.orders()), "{} requests, {} orders", of("request").sent, run.orders().size());
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

/// Requests that have not arrived at the operator (lost, or under way at the horizon) leave as many calls out as it asks quotes.
void every_request_that_arrives_makes_its_calls(const MarketRun& run, Violations& violations) {
  std::int64_t calls = 0;
  for (const OrderRecord& order : run.orders()) calls += std::ssize(run.suppliers(run.segment(order.segment)));
  const MessageRecord request = run.recording.messages("request");
  const std::int64_t left_out = (request.sent - request.delivered) * run.scenario.cloud_operator.quotes;
  const std::int64_t sent = run.recording.messages("call_for_quote").sent;
  violations.unless(sent <= calls && sent >= calls - left_out, "{} calls, expected {} less at most {}", sent, calls, left_out);
}

void every_arrived_request_is_closed_or_called(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  const std::int64_t closed = of("offer").sent + of("no_offer").sent, arrived = of("request").delivered;
  std::int64_t young = 0;
  const double since = run.horizon_d() - in_days(run.scenario.cloud_operator.quote_deadline);
  for (const OrderRecord& order : run.orders()) young += order.requested_at_d >= since - 0.01;
  violations.unless(closed <= arrived && closed >= arrived - young, "{} requests closed of {}, {} may be open", closed, arrived, young);
}

/// A contractual message of which `due` are needed is sent so often, repeats a loss only, and arrives at most once each.
void expect_contract(const MessageRecord& row, std::int64_t due, Violations& violations) {
  violations.unless(row.sent >= due && row.sent <= due + row.lost, "{}: {} sent, {} due, {} lost", row.kind, row.sent, due, row.lost);
  violations.unless(row.delivered <= due, "{}: {} delivered, {} due", row.kind, row.delivered, due);
}

void contracts_are_kept_by_messages(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  expect_contract(of("acceptance"), accepted(run), violations);
  expect_contract(of("order"), of("acceptance").delivered, violations);
  expect_contract(of("payment"), in_state(run, "delivered"), violations);
  expect_contract(of("payout"), of("payment").delivered, violations);
  violations.unless(of("order").delivered == total(run, &PeriodRecord::orders), "{} orders arrived, {} joined a line",
                    of("order").delivered, total(run, &PeriodRecord::orders));
}

}  // namespace

TEST_CASE("every message is accounted for") {
  hold_in_random_scenarios({messages_arrive_or_are_lost_or_fly, talk_before_the_contract_is_counted,
                            every_request_that_arrives_makes_its_calls, every_arrived_request_is_closed_or_called});
}

TEST_CASE("contractual messages are repeated after a loss only, and arrive once") {
  hold_in_random_scenarios({contracts_are_kept_by_messages});
}

}  // namespace ccm::test
