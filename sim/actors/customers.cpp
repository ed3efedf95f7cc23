// Who asks, who bids, who buys, and what do they remember?

#include "sim/actors/customers.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace ccm {
namespace {

std::size_t people_of(const SegmentSpec& segment) {
  const double in_a_period = potential_customers(demand_of(segment)) / static_cast<double>(segment.order_size);
  return static_cast<std::size_t>(segment.reference_price.people.value_or(static_cast<std::int64_t>(std::ceil(in_a_period))));
}

std::size_t service_index(const Scenario& scenario, const SegmentSpec& segment) {
  return static_cast<std::size_t>(&service_named(scenario, segment.service) - scenario.services.data());
}

}  // namespace

Customers::Customers(World& world, const Recorder& record, const Scenario& scenario, const Market& market, Transactions& transactions,
                     Replication replication, std::uint32_t segment)
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
      cancellations_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "cancellations"),
      references_(spec_, wanted_.service, people_),
      backoff_(backoff_of(scenario.network)),
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
  const RequestId request = (segment_ + 1) * requests_per_segment + ++visits_so_far_;
  Visit& visit = visits_.emplace(request, Visit{.requested = world_.now(), .value = draw_value(buying_.demand(), values_)}).first->second;
  if (spec_.reference_price.source == ReferenceSource::individual) visit.person = persons_.index(people_);
  ++tally_.requests;
  if (scenario_.results.orders) world_.data_volume().watch(request);
  ask(request, visit);
  patience_.begin(request);
}

bool Customers::is_undecided(RequestId request) const {
  const auto found = visits_.find(request);
  return found != visits_.end() && !found->second.accepted;
}

void Customers::hear_first_price(const Quote& quote, CallId question) {
  Visit* waiting = awaiting_answer(quote.request, question);
  if (!waiting) return;
  Visit& visit = *waiting;
  ++visit.answers;
  visit.reference = references_.against(quote.minifactory, visit.person);
  references_.saw(visit.person, quote.price);
  visit.quote = quote;
  visit.asked = quote.price;
  visit.offered = world_.now();
  ++visit.quotes;
  ++tally_.offers;
  tally_.offered.add(quote.price);
  if (visit.reference) tally_.reference.add(*visit.reference);
  if (buying_.searches() && !is_worth_stopping_at(quote.price, visit)) return search_on(quote.request, visit);
  consider(quote.request, visit, quote.price, 1);
}

/// A quote that holds no longer is forgotten, and asked for anew.
void Customers::ask_anew(RequestId request, Visit& visit) {
  if (visit.talk) end_talk(request, visit, "left");
  visit.talk.reset();
  visit.quote.reset();
  visit.best.reset();
  if (buying_.bid(shopper(visit), 0) && !buying_.bid(shopper(visit), visit.bids)) return leave(request, "expired", "");
  look_again(request);
}

void Customers::accept(RequestId request, Visit& visit, Money price) {
  if (world_.now() > visit.quote->valid_until) return ask_anew(request, visit);
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
  think_again(request, *visit.quote);
}

/// Some customers do not want it any more after a while.
void Customers::think_again(RequestId request, const Quote& quote) {
  if (spec_.cancels == 0 || quote.lots || cancellations_.uniform(0, 1) >= spec_.cancels) return;
  world_.after(cancellations_.exponential(spec_.cancels_after), [this, request, quote] {
    if (visits_.contains(request)) cancel(quote);
  });
}

void Customers::cancel(const Quote& quote) {
  world_.send(own_id_, spec_.local ? seating_.minifactory(quote.minifactory) : Seating::cloud_operator(), Cancel{quote});
}

void Customers::on(const Cancelled& cancelled) {
  if (visits_.contains(cancelled.request)) leave(cancelled.request, "cancelled", "");
}

/// The request has come to nothing.
void Customers::leave(RequestId request, std::string_view state, std::string_view outcome_of_talk) {
  Visit& visit = visits_.at(request);
  if (visit.talk && !visit.accepted) end_talk(request, visit, outcome_of_talk);
  tally_.rejected += state == "rejected";
  tally_.no_offer += state == "no_offer";
  tally_.expired += state == "expired";
  tally_.cancelled += state == "cancelled";
  tally_.bargaining_costs += visit.bargaining_costs;
  record_([&] { return row_of(request, visit, state); });
  if (state == "rejected" && !spec_.local) send(Rejection{*visit.quote});
  visits_.erase(request);
}

OrderRecord Customers::row_of(RequestId request, const Visit& visit, std::string_view state) {
  OrderRecord row = order_row(scenario_, spec_, request, visit, state);
  row.data_b = world_.data_volume().take(request).value();
  return row;
}

void Customers::receive(const Quote& lot, const Delivery& delivery) {
  Visit& waiting = visits_.at(lot.request);
  waiting.arrivals.add(lot.lot ? lot.lot->units : spec_.order_size, delivery);
  if (waiting.arrivals.units() < spec_.order_size) return;
  const auto over = visits_.extract(lot.request);
  Visit& visit = over.mapped();
  const Quote quote = visit.quote->lots ? *visit.quote : lot;
  const Seconds promised = visit.quote->promised;
  visit.quote->minifactory = quote.minifactory;  // which may have taken it over
  ++tally_.delivered;
  tally_.on_time += world_.now() <= promised;
  tally_.surplus += (visit.value - quote.price) * static_cast<double>(spec_.order_size);
  tally_.bargaining_costs += visit.bargaining_costs;
  tally_.lead_time += world_.now() - visit.requested;
  record_([&] {
    return delivered_row(row_of(quote.request, visit, delivery.picked_up ? "picked_up" : "delivered"), visit.arrivals.all(), world_.now());
  });
  const RevenueBase base = scenario_.market.revenue.base;
  Quote due = quote;
  due.promised = promised;
  if (base == RevenueBase::unit || base == RevenueBase::performance) return pay(due, amount_due_for(due, Seconds(0)));
  const Seconds provided = provision();
  world_.after(provided, [this, due, provided] { pay(due, amount_due_for(due, provided)); });
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
  for (const RequestId request : open) record_(row_of(request, visits_.at(request), "open"));
}

}  // namespace ccm
