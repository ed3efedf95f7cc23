// What does a minifactory quote, make and earn?

#include "sim/actors/minifactory.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace ccm {
namespace {

constexpr double hours_per_day = 24;

/// For each segment in reach, the position of its service, and of its type among the types of that service.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>> price_positions(const Scenario& scenario, const FactoryModel& factory) {
  std::vector<std::size_t> services(scenario.customers.size()), types(scenario.customers.size());
  for (std::size_t s = 0; s < scenario.customers.size(); ++s) {
    const SegmentSpec& segment = scenario.customers[s];
    const auto wanted = [&](const ServiceModel& service) { return scenario.services[service.service].name == segment.service; };
    const auto service = std::ranges::find_if(factory.services, wanted);
    if (service == factory.services.end()) continue;
    services[s] = static_cast<std::size_t>(service - factory.services.begin());
    const auto same = [&](const TypeDemand& demand) {
      return demand.type == segment.type && demand.order_units == static_cast<double>(segment.order_size);
    };
    const auto type = std::ranges::find_if(service->demand, same);
    types[s] = static_cast<std::size_t>(type - service->demand.begin());
  }
  return {services, types};
}

}  // namespace

Minifactory::Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
                         Caches& caches, Cashier& cashier, std::uint64_t replication, std::uint32_t index, Carrier carrier)
    : world_(world),
      record_(record),
      scenario_(scenario),
      geography_(geography),
      spec_(scenario.minifactories[index]),
      index_(index),
      seating_(scenario),
      own_id_(seating_.minifactory(index)),
      carrier_(std::move(carrier)),
      factory_(factory_model(scenario, market, index)),
      selling_(scenario, replication, index, factory_),
      caches_(caches),
      cashier_(cashier),
      processing_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "processing"),
      floor_(factory_, static_cast<std::size_t>(spec_.lines), hours_per_day / in_hours(spec_.working_time)) {
  std::tie(service_of_segment_, type_of_segment_) = price_positions(scenario, factory_);
  factory_.pricing.policies = &caches_.policies;
  for (const ServiceModel& service : factory_.services) share_.push_back(spec_.pricing.learn ? 1 : service.share);
}

void Minifactory::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToMinifactory>) void Minifactory::on(const Other&) {
  throw ModelError("a minifactory got a message that is not for minifactories");
}

Expectation Minifactory::expectation() const { return {share_, period_ == 1 ? factory_.first_forecast : std::nullopt, selling_.rivals()}; }

void Minifactory::open_period(std::int64_t period) {
  period_ = period;
  plans_in_period_ = 0;
  tally_ = {.demand = std::vector<double>(factory_.services.size())};
  selling_.open_period(period);
  PeriodPlan plan = plan_period(factory_, expectation(), caches_.allocations, plan_.get());
  selling_.explore(plan);
  plan_ = std::make_shared<const PeriodPlan>(std::move(plan));
  record_prices(rows(), *plan_);
  if (scenario_.market.bulletin) send(PriceList{index_, std::make_shared<const std::vector<PostedAsk>>(selling_.asks(*plan_))});
  adopt_and_record(plan_);
  if (!floor_.down().empty() && spec_.planning.replan_on_failure) resources_changed();
}

void Minifactory::adopt_and_record(std::shared_ptr<const PeriodPlan> plan) {
  record_plan(rows(), *plan, {++plans_in_period_, world_.now()});
  floor_.adopt(std::move(plan));
}

void Minifactory::fail(Resources::Kind kind, std::size_t index, Seconds duration) {
  floor_.fail(kind, index, world_.now());
  world_.after(duration, [this, kind, index] {
    floor_.repair(kind, index, world_.now());
    resources_changed();
  });
  resources_changed();
}

void Minifactory::resources_changed() {
  if (spec_.planning.replan_on_failure) {
    adopt_and_record(
        floor_.down().empty() ? plan_ : std::make_shared<const PeriodPlan>(replan(factory_, *plan_, floor_.down(), caches_.allocations)));
    floor_.reroute(world_.now());
  }
  start_what_can();
}

void Minifactory::on(const CallForQuote& call) {
  if (call.round == 0) selling_.asked(class_of(call.segment));
  const std::optional<Seconds> promised = promise(call);
  const std::optional<Money> price = promised ? price_for(call) : std::nullopt;
  if (!price) {
    ++tally_.refusals;
    return answer_call(call, Refusal{call.request, index_, call.round});
  }
  ++tally_.quotes;
  answer_call(call, Quote{call.request, call.segment, index_, call.round, *price, *promised});
}

/// When it could deliver; nothing if it cannot make the service, or not by the due time.
std::optional<Seconds> Minifactory::promise(const CallForQuote& call) const {
  const std::size_t service = service_of_segment_[call.segment];
  const ServiceSpec& wanted = scenario_.services[factory_.services[service].service];
  const Recipe* recipe = floor_.next_recipe(service);
  if (!recipe || plan_->services[service].prices.empty()) return std::nullopt;
  const Seconds data_time = world_.idle_time(Seating::cloud_operator(), own_id_, wanted.product_data);
  const Seconds start = floor_.line().earliest_start(world_.now() + data_time);
  const Seconds making = floor_.time_of(*recipe) * static_cast<double>(scenario_.customers[call.segment].order_size);
  const Seconds promised = start + making + geography_.delivery_time(index_, call.segment) + spec_.promise_margin;
  if (wanted.due && promised - world_.now() > *wanted.due) return std::nullopt;
  return promised;
}

