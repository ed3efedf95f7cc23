// What do the tables say of customers?

#include "sim/segment_rows.hpp"

#include <algorithm>

namespace ccm {
namespace {

std::optional<double> value_of(std::optional<Money> money) { return money ? std::optional(money->value()) : std::nullopt; }

std::optional<double> days_or_none(std::optional<Seconds> time) { return time ? std::optional(in_days(*time)) : std::nullopt; }

std::optional<double> mean(double sum, std::int64_t count) {
  return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

}  // namespace

void Arrivals::add(std::int64_t units, const Delivery& delivery) {
  const bool is_first = units_ == 0;
  const double before = static_cast<double>(units_), more = static_cast<double>(units);
  ProductionStory& sum = all_.story;
  const ProductionStory& story = delivery.story;
  sum.joined = is_first ? story.joined : std::min(sum.joined, story.joined);
  sum.started = is_first ? story.started : std::min(sum.started, story.started);
  sum.finished = is_first ? story.finished : std::max(sum.finished, story.finished);
  sum.unit_cost = is_first ? story.unit_cost : (sum.unit_cost * before + story.unit_cost * more) / (before + more);
  sum.co2 += story.co2;
  all_.distance += story.travelled + delivery.distance;
  all_.freight += story.freight;
  all_.freight += delivery.freight;
  units_ += units;
}

SegmentRecord segment_row(const SegmentSpec& segment, std::int64_t period, const SegmentTally& tally) {
  SegmentRecord row{.period = period, .segment = segment.name, .customer_type = name_of(segment.type)};
  row.reference_price = value_of(tally.reference.mean());
  row.requests = tally.requests;
  row.offers = tally.offers;
  row.talks = tally.talks;
  row.agreements = tally.agreements;
  row.sales = tally.sales;
  row.units = tally.units;
  row.rejected = tally.rejected;
  row.no_offer = tally.no_offer;
  row.expired = tally.expired;
  row.cancelled = tally.cancelled;
  row.delivered = tally.delivered;
  row.on_time = tally.on_time;
  row.offered_price_mean = value_of(tally.offered.mean());
  row.paid_price_mean = value_of(tally.sold.mean());
  row.lead_time_mean_d = mean(in_days(tally.lead_time), tally.delivered);
  row.paid = tally.paid.value();
  row.surplus = tally.surplus.value();
  row.bargaining_costs = tally.bargaining_costs.value();
  return row;
}

OrderRecord order_row(const Scenario& scenario, const SegmentSpec& segment, RequestId request, const Visit& visit, std::string_view state) {
  OrderRecord row{.request = static_cast<std::int64_t>(request),
                  .segment = segment.name,
                  .customer_type = name_of(segment.type),
                  .service = segment.service};
  row.requested_at_d = in_days(visit.requested);
  row.willingness_to_pay = visit.value.value();
  row.units = segment.order_size;
  row.quotes = visit.quotes;
  row.bids = visit.bids;
  row.bargaining_costs = visit.bargaining_costs.value();
  row.reference_price = value_of(visit.reference);
  row.state = state;
  if (visit.quote) {
    row.minifactory = scenario.minifactories[visit.quote->minifactory].name;
    row.asked_price = visit.asked.value();
    row.price = visit.quote->price.value();
    row.offered_at_d = in_days(visit.offered);
    row.promised_at_d = in_days(visit.quote->promised);
    row.lots = visit.quote->lots ? std::ssize(*visit.quote->lots) : 1;
  }
  row.accepted_at_d = days_or_none(visit.accepted);
  return row;
}

OrderRecord delivered_row(OrderRecord order, const Delivery& delivery, Seconds now) {
  order.joined_at_d = in_days(delivery.story.joined);
  order.started_at_d = in_days(delivery.story.started);
  order.finished_at_d = in_days(delivery.story.finished);
  order.delivered_at_d = in_days(now);
  order.distance_km = delivery.distance.value();
  order.unit_cost = delivery.story.unit_cost.value();
  order.freight_cost = delivery.freight.cost.value();
  order.making_co2_kg = delivery.story.co2.value();
  order.freight_co2_kg = delivery.freight.co2.value();
  return order;
}

NegotiationRecord negotiation_row(const Scenario& scenario, const SegmentSpec& segment, RequestId request, const Visit& visit,
                                  Money reservation, Seconds now, std::string_view outcome) {
  const Talk& talk = *visit.talk;
  NegotiationRecord row{.request = static_cast<std::int64_t>(request),
                        .segment = segment.name,
                        .minifactory = scenario.minifactories[visit.quote->minifactory].name};
  row.began_at_d = in_days(talk.began);
  row.ended_at_d = in_days(now);
  row.asked_price = visit.asked.value();
  row.reservation_price = reservation.value();
  row.first_bid = talk.first_bid.value();
  row.last_bid = talk.last_bid.value();
  row.last_ask = value_of(talk.last_ask);
  if (visit.accepted) row.price = visit.quote->price.value();
  row.messages = talk.messages;
  row.outcome = outcome;
  return row;
}

}  // namespace ccm
