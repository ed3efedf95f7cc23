// What does a minifactory quote, make and earn?

#include "sim/actors/minifactory.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "sim/floor/make_floor.hpp"
#include "sim/ledger.hpp"
#include "sim/lots.hpp"

namespace ccm {
namespace {

/// Where the factory sells what the segment wants, as a whole or as that stage.
CustomerClass class_in(const FactoryModel& factory, const Scenario& scenario, const SegmentSpec& segment, Stage stage) {
  const auto wanted = [&](const ServiceModel& service) {
    return scenario.services[service.service].name == segment.service && service.stage == stage;
  };
  const auto service = std::ranges::find_if(factory.services, wanted);
  if (service == factory.services.end()) return {};
  const auto same = [&](const TypeDemand& demand) {
    return demand.type == segment.type && demand.order_units == static_cast<double>(segment.order_size);
  };
  const auto type = std::ranges::find_if(service->demand, same);
  return {static_cast<std::size_t>(service - factory.services.begin()), static_cast<std::size_t>(type - service->demand.begin())};
}

std::vector<std::vector<CustomerClass>> customer_classes(const Scenario& scenario, const Market& market, const FactoryModel& factory) {
  std::vector<std::vector<CustomerClass>> classes(scenario.customers.size());
  for (std::size_t s = 0; s < classes.size(); ++s) {
    if (!market.in_stages(s)) classes[s] = {class_in(factory, scenario, scenario.customers[s], {})};
    for (std::size_t stage = 0; stage < market.stages[s].size(); ++stage)
      classes[s].push_back(class_in(factory, scenario, scenario.customers[s], stage));
  }
  return classes;
}

}  // namespace

Minifactory::Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
                         Caches& caches, Cashier& cashier, Replication replication, std::uint32_t index, Carrier& carrier)
    : world_(world),
      record_(record),
      scenario_(scenario),
      spec_(scenario.minifactories[index]),
      index_(index),
      seating_(scenario),
      own_id_(seating_.minifactory(index)),
      carrier_(carrier),
      freight_(expected_freight(scenario, geography, market, index)),
      factory_(factory_model(scenario, market, index, freight_)),
      selling_(scenario, replication, index, factory_),
      caches_(caches),
      cashier_(cashier),
      floor_(make_floor(world, {scenario, spec_, factory_, replication},
                        {[this](RequestId request) { started(request); },
                         [this](RequestId request, const CostByKind& unit_cost) { finished(request, unit_cost); }},
                        record)) {
  classes_ = customer_classes(scenario, market, factory_);
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
  if (!floor_->down().empty() && spec_.planning.replan_on_failure) resources_changed();
}

void Minifactory::adopt_and_record(std::shared_ptr<const PeriodPlan> plan) {
  record_plan(rows(), *plan, {++plans_in_period_, world_.now()});
  floor_->adopt(std::move(plan));
}

void Minifactory::fail(Resources::Kind kind, std::size_t index, Seconds duration) {
  floor_->fail(kind, index);
  world_.after(duration, [this, kind, index] {
    floor_->repair(kind, index);
    resources_changed();
  });
  resources_changed();
  report_delays(kind, index, duration);
}

/// Orders that would be too late are reported, so that the operator finds someone else. How long a repair takes is known when it begins.
void Minifactory::report_delays(Resources::Kind kind, std::size_t index, Seconds duration) {
  if (!scenario_.cloud_operator.reassign_when_late) return;
  for (const auto& [request, order] : orders_) {
    if (order.quote.lot || scenario_.customers[order.quote.segment].local) continue;
    const Seconds repair = floor_->needs(request, kind, index) ? duration : Seconds(0);
    const Seconds expected = carrier_.arrival(index_, order.quote.segment, floor_->expected(request) + repair, Seconds(0));
    if (expected > order.quote.promised + *scenario_.cloud_operator.reassign_when_late) send(Delay{order.quote, expected});
  }
}

void Minifactory::resources_changed() {
  if (spec_.planning.replan_on_failure) {
    adopt_and_record(
        floor_->down().empty() ? plan_ : std::make_shared<const PeriodPlan>(replan(factory_, *plan_, floor_->down(), caches_.allocations)));
    floor_->reroute();
  }
  floor_->go_on();
}

void Minifactory::on(const CallForQuote& call) {
  if (!call.again) selling_.asked(class_of(call));
  const std::optional<Promise> promised = best_promise(call);
  const std::optional<Money> price = promised ? price_for(call) : std::nullopt;
  if (!price) {
    floor_->release(floor_id(call));
    ++tally_.refusals;
    return answer_call(call, Refusal{call.request, index_, call.round});
  }
  ++tally_.quotes;
  Quote quote{call.request, call.segment, index_, call.round, *price, promised->delivery};
  if (reserves()) quote.valid_until = world_.now() + spec_.floor.hold;
  quote.load = in_hours(floor_->load());
  quote.co2 = co2_of_making(call, promised->units);
  if (!goes_on(call)) quote.co2 += freight_[call.segment].co2;
  if (call.lot) quote.lot = Lot{.units = promised->units, .quoted = promised->units, .stage = call.lot->stage};
  answer_call(call, quote);
}

