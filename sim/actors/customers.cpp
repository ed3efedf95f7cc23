// Who asks, who bids, who buys, and what do they remember?

#include "sim/actors/customers.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

// Requests are numbered by segment: 3000000017 is request 17 of the third segment, whoever else is in the scenario.
constexpr RequestId numbers_per_segment = 1'000'000'000;

std::size_t people_of(const SegmentSpec& segment) {
  const double in_a_period = potential_customers(demand_of(segment)) / static_cast<double>(segment.order_size);
  return static_cast<std::size_t>(segment.reference_price.people.value_or(static_cast<std::int64_t>(std::ceil(in_a_period))));
}

std::size_t service_index(const Scenario& scenario, const SegmentSpec& segment) {
  return static_cast<std::size_t>(&service_named(scenario, segment.service) - scenario.services.data());
}

}  // namespace

Customers::Customers(World& world, const Recorder& record, const Scenario& scenario, const Market& market, Transactions& transactions,
                     std::uint64_t replication, std::uint32_t segment)
    : world_(world),
      record_(record),
      scenario_(scenario),
      spec_(scenario.customers[segment]),
      seating_(scenario),
      segment_(segment),
      own_id_(seating_.segment(segment)),
      suppliers_(market.suppliers[segment]),
      transactions_(transactions),
      buying_(scenario, spec_),
      wanted_{service_index(scenario, spec_), spec_.type},
      product_data_(scenario.services[wanted_.service].product_data),
      people_(people_of(spec_)),
      mean_gap_(scenario.time.period * (static_cast<double>(spec_.order_size) / potential_customers(buying_.demand()))),
      arrivals_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "arrivals"),
      values_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "values"),
      persons_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "persons"),
      provisions_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "provisions"),
      references_(spec_, wanted_.service, people_),
      patience_(
          world, spec_.patience, [this](RequestId request) { return is_undecided(request); },
          [this](RequestId request) { leave(request, "expired", "no_answer"); }),
      talks_(
          world, spec_.talks.answer_within, [this](const BidInTalk& bid) { return is_unanswered(bid); },
          [this](const BidInTalk& bid) { settle_for_asked_price(bid.request, "no_answer"); }) {
  require_valid(buying_.demand());
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
  Visit& visit = visits_.emplace(request, Visit{.requested = world_.now(), .value = draw_value(buying_.demand(), values_)}).first->second;
  if (spec_.reference_price.source == ReferenceSource::individual) visit.person = persons_.index(people_);
  ++tally_.requests;
  ask(request, visit);
  patience_.begin(request);
}

/// Asks as many minifactories as the segment does at a time, from the next one on. Without the operator there may be nobody to ask.
void Customers::ask(RequestId request, Visit& visit) {
  if (spec_.local && suppliers_.empty()) return leave(request, "no_offer", "");
  const std::size_t left = suppliers_.size() - visit.next_supplier;
  const auto count = static_cast<std::uint32_t>(std::min(left, static_cast<std::size_t>(quotes_of(scenario_, spec_))));
  if (count > 0) visit.reference = references_.against(suppliers_[visit.next_supplier].minifactory, visit.person);
  const std::optional<Money> bid = buying_.bid(shopper(visit), visit.bids);
  visit.bids += bid.has_value();
  visit.bargaining_costs += spec_.talks.quote_cost * static_cast<double>(count);
  if (spec_.local)
    world_.send(own_id_, seating_.minifactory(suppliers_.front().minifactory), CallForQuote{request, segment_, 0, bid});
  else
    send(Request{request, segment_, visit.next_supplier, count, bid});
  if (buying_.searches()) visit.next_supplier += count;
}

bool Customers::is_undecided(RequestId request) const {
  const auto found = visits_.find(request);
  return found != visits_.end() && !found->second.accepted;
}

/// A price after the patience has ended finds no visit and is dropped.
void Customers::hear_first_price(const Quote& quote) {
  const auto found = visits_.find(quote.request);
  if (found == visits_.end() || found->second.accepted || found->second.talk) return;
  Visit& visit = found->second;
  visit.reference = references_.against(quote.minifactory, visit.person);
  references_.saw(visit.person, quote.price);
  visit.quote = quote;
  visit.asked = quote.price;
  visit.offered = world_.now();
  ++visit.quotes;
  ++tally_.offers;
  tally_.offered.add(quote.price);
  if (visit.reference) tally_.reference.add(*visit.reference);
  if (buying_.searches() && !is_worth_stopping_at(quote.price)) return search_on(quote.request, visit);
  consider(quote.request, visit, quote.price, 1);
}

