// Do orders, units and money survive when the operator matches by policy, and several minifactories make an order?

#include <algorithm>
#include <set>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

std::map<std::int64_t, std::vector<LotRecord>> lots_by_request(const MarketRun& run) {
  std::map<std::int64_t, std::vector<LotRecord>> lots;
  for (const LotRecord& lot : run.recording.all<LotRecord>()) lots[lot.request].push_back(lot);
  return lots;
}

bool has_come(const OrderRecord& order) { return order.state == "delivered" || order.state == "picked_up"; }

/// The quotes of the last call for each request and stage; after a failure a request may be called for from the beginning again.
std::map<std::pair<std::int64_t, std::int64_t>, std::vector<QuoteRecord>> last_calls(const MarketRun& run) {
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<QuoteRecord>> calls;
  for (const QuoteRecord& quote : run.quotes()) {
    auto& call = calls[{quote.request, quote.stage.value_or(0)}];
    const bool is_again = std::ranges::find(call, quote.minifactory, &QuoteRecord::minifactory) != call.end();
    if (!call.empty() && (call.back().round != quote.round || is_again)) call.clear();
    call.push_back(quote);
  }
  return calls;
}

std::map<std::int64_t, OrderRecord> orders_by_request(const MarketRun& run) {
  std::map<std::int64_t, OrderRecord> orders;
  for (const OrderRecord& order : run.orders()) orders[order.request] = order;
  return orders;
}

/// Those made for a delivered order: each stage all units once, a split its units once.
void every_unit_is_made_once(const MarketRun& run, Violations& violations) {
  const auto lots = lots_by_request(run);
  for (const OrderRecord& order : run.orders()) {
    if (!has_come(order)) continue;
    if (*order.lots == 1) {
      violations.unless(!lots.contains(order.request), "request {}: lots of a whole order", order.request);
      continue;
    }
    const auto& made = lots.at(order.request);
    violations.unless(std::ssize(made) == *order.lots, "request {}: {} lots of {}", order.request, made.size(), *order.lots);
    std::map<std::int64_t, std::int64_t> units;
    for (const LotRecord& lot : made) units[lot.stage.value_or(0)] += lot.units;
    for (const auto& [stage, sum] : units)
      violations.unless(sum == order.units, "request {} stage {}: {} of {} units", order.request, stage, sum, order.units);
    if (made.front().stage)
      violations.unless(std::ssize(units) == *order.lots, "request {}: {} stages made, {} wanted", order.request, units.size(),
                        *order.lots);
  }
}

void stages_follow_each_other(const MarketRun& run, Violations& violations) {
  for (auto [request, lots] : lots_by_request(run)) {
    std::ranges::sort(lots, {}, &LotRecord::lot);
    for (std::size_t i = 0; i + 1 < lots.size(); ++i) {
      if (!lots[i].stage) continue;
      violations.unless(lots[i].onward == lots[i + 1].minifactory, "request {}: goes on at another place", request);
      violations.unless(lots[i].finished_at_d <= lots[i + 1].joined_at_d, "request {}: a stage began before the one before it ended",
                        request);
    }
  }
}

void the_price_is_the_sum_of_the_lots(const MarketRun& run, Violations& violations) {
  const auto lots = lots_by_request(run);
  for (const OrderRecord& order : run.orders()) {
    if (!has_come(order) || *order.lots == 1) continue;
    double sum = 0;
    for (const LotRecord& lot : lots.at(order.request)) sum += lot.price * static_cast<double>(lot.units);
    const double paid = *order.price * static_cast<double>(order.units);
    violations.unless(std::abs(sum - paid) <= 8 * sum_tolerance(lots.at(order.request).size(), sum), "request {}: price {}, lots {}",
                      order.request, paid, sum);
  }
}

void money_is_conserved(const MarketRun& run, Violations& violations) {
  double paid = 0, received = 0, due = 0;
  for (const AccountRecord& account : run.accounts()) paid += account.paid, received += account.received;
  for (const AccountRecord& account : run.accounts())
    if (account.role == "carriers") due += account.received;
  std::int64_t delivered = 0;
  for (const OrderRecord& order : run.orders())
    if (has_come(order)) ++delivered, due += *order.price * static_cast<double>(order.units);
  const std::size_t terms = 8 * run.orders().size();
  violations.unless(std::abs(paid - received) <= sum_tolerance(terms, paid), "paid {}, received {}", paid, received);
  const bool settled = run.recording.messages("payment").delivered == delivered;
  violations.unless(!settled || std::abs(paid - due) <= sum_tolerance(terms, due), "paid {} of {}", paid, due);
  violations.unless(paid <= due + sum_tolerance(terms, due), "paid {}, more than {}", paid, due);
}

