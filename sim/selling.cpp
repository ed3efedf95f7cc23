// What does a minifactory know of its market?

#include "sim/selling.hpp"

#include <algorithm>

#include "models/pricing/learning/exploration.hpp"
#include "models/pricing/learning/learned_demand.hpp"

namespace ccm {
namespace {

/// All parameters times a factor.
TypeDemand scaled(TypeDemand demand, double factor) {
  for (double* parameter :
       {&demand.alpha, &demand.beta, &demand.referenced.a, &demand.referenced.b, &demand.referenced.gain, &demand.referenced.loss})
    *parameter *= factor;
  return demand;
}

}  // namespace

Selling::Selling(const Scenario& scenario, Replication replication, std::uint32_t index, FactoryModel& factory)
    : scenario_(scenario),
      spec_(scenario.minifactories[index]),
      index_(index),
      factory_(factory),
      exploration_(static_cast<std::uint64_t>(scenario.seed), replication, spec_.name, "exploration") {
  const auto window = static_cast<std::size_t>(spec_.pricing.learning.window);
  for (ServiceModel& service : factory_.services) {
    auto& types = customers_.emplace_back();
    for (TypeDemand& demand : service.demand) {
      if (spec_.pricing.learn) demand = scaled(demand, service.share * spec_.pricing.learning.first_guess);
      types.push_back({.prior = demand, .estimator = DemandEstimator(window)});
    }
  }
}

Wanted Selling::wanted(std::size_t service, std::size_t type) const {
  return {factory_.services[service].service, factory_.services[service].demand[type].type};
}

void Selling::open_period(std::int64_t period) {
  period_ = period;
  if (spec_.pricing.horizon) factory_.pricing.options.periods_left = std::max<std::int64_t>(1, *spec_.pricing.horizon - period + 1);
  for (std::size_t s = 0; s < customers_.size(); ++s)
    for (std::size_t k = 0; k < customers_[s].size(); ++k)
      if (factory_.services[s].sources[k] == ReferenceSource::rivals && report_) follow(s, k, report_->rivals_mean(wanted(s, k), index_));
}

std::vector<RivalPrices> Selling::rivals() const {
  std::vector<RivalPrices> all;
  for (std::size_t s = 0; s < customers_.size(); ++s) {
    RivalPrices& rivals = all.emplace_back();
    for (std::size_t k = 0; k < customers_[s].size(); ++k) {
      const bool tells = report_ && !factory_.services[s].stage;  // of whole services alone
      rivals.mean.push_back(tells ? report_->rivals_mean(wanted(s, k), index_) : std::nullopt);
      rivals.lowest.push_back(tells ? report_->rivals_lowest(wanted(s, k), index_) : std::nullopt);
    }
  }
  return all;
}

void Selling::explore(PeriodPlan& plan) {
  if (!spec_.pricing.learn) return;
  for (ServicePlan& service : plan.services)
    for (Money& price : service.prices) price = explored_price(price, spec_.pricing.learning.exploration, exploration_);
}

std::vector<PostedAsk> Selling::asks(const PeriodPlan& plan) const {
  std::vector<PostedAsk> asks;
  for (std::size_t s = 0; s < plan.services.size(); ++s)
    for (std::size_t k = 0; k < plan.services[s].prices.size() && !factory_.services[s].stage; ++k)
      asks.push_back({index_, wanted(s, k), plan.services[s].prices[k]});
  return asks;
}

void Selling::sold(CustomerClass of, Money price, double units) {
  Customership& customers = class_of(of);
  customers.paid.add(price, units);
  customers.units += units;
}

void Selling::close_period(const PeriodPlan& plan, const Recorder& record) {
  for (std::size_t s = 0; s < customers_.size(); ++s) {
    if (spec_.pricing.learn && !plan.services[s].prices.empty())
      for (std::size_t k = 0; k < customers_[s].size(); ++k) learn(s, k, plan, record);
    std::vector<std::optional<Money>> seen;
    for (std::size_t k = 0; k < customers_[s].size(); ++k) seen.push_back(observed(s, k));
    for (std::size_t k = 0; k < customers_[s].size(); ++k) follow(s, k, seen[k]);
    for (Customership& customers : customers_[s]) {
      customers.paid = {};
      customers.units = 0;
      customers.requests = 0;
    }
  }
}

/// The price that entered the customers' reference price in this period, as far as a seller can tell.
std::optional<Money> Selling::observed(std::size_t service, std::size_t type) const {
  switch (factory_.services[service].sources[type]) {
    case ReferenceSource::rivals:
      return std::nullopt;
    case ReferenceSource::market:
      return report_ ? report_->mean(wanted(service, type)) : customers_[service][type].paid.mean();
    case ReferenceSource::own_type:
    case ReferenceSource::individual:
      return customers_[service][type].paid.mean();
    case ReferenceSource::rsp:
      break;
  }
  MeanPrice all;
  for (const Customership& customers : customers_[service])
    if (customers.units > 0) all.add(*customers.paid.mean(), customers.units);
  return all.mean();
}

void Selling::follow(std::size_t service, std::size_t type, std::optional<Money> price) {
  TypeDemand& demand = factory_.services[service].demand[type];
  if (factory_.services[service].sources[type] == ReferenceSource::rivals) {
    if (price) demand.remembered = Remembered{*price, *price};
  } else {
    demand.remembered = remember(demand.memory, demand.remembered, price);
  }
}

void Selling::learn(std::size_t service, std::size_t type, const PeriodPlan& plan, const Recorder& record) {
  Customership& customers = customers_[service][type];
  TypeDemand& demand = factory_.services[service].demand[type];
  const auto reference = demand.remembered ? std::optional(demand.remembered->reference) : std::nullopt;
  customers.estimator.observe({plan.services[service].prices[type], reference, customers.units, static_cast<double>(customers.requests)});
  const DemandEstimate estimate = customers.estimator.estimate();
  LearnedDemand learned = learned_demand(estimate, customers.prior, 1);
  learned.demand.remembered = demand.remembered;
  demand = learned.demand;
  EstimateRecord row{.period = period_, .minifactory = spec_.name};
  row.service = scenario_.services[factory_.services[service].service].name;
  row.customer_type = name_of(demand.type);
  row.periods = static_cast<std::int64_t>(estimate.periods);
  row.a = demand.referenced.a;
  row.b = demand.referenced.b;
  row.g = demand.referenced.gain;
  row.identified = name_of(estimate.identified);
  record(row);
}

}  // namespace ccm