void Customers::accept(RequestId request, Visit& visit, Money price) {
  visit.quote->price = price;
  visit.accepted = world_.now();
  if (visit.talk) end_talk(request, visit, price < visit.asked ? "agreed" : "at_asked_price");
  ++tally_.sales;
  tally_.units += spec_.order_size;
  tally_.sold.add(price, static_cast<double>(spec_.order_size));
  transactions_.add(wanted_, visit.quote->minifactory, price, static_cast<double>(spec_.order_size));
  if (spec_.local)
    world_.send(own_id_, seating_.minifactory(visit.quote->minifactory), Order{*visit.quote, product_data_});
  else
    send(Acceptance{*visit.quote});
}

/// The request has come to nothing.
void Customers::leave(RequestId request, std::string_view state, std::string_view outcome_of_talk) {
  Visit& visit = visits_.at(request);
  if (visit.talk) end_talk(request, visit, outcome_of_talk);
  tally_.rejected += state == "rejected";
  tally_.no_offer += state == "no_offer";
  tally_.expired += state == "expired";
  tally_.bargaining_costs += visit.bargaining_costs;
  record_(order_row(scenario_, spec_, request, visit, state));
  if (state == "rejected" && !spec_.local) send(Rejection{request, visit.quote->minifactory});
  visits_.erase(request);
}

void Customers::receive(const Quote& quote, Kilometres distance, const ProductionStory& story) {
  const Visit visit = visits_.at(quote.request);
  visits_.erase(quote.request);
  ++tally_.delivered;
  tally_.on_time += world_.now() <= quote.promised;
  tally_.surplus += (visit.value - quote.price) * static_cast<double>(spec_.order_size);
  tally_.bargaining_costs += visit.bargaining_costs;
  tally_.lead_time += world_.now() - visit.requested;
  OrderRecord row = order_row(scenario_, spec_, quote.request, visit, "delivered");
  row.joined_at_d = in_days(story.joined);
  row.started_at_d = in_days(story.started);
  row.finished_at_d = in_days(story.finished);
  row.delivered_at_d = in_days(world_.now());
  row.distance_km = distance.value();
  row.unit_cost = story.unit_cost.value();
  record_(row);
  const RevenueBase base = scenario_.market.revenue.base;
  if (base == RevenueBase::unit || base == RevenueBase::performance) return pay(quote, amount_due_for(quote, Seconds(0)));
  const Seconds provided = provision();
  world_.after(provided, [this, quote, provided] { pay(quote, amount_due_for(quote, provided)); });
}

/// How long a product is provided.
Seconds Customers::provision() {
  const RevenueSpec& revenue = scenario_.market.revenue;
  return revenue.base == RevenueBase::duration ? provisions_.exponential(revenue.duration) : revenue.duration;
}

Money Customers::amount_due_for(const Quote& quote, Seconds provided) {
  const RevenueSpec& revenue = scenario_.market.revenue;
  const Money price = quote.price * static_cast<double>(spec_.order_size);
  switch (revenue.base) {
    case RevenueBase::unit:
      break;
    case RevenueBase::duration:
      return amount_due(price, provided.value(), revenue.duration.value());
    case RevenueBase::performance:
      return amount_due_late(price, revenue.late_fee, world_.now() - quote.promised);
    case RevenueBase::use:
      return amount_due(price, static_cast<double>(provisions_.poisson(revenue.uses)), revenue.uses);
  }
  return price;
}

void Customers::pay(const Quote& quote, Money amount) {
  tally_.paid += amount;
  const ActorId receiver = spec_.local ? seating_.minifactory(quote.minifactory) : Seating::cloud_operator();
  world_.send(own_id_, receiver, Payment{quote, amount});
}

void Customers::close_period(std::int64_t period) {
  record_(segment_row(spec_, period, tally_));
  references_.learn(transactions_);
  tally_ = {};
}

void Customers::close() {
  std::vector<RequestId> open;
  for (const auto& [request, visit] : visits_) open.push_back(request);
  std::ranges::sort(open);
  for (const RequestId request : open) record_(order_row(scenario_, spec_, request, visits_.at(request), "open"));
}

}  // namespace ccm