/// The price asked of these customers; where buyers name the price, that price, or nothing if it is too low.
std::optional<Money> Minifactory::price_for(const CallForQuote& call) const {
  const CustomerClass customers = class_of(call.segment);
  const Money unit_cost = plan_->services[customers.service].unit_cost;
  if (call.bid) return *call.bid >= selling_.floor(unit_cost) ? call.bid : std::nullopt;
  return selling_.price_in_round(list_price(customers), unit_cost, call.round);
}

Money Minifactory::list_price(CustomerClass of) const {
  const ServicePlan& service = plan_->services[of.service];
  if (!factory_.pricing.strategy->follows_capacity) return service.prices[of.type];
  const ServiceDemand demand{factory_.services[of.service].demand, share_[of.service], {}, remaining(of.service)};
  return factory_.pricing.prices(demand, factory_.cost_to_cover(service.unit_cost))[of.type];
}

/// What the lines can still make in the rest of the period, after the orders they have.
Remaining Minifactory::remaining(std::size_t service) const {
  const Seconds length = scenario_.time.period;
  const Seconds left = length * static_cast<double>(period_) - world_.now();
  const Recipe* recipe = floor_.next_recipe(service);
  if (!recipe || left <= Seconds(0)) return {0, 1};
  const Seconds free = left * static_cast<double>(spec_.lines) - floor_.line().backlog(world_.now());
  return {std::max(0.0, free / floor_.time_of(*recipe)), left / length};
}

void Minifactory::on(const Counteroffer& bid) {
  const ServicePlan& service = plan_->services[service_of_segment_[bid.quote.segment]];
  if (service.prices.empty()) return send_to_segment(bid.quote.segment, Withdrawal{bid.quote.request, bid.tick + 1});
  send_to_segment(bid.quote.segment, selling_.answer(bid, service.unit_cost));
}

void Minifactory::answer_call(const CallForQuote& call, const Message& message) {
  if (scenario_.customers[call.segment].local) return send_to_segment(call.segment, message);
  send(message);
}

void Minifactory::on(const Order& order) {
  const CustomerClass customers = class_of(order.quote.segment);
  const double units = units_of(order.quote);
  floor_.join(order.quote.request, {customers.service, units, drawn_pace()}, world_.now());
  orders_.emplace(order.quote.request, OpenOrder{order.quote, {.joined = world_.now()}});
  ++tally_.orders;
  tally_.demand[customers.service] += units;
  selling_.sold(customers, order.quote.price, units);
  start_what_can();
}

void Minifactory::start_what_can() {
  while (const auto job = floor_.start_next(world_.now())) {
    orders_.at(job->id).story.started = world_.now();
    ++tally_.started;
    tally_.waiting += world_.now() - job->joined;
    world_.after(job->duration, [this, id = job->id] { finish(id); });
  }
}

void Minifactory::finish(RequestId request) {
  OpenOrder order = orders_.at(request);
  orders_.erase(request);
  const CostByKind unit_cost = floor_.finish(request, world_.now()).how().cost;
  const double units = units_of(order.quote);
  order.story.finished = world_.now();
  order.story.unit_cost = unit_cost.total();
  tally_.produced += static_cast<std::int64_t>(units);
  tally_.cost += unit_cost * units;
  carrier_(order.quote, order.story);
  if (scenario_.cloud_operator.contract_net == ContractNet::full && !scenario_.customers[order.quote.segment].local) send(Done{request});
  start_what_can();
}

/// A local customer pays here.
void Minifactory::on(const Payment& payment) { earn(cashier_.settle_order(payment.quote, payment.amount, false)); }

void Minifactory::earn(const Income& income) {
  tally_.income.paid += income.paid;
  tally_.income.commission += income.commission;
  tally_.income.third_party += income.third_party;
}

double Minifactory::drawn_pace() {
  return spec_.processing_times == ProcessingTimes::fixed ? 1 : processing_.exponential(Seconds(1)).value();
}

void Minifactory::close_period(std::int64_t) {
  const LineAreas areas = areas_of(floor_.line(), world_.now());
  tally_.loss_cost = record_flows();
  record_period(rows(), *plan_, tally_, {areas.waiting - areas_before_.waiting, areas.busy - areas_before_.busy});
  areas_before_ = areas;
  if (!spec_.pricing.learn) learn_shares();
  selling_.close_period(*plan_, record_);
}

void Minifactory::learn_shares() {
  for (std::size_t s = 0; s < share_.size(); ++s) {
    const ServicePlan& plan = plan_->services[s];
    const double in_reach = plan.prices.empty() ? 0 : expected_demand({factory_.services[s].demand, 1}, plan.prices);
    if (in_reach > 0) share_[s] = smoothed(share_[s], tally_.demand[s] / in_reach, spec_.forecast.smoothing);
  }
}

/// Returns the cost of the losses of what was made.
Money Minifactory::record_flows() {
  ProductionLedger planned(factory_);
  planned.made_as_planned(plan_);
  ccm::record_flows(rows(), planned.flows(), "plan");
  const Money loss = ccm::record_flows(rows(), floor_.ledger().flows(), "actual");
  floor_.ledger().clear();
  return loss;
}

void Minifactory::send_to_segment(std::uint32_t segment, const Message& message) {
  world_.send(own_id_, seating_.segment(segment), message);
}

void Minifactory::send(const Message& message) { world_.send(own_id_, Seating::cloud_operator(), message); }

}  // namespace ccm
