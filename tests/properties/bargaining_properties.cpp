// However prices form, does every request end once, at a price that suits both sides, and is nothing lost?

#include <algorithm>
#include <set>

#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

constexpr double rounding = 1e-9;  // prices go through some ten roundings

std::optional<Money> reference_of(const OrderRecord& order) {
  return order.reference_price ? std::optional(Money(*order.reference_price)) : std::nullopt;
}

void every_request_ends_once(const MarketRun& run, Violations& violations) {
  const std::set<std::string_view> states{"delivered", "picked_up", "rejected", "no_offer", "expired", "open"};
  std::set<std::int64_t> ended;
  std::int64_t requests = 0;
  for (const SegmentRecord& row : run.segment_rows()) requests += row.requests;
  for (const OrderRecord& order : run.orders()) {
    violations.unless(states.contains(order.state), "request {} is {}", order.request, order.state);
    violations.unless(ended.insert(order.request).second, "request {} ends twice", order.request);
    const bool contract = order.delivered_at_d || (order.state == "open" && order.accepted_at_d);
    violations.unless(contract == order.accepted_at_d.has_value(), "request {} is {} after acceptance", order.request, order.state);
  }
  violations.unless(requests == std::ssize(run.orders()), "{} requests, {} ends", requests, run.orders().size());
}

void every_acceptance_makes_one_order(const MarketRun& run, Violations& violations) {
  const auto accepted = std::ranges::count_if(run.orders(), [](const OrderRecord& order) { return order.accepted_at_d.has_value(); });
  std::int64_t ordered = 0, made = 0;
  for (const PeriodRecord& row : run.periods()) ordered += row.orders, made += row.started;
  violations.unless(ordered <= accepted, "{} orders after {} acceptances", ordered, accepted);
  violations.unless(ordered == run.recording.messages("order").delivered, "{} orders from {} messages", ordered,
                    run.recording.messages("order").delivered);
  violations.unless(made <= ordered, "{} started of {} orders", made, ordered);
  if (!run.has_failures()) violations.unless(accepted - ordered <= 20, "{} acceptances are still under way", accepted - ordered);
}

void nobody_pays_more_than_the_value(const MarketRun& run, Violations& violations) {
  for (const OrderRecord& order : run.orders()) {
    if (!order.accepted_at_d) continue;
    const LinearDemand demand = demand_of(run.segment(order.segment));
    // Where the buyer binds itself before it knows who answers, the reference price is that of the nearest minifactory.
    const bool bid_first = run.scenario.market.prices == PriceFormation::buyer || run.scenario.market.prices == PriceFormation::clearing;
    if (bid_first && (demand.gain > 0 || demand.loss > 0)) continue;
    const double limit = reservation_price(demand, Money(order.willingness_to_pay), reference_of(order)).value();
    violations.unless(*order.price <= limit + rounding * (1 + std::abs(limit)), "request {} pays {} of at most {}", order.request,
                      *order.price, limit);
  }
}

/// The least that units of the service cost the minifactory in the periods of the talk, less what the third party pays.
double least_cost(const MarketRun& run, const OrderRecord& order) {
  double least = std::numeric_limits<double>::infinity();
  const std::int64_t first = run.period_at(order.requested_at_d), last = run.period_at(*order.accepted_at_d);
  for (const PriceRecord& row : run.recording.all<PriceRecord>())
    if (row.minifactory == order.minifactory && row.service == order.service && row.period >= first && row.period <= last)
      least = std::min(least, row.unit_cost);
  return std::max(0.0, least - run.scenario.market.revenue.third_party.value());
}

/// Prices on the tag cover the cost; what is bid for or talked down from there leaves it after the commission.
void nobody_sells_below_cost(const MarketRun& run, Violations& violations) {
  for (const OrderRecord& order : run.orders()) {
    if (!order.accepted_at_d || run.minifactory(order.minifactory).pricing.learn) continue;  // exploration varies prices near the cost
    const bool on_tag = run.scenario.market.prices != PriceFormation::buyer && *order.price >= *order.asked_price;
    const bool on_platform = !run.segment(order.segment).local && !on_tag;
    const double left = *order.price * (1 - (on_platform ? run.scenario.cloud_operator.commission : 0)), cost = least_cost(run, order);
    violations.unless(left >= cost - rounding * (1 + std::abs(cost)), "request {} leaves {} for a cost of {}", order.request, left, cost);
  }
}