/// As many orders, reports and payouts as lots; each arrives at most once, and every order that arrives is counted by its minifactory.
void messages_count_the_lots(const MarketRun& run, Violations& violations) {
  const auto of = [&](std::string_view kind) { return run.recording.messages(kind); };
  std::int64_t lots = 0, delivered_lots = 0, orders = 0;
  for (const OrderRecord& order : run.orders()) {
    if (!order.accepted_at_d) continue;
    lots += *order.lots;
    if (has_come(order)) delivered_lots += *order.lots;
  }
  for (const PeriodRecord& row : run.periods()) orders += row.orders;
  violations.unless(of("order").delivered <= lots && of("order").delivered == orders, "{} orders arrived, {} counted, {} lots",
                    of("order").delivered, orders, lots);
  violations.unless(of("payout").delivered <= delivered_lots, "{} payouts for {} lots", of("payout").delivered, delivered_lots);
  violations.unless(of("quote").sent + of("refusal").sent == of("call_for_quote").delivered, "calls and answers differ");
  const std::int64_t under_way = of("acceptance").sent - of("acceptance").delivered;
  violations.unless(run.has_failures() || under_way > 0 || of("order").sent == lots, "{} orders sent for {} lots", of("order").sent, lots);
}

void every_request_has_one_end(const MarketRun& run, Violations& violations) {
  std::set<std::int64_t> seen;
  for (const OrderRecord& order : run.orders())
    violations.unless(seen.insert(order.request).second, "request {} ends twice", order.request);
  std::int64_t requests = 0;
  for (const SegmentRecord& row : run.segment_rows()) requests += row.requests;
  violations.unless(requests == std::ssize(seen), "{} requests, {} ends", requests, seen.size());
}

/// What the policy puts lowest, from the tables and coordinates alone; nothing for policies that draw or weigh.
std::optional<double> measure(const MarketRun& run, const QuoteRecord& quote, const SegmentSpec& segment) {
  const std::string& matching = run.scenario.cloud_operator.matching;
  if (matching == "cheapest") return quote.price;
  if (matching == "earliest") return quote.promised_at_d;
  if (matching == "least_co2") return quote.co2_kg;
  if (matching == "least_loaded") return quote.load_h;
  if (matching == "nearest_capable" && !quote.stage) return run.distance(run.minifactory(quote.minifactory), segment).value();
  return std::nullopt;
}

void the_policy_decides(const MarketRun& run, Violations& violations) {
  const auto orders = orders_by_request(run);
  for (const auto& [key, call] : last_calls(run)) {
    const SegmentSpec& segment = run.segment(orders.at(key.first).segment);
    const auto chosen = std::ranges::count(call, 1, &QuoteRecord::chosen);
    violations.unless(chosen <= 1 || call.front().stage.has_value() == false, "request {}: {} chosen for one stage", key.first, chosen);
    if (chosen != 1) continue;
    const QuoteRecord& best = *std::ranges::find(call, 1, &QuoteRecord::chosen);
    violations.unless(best.answer == "quote", "request {}: a {} was chosen", key.first, best.answer);
    for (const QuoteRecord& quote : call)
      if (quote.answer == "quote" && measure(run, quote, segment))
        violations.unless(*measure(run, best, segment) <= *measure(run, quote, segment), "request {}: {} was better", key.first,
                          quote.minifactory);
  }
}

void nobody_is_asked_twice_in_a_call(const MarketRun& run, Violations& violations) {
  std::set<std::tuple<std::int64_t, double, std::int64_t, std::string_view>> asked;
  for (const QuoteRecord& quote : run.quotes()) {
    violations.unless(asked.insert({quote.request, quote.called_at_d, quote.round, quote.minifactory}).second,
                      "request {}: {} asked twice in call {}", quote.request, quote.minifactory, quote.round);
    violations.unless(quote.reliability > 0 && quote.reliability < 1, "request {}: reliability {}", quote.request, quote.reliability);
  }
}

void lots_are_no_larger_than_allowed(const MarketRun& run, Violations& violations) {
  const auto& most = run.scenario.cloud_operator.split_above;
  if (!most) return;
  for (const LotRecord& lot : run.recording.all<LotRecord>())
    violations.unless(lot.stage || lot.units <= *most, "request {}: a lot of {} units", lot.request, lot.units);
}

}  // namespace

Properties lots_conserve_units_and_money() {
  return {every_unit_is_made_once, stages_follow_each_other,  the_price_is_the_sum_of_the_lots, money_is_conserved,
          messages_count_the_lots, every_request_has_one_end, lots_are_no_larger_than_allowed};
}

Properties the_matching_policy_decides() { return {the_policy_decides, nobody_is_asked_twice_in_a_call}; }

}  // namespace ccm::test
