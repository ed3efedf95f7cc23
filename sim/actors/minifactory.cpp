// What does a minifactory quote, make and earn?

#include "sim/actors/minifactory.hpp"

#include <algorithm>
#include <numeric>

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
                         std::uint64_t replication, std::uint32_t index, Carrier carrier)
    : world_(world),
      record_(record),
      scenario_(scenario),
      geography_(geography),
      spec_(scenario.minifactories[index]),
      index_(index),
      own_id_(Seating(scenario).minifactory(index)),
      carrier_(std::move(carrier)),
      factory_(factory_model(scenario, market, index)),
      processing_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "processing"),
      line_(static_cast<std::size_t>(spec_.lines)) {
  std::tie(service_of_segment_, type_of_segment_) = price_positions(scenario, factory_);
  for (const ServiceModel& service : factory_.services) forecast_.push_back(service.first_forecast);
}

void Minifactory::hear(const Message& message) {
  std::visit([this](const auto& heard) { on(heard); }, message);
}

template <class Other>
requires(!understands<Other, ToMinifactory>) void Minifactory::on(const Other&) {
  throw ModelError("a minifactory got a message that is not for minifactories");
}

void Minifactory::open_period(std::int64_t period) {
  plan_ = plan_period(factory_, forecast_);
  tally_ = {.demand = std::vector<double>(factory_.services.size())};
  record_plan(period);
}

void Minifactory::on(const CallForQuote& call) {
  const std::size_t service = service_of_segment_[call.segment];
  const ServicePlan& plan = plan_.services[service];
  const Seconds data_time =
      world_.idle_time(Seating::cloud_operator(), own_id_, scenario_.services[factory_.services[service].service].product_data);
  const Seconds start = line_.earliest_start(world_.now() + data_time);
  const Seconds promised = start + duration_of(plan) + geography_.delivery_time(index_, call.segment) + spec_.promise_margin;
  const auto& due = scenario_.services[factory_.services[service].service].due;
  if (due && promised - world_.now() > *due) {
    ++tally_.refusals;
    return send(Refusal{call.request, index_});
  }
  ++tally_.quotes;
  send(Quote{call.request, call.segment, index_, plan.prices[type_of_segment_[call.segment]], promised});
}

void Minifactory::on(const Order& order) {
  const std::size_t service = service_of_segment_[order.quote.segment];
  const ServicePlan& plan = plan_.services[service];
  const Job job{.id = order.quote.request, .duration = drawn_duration(plan)};
  orders_.emplace(job.id, OpenOrder{order.quote, {.joined = world_.now(), .unit_cost = plan.unit_cost.total()}, plan.unit_cost});
  ++tally_.orders;
  tally_.demand[service] += 1;
  if (const auto started = line_.join(job, world_.now())) start(*started);
}

void Minifactory::start(const Job& job) {
  orders_.at(job.id).story.started = world_.now();
  ++tally_.started;
  tally_.waiting += world_.now() - job.joined;
  world_.after(job.duration, [this, id = job.id] { finish(id); });
}

void Minifactory::finish(RequestId request) {
  OpenOrder order = orders_.at(request);
  orders_.erase(request);
  order.story.finished = world_.now();
  ++tally_.produced;
  tally_.cost += order.cost;
  carrier_(order.quote, order.story);
  if (const auto next = line_.finish(world_.now())) start(*next);
}

void Minifactory::on(const Payout& payout) {
  tally_.revenue += payout.price;
  tally_.commission += payout.commission;
}

Seconds Minifactory::duration_of(const ServicePlan& service) const { return service.time * (hours_per_day / in_hours(spec_.working_time)); }

Seconds Minifactory::drawn_duration(const ServicePlan& service) {
  const Seconds mean = duration_of(service);
  return spec_.processing_times == ProcessingTimes::fixed ? mean : processing_.exponential(mean);
}

void Minifactory::close_period(std::int64_t period) {
  record_period(period);
  waiting_area_before_ = line_.waiting_area(world_.now());
  busy_area_before_ = line_.busy_area(world_.now());
  for (std::size_t s = 0; s < forecast_.size(); ++s) forecast_[s] = next_forecast(forecast_[s], tally_.demand[s], spec_.forecast.smoothing);
}

void Minifactory::record_plan(std::int64_t period) const {
  for (std::size_t p = 0; p < plan_.parts.size(); ++p) {
    const PartPlan& part = plan_.parts[p];
    PlanRecord row{.period = period, .minifactory = spec_.name, .part = scenario_.parts[factory_.parts[p].part].name};
    row.demand_units = plan_.part_demand[p];
    row.route = static_cast<std::int64_t>(part.route) + 1;
    row.moves = static_cast<std::int64_t>(part.moves);
    row.batch_units = part.batch;
    row.machine_min = in_minutes(part.time);
    row.energy_cost = part.cost.energy.value();
    row.labour_cost = part.cost.labour.value();
    row.movement_cost = part.cost.movement.value();
    record_(row);
  }
  for (std::size_t s = 0; s < plan_.services.size(); ++s)
    for (std::size_t t = 0; t < plan_.services[s].prices.size(); ++t)
      record_(PriceRecord{.period = period,
                          .minifactory = spec_.name,
                          .service = scenario_.services[factory_.services[s].service].name,
                          .customer_type = name_of(factory_.services[s].demand[t].type),
                          .forecast_units = forecast_[s],
                          .unit_cost = plan_.services[s].unit_cost.total().value(),
                          .price = plan_.services[s].prices[t].value()});
}

void Minifactory::record_period(std::int64_t period) const {
  const double length = scenario_.time.period.value();
  PeriodRecord row{.period = period, .minifactory = spec_.name};
  row.forecast_units = std::accumulate(forecast_.begin(), forecast_.end(), 0.0);
  row.quotes = tally_.quotes;
  row.refusals = tally_.refusals;
  row.orders = tally_.orders;
  row.started = tally_.started;
  row.produced_units = tally_.produced;
  row.energy_kwh = tally_.cost.electricity.value();
  row.energy_cost = tally_.cost.energy.value();
  row.labour_cost = tally_.cost.labour.value();
  row.movement_cost = tally_.cost.movement.value();
  row.revenue = tally_.revenue.value();
  row.commission = tally_.commission.value();
  row.profit = (tally_.revenue - tally_.commission - tally_.cost.total()).value();
  row.utilisation = (line_.busy_area(world_.now()) - busy_area_before_) / (length * static_cast<double>(spec_.lines));
  row.queue_mean = (line_.waiting_area(world_.now()) - waiting_area_before_) / length;
  if (tally_.started > 0) row.waiting_mean_h = in_hours(tally_.waiting) / static_cast<double>(tally_.started);
  record_(row);
}

void Minifactory::send(Message message) { world_.send(own_id_, Seating::cloud_operator(), std::move(message)); }

}  // namespace ccm