void talks_are_told_once_and_agree_with_the_order(const MarketRun& run, Violations& violations) {
  std::map<std::int64_t, OrderRecord> orders;
  for (const OrderRecord& order : run.orders()) orders[order.request] = order;
  std::set<std::int64_t> told;
  for (const NegotiationRecord& talk : run.recording.all<NegotiationRecord>()) {
    const OrderRecord& order = orders.at(talk.request);
    violations.unless(told.insert(talk.request).second, "request {} talks twice", talk.request);
    violations.unless(order.accepted_at_d.has_value() == talk.price.has_value(), "request {}: {} after talks", talk.request, order.state);
    violations.unless(!talk.price || *talk.price == *order.price, "request {}: price", talk.request);
    violations.unless(*talk.first_bid <= *talk.last_bid, "request {} takes a bid back", talk.request);
    violations.unless(!talk.price || *talk.price <= talk.asked_price * (1 + rounding), "request {} pays more than was asked", talk.request);
    violations.unless((talk.outcome == "agreed" || talk.outcome == "at_asked_price") == talk.price.has_value(), "request {}: {}",
                      talk.request, talk.outcome);
  }
}

void segments_count_units_and_talks(const MarketRun& run, Violations& violations) {
  for (const SegmentSpec& segment : run.scenario.customers) {
    std::int64_t units = 0, sales = 0, talks = 0, agreements = 0, told = 0, open = 0;
    for (const SegmentRecord& row : run.segment_rows())
      if (row.segment == segment.name) units += row.units, sales += row.sales, talks += row.talks, agreements += row.agreements;
    for (const NegotiationRecord& talk : run.recording.all<NegotiationRecord>()) told += talk.segment == segment.name;
    for (const OrderRecord& order : run.orders()) open += order.segment == segment.name && order.state == "open" && !order.accepted_at_d;
    violations.unless(units == sales * segment.order_size, "{}: {} units in {} sales", segment.name, units, sales);
    violations.unless(agreements <= told && told <= talks && talks <= told + open, "{}: {} talks, {} told, {} open", segment.name, talks,
                      told, open);
  }
}

void money_is_conserved(const MarketRun& run, Violations& violations) {
  double paid = 0, received = 0;
  for (const AccountRecord& account : run.accounts()) paid += account.paid, received += account.received;
  violations.unless(std::abs(paid - received) <= sum_tolerance(4 * run.orders().size(), paid), "paid {}, received {}", paid, received);
  for (const AccountRecord& account : run.accounts())
    violations.unless((account.role != "operator" && account.role != "carriers") || account.paid == 0, "{} has paid", account.account);
}

void local_customers_pay_no_commission(const MarketRun& run, Violations& violations) {
  for (const OrderRecord& order : run.orders()) {
    const auto& local = run.segment(order.segment).local;
    violations.unless(!local || order.minifactory.empty() || order.minifactory == *local, "request {} goes elsewhere", order.request);
  }
  for (const QuoteRecord& quote : run.quotes()) {
    const auto segment = static_cast<std::size_t>(quote.request / 1'000'000'000 - 1);
    violations.unless(!run.scenario.customers[segment].local, "request {} of local customers reaches the operator", quote.request);
  }
}

}  // namespace

Properties bargains_end_once() { return {every_request_ends_once, every_acceptance_makes_one_order, segments_count_units_and_talks}; }

Properties bargains_lie_between_cost_and_value() {
  return {nobody_pays_more_than_the_value, nobody_sells_below_cost, talks_are_told_once_and_agree_with_the_order};
}

Properties bargains_conserve_money() { return {money_is_conserved, local_customers_pay_no_commission}; }

}  // namespace ccm::test
