// What does a minifactory do in a period, and when something of it fails?

#include "sim/actors/minifactory.hpp"

#include <algorithm>

#include "models/error.hpp"
#include "sim/floor/make_floor.hpp"
#include "sim/ledger.hpp"

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
  adopt_and_record(plan_);
  post_prices();
  if (!floor_->down().empty() && spec_.planning.replan_on_failure) resources_changed();
}

void Minifactory::post_prices() {
  if (factory_.pricing.strategy->follows_capacity) plan_ = std::make_shared<const PeriodPlan>(priced_by_capacity(*plan_));
  record_prices(rows(), *plan_);
  if (scenario_.market.bulletin) send(PriceList{index_, std::make_shared<const std::vector<PostedAsk>>(selling_.asks(*plan_))});
}

PeriodPlan Minifactory::priced_by_capacity(PeriodPlan plan) const {
  for (std::size_t s = 0; s < plan.services.size(); ++s)
    for (std::size_t k = 0; k < plan.services[s].prices.size(); ++k) plan.services[s].prices[k] = list_price({s, k});
  return plan;
}

void Minifactory::adopt_and_record(std::shared_ptr<const PeriodPlan> plan) {
  record_plan(rows(), *plan, {++plans_in_period_, world_.now()});
  floor_->adopt(std::move(plan));
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
    const double in_reach = plan.prices.empty() ? 0 : expected_demand({factory_.services[s].demand, 1}, selling_.told(s, plan));
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

void Minifactory::send_to_segment(std::uint32_t segment, Message message) {
  world_.send(own_id_, seating_.segment(segment), std::move(message));
}

void Minifactory::send(Message message) { world_.send(own_id_, Seating::cloud_operator(), std::move(message)); }

}  // namespace ccm
