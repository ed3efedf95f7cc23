// Does every request live one consistent life, and do the tallies agree with the requests?

#include <algorithm>
#include <set>

#include "models/running_mean.hpp"
#include "tests/properties/market_properties.hpp"

namespace ccm::test {
namespace {

/// How many orders there are for which the function is true.
template <class Condition>
std::int64_t count_orders(const MarketRun& run, Condition condition) {
  return std::ranges::count_if(run.orders(), condition);
}

std::string fields_of(const OrderRecord& order) {
  std::string fields;
  for (const auto& value : {order.price, order.offered_at_d, order.promised_at_d, order.accepted_at_d, order.joined_at_d,
                            order.started_at_d, order.finished_at_d, order.delivered_at_d, order.distance_km, order.unit_cost})
    fields += value ? '1' : '0';
  return fields;
}

/// What is known of an order: nothing of an offer, the offer, the acceptance too, or everything.
void state_and_fields_agree(const MarketRun& run, Violations& violations) {
  const std::set<std::pair<std::string_view, std::string>> allowed{
      {"no_offer", "0000000000"}, {"expired", "0000000000"},   {"open", "0000000000"},      {"rejected", "1110000000"},
      {"open", "1111000000"},     {"cancelled", "1111000000"}, {"delivered", "1111111111"}, {"picked_up", "1111111111"}};
  for (const OrderRecord& order : run.orders()) {
    violations.unless(allowed.contains({order.state, fields_of(order)}), "request {} is {} with fields {}", order.request, order.state,
                      fields_of(order));
    violations.unless(order.minifactory.empty() == !order.price, "request {}: a price and a minifactory come together", order.request);
  }
}

void requests_are_numbered_without_gap(const MarketRun& run, Violations& violations) {
  for (std::size_t s = 0; s < run.scenario.customers.size(); ++s) {
    std::set<std::int64_t> numbers;
    for (const OrderRecord& order : run.orders())
      if (order.segment == run.scenario.customers[s].name)
        violations.unless(numbers.insert(order.request).second, "request {} ends twice", order.request);
    const std::int64_t before = static_cast<std::int64_t>(s + 1) * 1'000'000'000;
    const bool dense = numbers.empty() || (*numbers.begin() == before + 1 && *numbers.rbegin() == before + std::ssize(numbers));
    violations.unless(dense, "segment {} has gaps among its {} requests", s, numbers.size());
  }
}

/// Whether a quote may hold no longer when the customer takes it, who then asks again.
bool quotes_lapse(const MarketRun& run) {
  return std::ranges::any_of(run.scenario.minifactories, [](const MinifactorySpec& minifactory) {
    return minifactory.floor.kind == FloorKind::machines && minifactory.floor.promises == Promises::reserved;
  });
}

void segment_rows_count_the_orders(const MarketRun& run, Violations& violations) {
  for (const SegmentRecord& row : run.segment_rows()) {
    const auto happened = [&](std::optional<double> OrderRecord::*when, std::string_view state = "") {
      return count_orders(run, [&](const OrderRecord& order) {
        return order.segment == row.segment && order.*when && run.period_at(*(order.*when)) == row.period &&
               (state.empty() || order.state == state);
      });
    };
    const auto arrived = count_orders(
        run, [&](const OrderRecord& order) { return order.segment == row.segment && run.period_at(order.requested_at_d) == row.period; });
    const auto counts = [&](std::int64_t said, std::int64_t orders) { return quotes_lapse(run) ? said >= orders : said == orders; };
    violations.unless(counts(row.requests, arrived), "{} period {}: {} requests, {} orders", row.segment, row.period, row.requests,
                      arrived);
    violations.unless(counts(row.offers, happened(&OrderRecord::offered_at_d)), "{} period {}: offers", row.segment, row.period);
    violations.unless(row.sales == happened(&OrderRecord::accepted_at_d), "{} period {}: sales", row.segment, row.period);
    violations.unless(row.rejected == happened(&OrderRecord::offered_at_d, "rejected"), "{} period {}: rejected", row.segment, row.period);
    violations.unless(row.delivered == happened(&OrderRecord::delivered_at_d), "{} period {}: delivered", row.segment, row.period);
  }
}

void segment_totals_count_the_states(const MarketRun& run, Violations& violations) {
  for (const SegmentSpec& segment : run.scenario.customers) {
    std::int64_t no_offer = 0, expired = 0, cancelled = 0, on_time = 0;
    for (const SegmentRecord& row : run.segment_rows())
      if (row.segment == segment.name) no_offer += row.no_offer, expired += row.expired, cancelled += row.cancelled, on_time += row.on_time;
    const auto ended = [&](std::string_view state) {
      return count_orders(run, [&](const OrderRecord& o) { return o.segment == segment.name && o.state == state; });
    };
    violations.unless(no_offer == ended("no_offer"), "{}: no_offer", segment.name);
    violations.unless(expired == ended("expired"), "{}: expired", segment.name);
    violations.unless(cancelled == ended("cancelled"), "{}: cancelled", segment.name);
    const auto punctual = count_orders(
        run, [&](const OrderRecord& o) { return o.segment == segment.name && o.delivered_at_d && *o.delivered_at_d <= *o.promised_at_d; });
    violations.unless(on_time == punctual, "{}: {} on time, {} orders say", segment.name, on_time, punctual);
  }
}

void time_never_runs_backwards(const MarketRun& run, Violations& violations) {
  for (const OrderRecord& order : run.orders()) {
    double before = order.requested_at_d;
    for (const auto& moment :
         {order.offered_at_d, order.accepted_at_d, order.joined_at_d, order.started_at_d, order.finished_at_d, order.delivered_at_d}) {
      violations.unless(!moment || *moment >= before, "request {}: {} comes after {}", order.request, before, moment.value_or(0));
      before = moment.value_or(before);
    }
    violations.unless(before <= run.horizon_d(), "request {} goes on after the horizon", order.request);
  }
}

void customers_decide_by_the_demand_model(const MarketRun& run, Violations& violations) {
  for (const OrderRecord& order : run.orders()) {
    if (!order.price) continue;
    const auto reference = order.reference_price ? std::optional(Money(*order.reference_price)) : std::nullopt;
    const bool worth_it =
        Money(order.willingness_to_pay) >= threshold(demand_of(run.segment(order.segment)), Money(*order.price), reference);
    violations.unless(worth_it == order.accepted_at_d.has_value(), "request {}: worth it {}, {}", order.request, worth_it, order.state);
  }
}

void patience_ends_the_wait(const MarketRun& run, Violations& violations) {
  constexpr double rounding_d = 1e-12;
  for (const OrderRecord& order : run.orders()) {
    const double end = order.requested_at_d + in_days(run.segment(order.segment).patience);
    violations.unless(!order.offered_at_d || *order.offered_at_d <= end + rounding_d, "request {}: offered after the patience had ended",
                      order.request);
    const bool waits = order.state == "open" && !order.accepted_at_d;
    violations.unless(!waits || end >= run.horizon_d() - rounding_d, "request {} still waits", order.request);
    violations.unless(order.state != "expired" || end <= run.horizon_d() + rounding_d, "request {} expired too soon", order.request);
  }
}

/// What a type paid at a minifactory in each period, from 1.
std::vector<MeanPrice> prices_paid(const MarketRun& run, const SegmentSpec& buyers, std::string_view minifactory) {
  std::vector<MeanPrice> paid(static_cast<std::size_t>(run.scenario.time.periods) + 2);
  for (const OrderRecord& order : run.orders()) {
    const bool counts = order.accepted_at_d && order.minifactory == minifactory && order.service == buyers.service;
    if (counts && order.customer_type == name_of(buyers.type))
      paid[static_cast<std::size_t>(run.period_at(*order.accepted_at_d))].add(Money(*order.price));
  }
  return paid;
}

/// What the segment holds against the minifactory in each period, from 1.
std::vector<std::optional<Remembered>> references(const MarketRun& run, const SegmentSpec& segment, std::string_view minifactory) {
  const auto& start = segment.reference_price.start;
  std::vector<std::optional<Remembered>> held(1, start ? std::optional(Remembered{*start, *start}) : std::nullopt);
  for (const MeanPrice& paid : prices_paid(run, segment, minifactory))
    held.push_back(remember(memory_of(segment), held.back(), paid.mean()));
  return held;
}

void reference_prices_follow_what_was_paid(const MarketRun& run, Violations& violations) {
  constexpr double rounding = 1e-12;  // of a mean of a few hundred equal or similar prices
  for (const SegmentSpec& segment : run.scenario.customers)
    for (const MinifactorySpec& minifactory : run.scenario.minifactories) {
      const auto held = references(run, segment, minifactory.name);
      for (const OrderRecord& order : run.orders()) {
        if (order.segment != segment.name || order.minifactory != minifactory.name) continue;
        const auto& expected = held[static_cast<std::size_t>(run.period_at(*order.offered_at_d))];
        const bool same =
            expected.has_value() == order.reference_price.has_value() &&
            (!expected || std::abs(expected->reference.value() - *order.reference_price) <= rounding * *order.reference_price);
        violations.unless(same, "request {}: reference price", order.request);
      }
    }
}

}  // namespace

Properties requests_have_one_life() {
  return {state_and_fields_agree, requests_are_numbered_without_gap, segment_rows_count_the_orders, segment_totals_count_the_states,
          time_never_runs_backwards};
}

Properties customers_buy_by_the_model() {
  return {customers_decide_by_the_demand_model, patience_ends_the_wait, reference_prices_follow_what_was_paid};
}

Properties requests_have_one_life_on_floors() {
  return {state_and_fields_agree,    requests_are_numbered_without_gap,    segment_rows_count_the_orders, segment_totals_count_the_states,
          time_never_runs_backwards, customers_decide_by_the_demand_model, patience_ends_the_wait};
}

}  // namespace ccm::test