/// What making so many units emits, on the average over the planned recipes.
Kilograms Minifactory::co2_of_making(const CallForQuote& call, std::int64_t units) const {
  KilowattHours energy{0};
  for (const Recipe& recipe : plan_->services[class_of(call).service].recipes) energy += recipe.cost.electricity * recipe.weight;
  return spec_.grid_co2 * (energy * static_cast<double>(units));
}

bool Minifactory::reserves() const { return spec_.floor.kind == FloorKind::machines && spec_.floor.promises == Promises::reserved; }

/// All units called for, or as many as it can make in time if fewer will do.
std::optional<Minifactory::Promise> Minifactory::best_promise(const CallForQuote& call) {
  const std::int64_t wanted = units_of(call);
  if (const auto delivery = promise(call, wanted)) return Promise{wanted, *delivery};
  const std::int64_t units = call.lot && call.lot->or_fewer ? most_units(call) : 0;
  if (units == 0) return std::nullopt;
  return Promise{units, *promise(call, units)};
}

std::int64_t Minifactory::most_units(const CallForQuote& call) {
  std::int64_t can = 0, cannot = units_of(call);
  while (cannot - can > 1) {
    const std::int64_t middle = can + (cannot - can) / 2;
    (promise(call, middle) ? can : cannot) = middle;
  }
  return can;
}

/// When it could deliver so many units; nothing if it cannot make the service, or not by the due time. Where time is reserved, the margin
/// for the talk before the order lies before the production; an estimate leaves it behind.
std::optional<Seconds> Minifactory::promise(const CallForQuote& call, std::int64_t units) {
  const std::size_t service = class_of(call).service;
  if (plan_->services[service].prices.empty()) return std::nullopt;
  const auto& due = scenario_.services[factory_.services[service].service].due;
  const bool is_due = due && !call.ignores_due;
  const Seconds delay = reserves() ? std::max(time_until_all_is_here(call), spec_.promise_margin) : time_until_all_is_here(call);
  const Wish asked{service, static_cast<double>(units), is_due ? world_.now() + *due : Wish{}.due};
  const std::optional<Seconds> ready = floor_->promise(floor_id(call), asked, delay);
  if (!ready) return std::nullopt;
  const Seconds margin = reserves() ? Seconds(0) : spec_.promise_margin;
  const Seconds promised = goes_on(call) ? *ready + margin : carrier_.arrival(index_, call.segment, *ready, margin);
  if (is_due && promised - world_.now() > *due) return std::nullopt;
  return promised;
}

/// Until the product data, and what the stage before makes, could be here.
Seconds Minifactory::time_until_all_is_here(const CallForQuote& call) const {
  const ServiceSpec& service = scenario_.services[factory_.services[class_of(call).service].service];
  const Seconds data_time = world_.idle_time(Seating::cloud_operator(), own_id_, service.product_data);
  if (!call.lot || !call.lot->before) return data_time;
  return std::max(data_time, call.lot->ready + carrier_.transfer_time(*call.lot->before, index_) - world_.now());
}

/// Whether another stage follows.
bool Minifactory::goes_on(const CallForQuote& call) const {
  return call.lot && call.lot->stage && *call.lot->stage + 1 < classes_[call.segment].size();
}

/// The price asked of these customers; where buyers name the price, that price, or nothing if it is too low.
std::optional<Money> Minifactory::price_for(const CallForQuote& call) const {
  const CustomerClass customers = class_of(call);
  const Money lowest = selling_.floor(customers.service, plan_->services[customers.service].unit_cost);
  if (call.bid) return *call.bid >= lowest ? call.bid : std::nullopt;
  return selling_.price_in_round(list_price(customers), lowest, call.betterings);
}

Money Minifactory::list_price(CustomerClass of) const {
  const ServicePlan& service = plan_->services[of.service];
  if (!factory_.pricing.strategy->follows_capacity) return service.prices[of.type];
  const ServiceDemand demand{factory_.services[of.service].demand, share_[of.service], {}, remaining(of.service)};
  return factory_.pricing.prices(demand, factory_.cost_to_cover(of.service, service.unit_cost))[of.type];
}

/// What the floor can still make in the rest of the period, after the orders it has.
Remaining Minifactory::remaining(std::size_t service) const {
  const Seconds length = scenario_.time.period, end = length * static_cast<double>(period_);
  if (!floor_->can_make(service) || end <= world_.now()) return {0, 1};
  return {floor_->can_still_make(service, end), (end - world_.now()) / length};
}

void Minifactory::on(const Counteroffer& bid) {
  const std::size_t wanted = class_of(bid.quote).service;
  const ServicePlan& service = plan_->services[wanted];
  if (service.prices.empty()) return send_to_segment(bid.quote.segment, Withdrawal{bid.quote.request, bid.tick + 1});
  send_to_segment(bid.quote.segment, selling_.answer(bid, selling_.floor(wanted, service.unit_cost)));
}

