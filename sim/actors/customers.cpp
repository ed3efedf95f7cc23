// Who asks, who buys, and what do they remember?

#include "sim/actors/customers.hpp"

#include <algorithm>

#include "models/demand/reference_price.hpp"
#include "models/error.hpp"

namespace ccm {
namespace {

// Requests are numbered by segment: 3000000017 is request 17 of the third segment, whoever else is in the scenario.
constexpr RequestId numbers_per_segment = 1'000'000'000;

std::optional<double> value_of(std::optional<Money> money) { return money ? std::optional(money->value()) : std::nullopt; }

std::optional<double> mean(double sum, std::int64_t count) {
  return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

}  // namespace

Customers::Customers(World& world, const Recorder& record, const Scenario& scenario, std::uint64_t replication, std::uint32_t segment)
    : world_(world),
      record_(record),
      scenario_(scenario),
      spec_(scenario.customers[segment]),
      segment_(segment),
      own_id_(Seating(scenario).segment(segment)),
      demand_(demand_of(spec_)),
      mean_gap_(scenario.time.period / potential_customers(demand_)),
      arrivals_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "arrivals"),
      values_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "values"),
      reference_(spec_.reference_price.start),
      patience_(
          world, spec_.patience, [this](RequestId request) { return is_undecided(request); },
          [this](RequestId request) { give_up(request); }) {
  require_valid(demand_);
}

void Customers::start() { schedule_arrival(); }

void Customers::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToCustomer>) void Customers::on(const Other&) {
  throw ModelError("a customer got a message that is not for customers");
}

void Customers::schedule_arrival() {
  world_.after(arrivals_.exponential(mean_gap_), [this] { arrive(); });
}

void Customers::arrive() {
  schedule_arrival();
  const RequestId request = (segment_ + 1) * numbers_per_segment + ++visits_so_far_;
  visits_.emplace(request, Visit{.requested = world_.now(), .value = draw_value(demand_, values_), .reference = reference_});
  ++tally_.requests;
  send(Request{request, segment_});
  patience_.begin(request);
}

bool Customers::is_undecided(RequestId request) const {
  const auto found = visits_.find(request);
  return found != visits_.end() && !found->second.accepted;
}

void Customers::give_up(RequestId request) {
  ++tally_.expired;
  record_(story_of(request, visits_.at(request), "expired"));
  visits_.erase(request);
}

/// An offer after the patience has ended finds no visit and is dropped.
void Customers::on(const Offer& offer) {
  const auto found = visits_.find(offer.quote.request);
  if (found == visits_.end()) return;
  Visit& visit = found->second;
  visit.quote = offer.quote;
  visit.offered = world_.now();
  ++tally_.offers;
  tally_.offered += offer.quote.price;
  if (visit.value >= threshold(demand_, offer.quote.price, visit.reference))
    accept(visit);
  else
    reject(offer.quote.request);
}

void Customers::accept(Visit& visit) {
  visit.accepted = world_.now();
  ++tally_.sales;
  tally_.sold += visit.quote->price;
  send(Acceptance{*visit.quote});
}

void Customers::reject(RequestId request) {
  ++tally_.rejected;
  record_(story_of(request, visits_.at(request), "rejected"));
  visits_.erase(request);
  send(Rejection{request});
}

void Customers::on(const NoOffer& no_offer) {
  const auto found = visits_.find(no_offer.request);
  if (found == visits_.end()) return;
  ++tally_.no_offer;
  record_(story_of(no_offer.request, found->second, "no_offer"));
  visits_.erase(found);
}

void Customers::receive(const Quote& quote, Kilometres distance, const ProductionStory& story) {
  const Visit visit = visits_.at(quote.request);
  visits_.erase(quote.request);
  ++tally_.delivered;
  tally_.on_time += world_.now() <= quote.promised;
  tally_.paid += quote.price;
  tally_.surplus += visit.value - quote.price;
  tally_.lead_time += world_.now() - visit.requested;
  OrderRecord row = story_of(quote.request, visit, "delivered");
  row.joined_at_d = in_days(story.joined);
  row.started_at_d = in_days(story.started);
  row.finished_at_d = in_days(story.finished);
  row.delivered_at_d = in_days(world_.now());
  row.distance_km = distance.value();
  row.unit_cost = story.unit_cost.value();
  record_(row);
  send(Payment{quote});
}

void Customers::close_period(std::int64_t period) {
  SegmentRecord row{.period = period, .segment = spec_.name, .customer_type = name_of(spec_.type), .reference_price = value_of(reference_)};
  row.requests = tally_.requests;
  row.offers = tally_.offers;
  row.sales = tally_.sales;
  row.rejected = tally_.rejected;
  row.no_offer = tally_.no_offer;
  row.expired = tally_.expired;
  row.delivered = tally_.delivered;
  row.on_time = tally_.on_time;
  row.offered_price_mean = mean(tally_.offered.value(), tally_.offers);
  row.paid_price_mean = mean(tally_.sold.value(), tally_.sales);
  row.lead_time_mean_d = mean(in_days(tally_.lead_time), tally_.delivered);
  row.paid = tally_.paid.value();
  row.surplus = tally_.surplus.value();
  record_(row);
  const auto paid = row.paid_price_mean ? std::optional(Money(*row.paid_price_mean)) : std::nullopt;
  reference_ = next_reference(reference_, paid, spec_.reference_price.memory);
  tally_ = {};
}

void Customers::close() {
  std::vector<RequestId> open;
  for (const auto& [request, visit] : visits_) open.push_back(request);
  std::ranges::sort(open);
  for (const RequestId request : open) record_(story_of(request, visits_.at(request), "open"));
}

void Customers::send(Message message) { world_.send(own_id_, Seating::cloud_operator(), std::move(message)); }

OrderRecord Customers::story_of(RequestId request, const Visit& visit, std::string_view state) const {
  OrderRecord row{
      .request = static_cast<std::int64_t>(request), .segment = spec_.name, .customer_type = name_of(spec_.type), .service = spec_.service};
  row.requested_at_d = in_days(visit.requested);
  row.willingness_to_pay = visit.value.value();
  row.reference_price = value_of(visit.reference);
  row.state = state;
  if (visit.quote) {
    row.minifactory = scenario_.minifactories[visit.quote->minifactory].name;
    row.price = visit.quote->price.value();
    row.offered_at_d = in_days(visit.offered);
    row.promised_at_d = in_days(visit.quote->promised);
  }
  if (visit.accepted) row.accepted_at_d = in_days(*visit.accepted);
  return row;
}

}  // namespace ccm
