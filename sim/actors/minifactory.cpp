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
    const auto type = std::ranges::find(service->demand, segment.type, &TypeDemand::type);
    types[s] = static_cast<std::size_t>(type - service->demand.begin());
  }
  return {services, types};
}

}  // namespace

Minifactory::Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
                         AllocationCache& allocations, std::uint64_t replication, std::uint32_t index, Carrier carrier)
    : world_(world),
      record_(record),
      scenario_(scenario),
      geography_(geography),
      spec_(scenario.minifactories[index]),
      index_(index),
      own_id_(Seating(scenario).minifactory(index)),
      carrier_(std::move(carrier)),
      factory_(factory_model(scenario, market, index)),
      allocations_(allocations),
      processing_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "processing"),
      floor_(factory_, static_cast<std::size_t>(spec_.lines), hours_per_day / in_hours(spec_.working_time)) {
  std::tie(service_of_segment_, type_of_segment_) = price_positions(scenario, factory_);
  for (const ServiceModel& service : factory_.services) share_.push_back(service.share);
}

void Minifactory::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToMinifactory>) void Minifactory::on(const Other&) {
  throw ModelError("a minifactory got a message that is not for minifactories");
}

Expectation Minifactory::expectation() const { return {share_, period_ == 1 ? factory_.first_forecast : std::nullopt}; }

void Minifactory::open_period(std::int64_t period) {
  period_ = period;
  plans_in_period_ = 0;
  tally_ = {.demand = std::vector<double>(factory_.services.size())};
  plan_ = std::make_shared<const PeriodPlan>(plan_period(factory_, expectation(), allocations_, plan_.get()));
  record_prices(rows(), *plan_);
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
    adopt_and_record(floor_.down().empty() ? plan_
                                           : std::make_shared<const PeriodPlan>(replan(factory_, *plan_, floor_.down(), allocations_)));
    floor_.reroute(world_.now());
  }
  start_what_can();
}

void Minifactory::on(const CallForQuote& call) {
  const std::size_t service = service_of_segment_[call.segment];
  const ServiceSpec& wanted = scenario_.services[factory_.services[service].service];
  const Recipe* recipe = floor_.next_recipe(service);
  const auto refuse = [&] {
    ++tally_.refusals;
    send(Refusal{call.request, index_});
  };
  if (!recipe || plan_->services[service].prices.empty()) return refuse();
  const Seconds data_time = world_.idle_time(Seating::cloud_operator(), own_id_, wanted.product_data);
  const Seconds start = floor_.line().earliest_start(world_.now() + data_time);
  const Seconds promised = start + floor_.time_of(*recipe) + geography_.delivery_time(index_, call.segment) + spec_.promise_margin;
  if (wanted.due && promised - world_.now() > *wanted.due) return refuse();
  ++tally_.quotes;
  send(Quote{call.request, call.segment, index_, plan_->services[service].prices[type_of_segment_[call.segment]], promised});
}

void Minifactory::on(const Order& order) {
  const std::size_t service = service_of_segment_[order.quote.segment];
  floor_.join(order.quote.request, service, drawn_pace(), world_.now());
  orders_.emplace(order.quote.request, OpenOrder{order.quote, {.joined = world_.now()}});
  ++tally_.orders;
  tally_.demand[service] += 1;
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
  const CostByKind cost = floor_.finish(request, world_.now()).how().cost;
  order.story.finished = world_.now();
  order.story.unit_cost = cost.total();
  ++tally_.produced;
  tally_.cost += cost;
  carrier_(order.quote, order.story);
  start_what_can();
}

void Minifactory::on(const Payout& payout) {
  tally_.revenue += payout.price;
  tally_.commission += payout.commission;
}

double Minifactory::drawn_pace() {
  return spec_.processing_times == ProcessingTimes::fixed ? 1 : processing_.exponential(Seconds(1)).value();
}

void Minifactory::close_period(std::int64_t) {
  record_period(record_flows());
  waiting_area_before_ = floor_.line().waiting_area(world_.now());
  busy_area_before_ = floor_.line().busy_area(world_.now());
  learn_shares();
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

void Minifactory::record_period(Money loss_cost) const {
  const double length = scenario_.time.period.value();
  const Line& line = floor_.line();
  PeriodRecord row{.period = period_, .minifactory = spec_.name};
  for (const ServicePlan& service : plan_->services) row.forecast_units += service.forecast;
  row.planned_cost = plan_->allocation->cost.total().value();
  row.unserved_parts = plan_->unserved_parts();
  row.allocation = name_of(row.unserved_parts > 0 ? AllocationStatus::shortage : plan_->allocation->status);
  row.allocation_gap = plan_->allocation->gap;
  row.rounds = plan_->rounds;
  row.quotes = tally_.quotes;
  row.refusals = tally_.refusals;
  row.orders = tally_.orders;
  row.started = tally_.started;
  row.produced_units = tally_.produced;
  row.energy_kwh = tally_.cost.electricity.value();
  row.material_cost = tally_.cost.material.value();
  row.energy_cost = tally_.cost.energy.value();
  row.labour_cost = tally_.cost.labour.value();
  row.movement_cost = tally_.cost.movement.value();
  row.waste_cost = tally_.cost.waste.value();
  row.loss_cost = loss_cost.value();
  row.revenue = tally_.revenue.value();
  row.commission = tally_.commission.value();
  row.profit = (tally_.revenue - tally_.commission - tally_.cost.total()).value();
  row.utilisation = (line.busy_area(world_.now()) - busy_area_before_) / (length * static_cast<double>(spec_.lines));
  row.queue_mean = (line.waiting_area(world_.now()) - waiting_area_before_) / length;
  if (tally_.started > 0) row.waiting_mean_h = in_hours(tally_.waiting) / static_cast<double>(tally_.started);
  record_(row);
}

void Minifactory::send(Message message) { world_.send(own_id_, Seating::cloud_operator(), std::move(message)); }

}  // namespace ccm