void Minifactory::answer_call(const CallForQuote& call, const Message& message) {
  if (scenario_.customers[call.segment].local) return send_to_segment(call.segment, message);
  send(message);
}

bool Minifactory::may_be_cancelled(const Quote& quote) const {
  return scenario_.customers[quote.segment].cancels > 0 || scenario_.cloud_operator.reassign_when_late;
}

/// What was spent on the order is written off. A cancellation may overtake the order, whose data take long.
void Minifactory::on(const Cancel& cancel) {
  const RequestId request = cancel.quote.request;
  const bool is_local = scenario_.customers[cancel.quote.segment].local.has_value();
  const auto answer = [&](const Message& message) { is_local ? send_to_segment(cancel.quote.segment, message) : send(message); };
  const bool is_here = orders_.contains(request);
  const std::optional<CostByKind> spent = is_here ? floor_->abandon(request) : CostByKind{};
  if (!spent || made_.contains(request)) return answer(TooLate{request});
  if (!is_here) cancelled_early_.insert(request);
  orders_.erase(request);
  tally_.written_off += spent->total();
  answer(Cancelled{request, cancel.quote.segment});
}

void Minifactory::on(const Order& order) {
  if (cancelled_early_.erase(order.quote.request) > 0) return;
  const CustomerClass customers = class_of(order.quote);
  const auto units = static_cast<double>(units_of(order.quote));
  ++tally_.orders;
  tally_.demand[customers.service] += units;
  selling_.sold(customers, order.quote.price, units);
  if (!order.quote.lot || order.quote.lot->stage.value_or(0) == 0) return begin(order.quote, {});
  gatherings_[floor_id(order.quote)].order = order.quote;
  gather(floor_id(order.quote));
}

void Minifactory::receive(const Quote& from, const ProductionStory& story) {
  const RequestId order = stage_id(from.request, *from.lot->stage + 1);
  gatherings_[order].before = story;
  gather(order);
}

/// Production begins when both the order and what the stage before has made are here.
void Minifactory::gather(RequestId order) {
  const Gathering& gathered = gatherings_.at(order);
  if (!gathered.order || !gathered.before) return;
  begin(*gathered.order, gathered.before);
  gatherings_.erase(order);
}

/// Time that was reserved for more units than are ordered is given back first.
void Minifactory::begin(const Quote& quote, const std::optional<ProductionStory>& before) {
  if (quote.lot && quote.lot->units < quote.lot->quoted) floor_->release(floor_id(quote));
  orders_.emplace(floor_id(quote), OpenOrder{quote, {.joined = world_.now()}, before});
  floor_->join(floor_id(quote), {class_of(quote).service, static_cast<double>(units_of(quote)), quote.promised});
}

void Minifactory::started(RequestId id) {
  ProductionStory& story = orders_.at(id).story;
  story.started = world_.now();
  ++tally_.started;
  tally_.waiting += story.started - story.joined;
}

void Minifactory::finished(RequestId id, const CostByKind& unit_cost) {
  OpenOrder order = orders_.at(id);
  orders_.erase(id);
  if (may_be_cancelled(order.quote)) made_.insert(id);
  const std::int64_t units = units_of(order.quote);
  order.story.finished = world_.now();
  order.story.unit_cost = unit_cost.total();
  order.story.co2 = spec_.grid_co2 * (unit_cost.electricity * static_cast<double>(units));
  tally_.produced += units;
  tally_.cost += unit_cost * static_cast<double>(units);
  if (order.quote.lot) record_(lot_row(scenario_, order.quote, order.story));
  carrier_.take(order.quote, order.before ? continued(*order.before, order.story) : order.story);
  if (scenario_.cloud_operator.contract_net == ContractNet::full && !scenario_.customers[order.quote.segment].local)
    send(Done{order.quote, ready(order.quote)});
}

/// When what is made now will be with the customer, or is there for the next stage.
Seconds Minifactory::ready(const Quote& quote) const {
  const bool goes_on = quote.lot && quote.lot->onward;
  return goes_on ? world_.now() : carrier_.arrival(index_, quote.segment, world_.now(), Seconds(0));
}

/// A local customer pays here.
void Minifactory::on(const Payment& payment) { earn(cashier_.settle_order(payment.quote, payment.amount, false)); }

void Minifactory::earn(const Income& income) {
  tally_.income.paid += income.paid;
  tally_.income.commission += income.commission;
  tally_.income.third_party += income.third_party;
}

void Minifactory::close_period(std::int64_t period) {
  tally_.loss_cost = record_flows();
  record_period(rows(), *plan_, tally_, floor_->close_period(period, record_));
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
  return ccm::record_flows(rows(), floor_->take_flows(), "actual");
}

void Minifactory::send_to_segment(std::uint32_t segment, const Message& message) {
  world_.send(own_id_, seating_.segment(segment), message);
}

void Minifactory::send(const Message& message) { world_.send(own_id_, Seating::cloud_operator(), message); }

}  // namespace ccm
