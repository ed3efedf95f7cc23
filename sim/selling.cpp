// What does a minifactory know of its market?

#include "sim/selling.hpp"

#include <algorithm>

#include "models/pricing/learning/exploration.hpp"

namespace ccm {
namespace {

/// What a seller who gets that share of a demand believes before its sales tell.
TypeDemand guessed(TypeDemand demand, double share, const LearningSpec& learning) {
  const double all = share * learning.first_guess, slope = all * learning.slope_guess, effect = all * learning.effect_guess;
  for (double* parameter : {&demand.alpha, &demand.referenced.a}) *parameter *= all;
  for (double* parameter : {&demand.beta, &demand.referenced.b}) *parameter *= slope;
  for (double* parameter : {&demand.referenced.gain, &demand.referenced.loss}) *parameter *= effect;
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
      if (spec_.pricing.learn) demand = guessed(demand, service.share, spec_.pricing.learning);
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
  for (std::size_t s = 0; s < plan.services.size(); ++s)
    for (std::size_t k = 0; k < plan.services[s].prices.size(); ++k) {
      Customership& customers = class_of({s, k});
      customers.variation = explored_price(Money(1), spec_.pricing.learning.exploration, exploration_).value();
      const auto ceiling = customers.estimator.ceiling();
      customers.ceiling = ceiling ? std::max(*ceiling, plan.services[s].unit_cost) : Money(std::numeric_limits<double>::infinity());
      plan.services[s].prices[k] = explored({s, k}, plan.services[s].prices[k]);
    }
}

void Selling::asked(CustomerClass of, std::optional<Money> told) {
  Customership& customers = class_of(of);
  ++(told ? customers.requests : customers.turned_away);
  if (told) customers.told.add(*told);
}

std::vector<Money> Selling::told(std::size_t service, const ServicePlan& posted) const {
  std::vector<Money> prices = posted.prices;
  for (std::size_t k = 0; k < prices.size(); ++k) prices[k] = customers_[service][k].told.mean().value_or(prices[k]);
  return prices;
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
    const std::vector<Money> prices = told(s, plan.services[s]);
    for (std::size_t k = 0; spec_.pricing.learn && k < prices.size(); ++k) learn(s, k, prices[k], record);
    std::vector<std::optional<Money>> seen;
    for (std::size_t k = 0; k < customers_[s].size(); ++k) seen.push_back(observed(s, k));
    for (std::size_t k = 0; k < customers_[s].size(); ++k) follow(s, k, seen[k]);
    for (Customership& customers : customers_[s]) {
      customers.told = customers.paid = {};
      customers.units = 0;
      customers.requests = customers.turned_away = 0;
    }
  }
}

/// The price that entered the customers' reference price in this period, as far as a seller can tell.
std::optional<Money> Selling::observed(std::size_t service, std::size_t type) const {
  switch (factory_.services[service].sources[type]) {
    case ReferenceSource::rivals:
      return std::nullopt;
    case ReferenceSource::market:
      if (report_) return report_->mean_of_service(factory_.services[service].service);
      break;
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

void Selling::learn(std::size_t service, std::size_t type, Money price, const Recorder& record) {
  Customership& customers = customers_[service][type];
  TypeDemand& demand = factory_.services[service].demand[type];
  const auto reference = demand.remembered ? std::optional(demand.remembered->reference) : std::nullopt;
  customers.estimator.observe(
      {price, reference, customers.units, static_cast<double>(customers.requests), static_cast<double>(customers.turned_away)});
  const DemandEstimate estimate = customers.estimator.estimate();
  LearnedDemand learned = learned_demand(estimate, customers.prior, 1);
  learned.demand.remembered = demand.remembered;
  demand = learned.demand;
  record_belief({service, type}, estimate, learned.believed, record);
}

void Selling::record_belief(CustomerClass of, const DemandEstimate& estimate, Believed believed, const Recorder& record) const {
  const TypeDemand& demand = factory_.services[of.service].demand[of.type];
  EstimateRecord row{.period = period_, .minifactory = spec_.name};
  row.service = scenario_.services[factory_.services[of.service].service].name;
  row.customer_type = name_of(demand.type);
  row.order_units = static_cast<std::int64_t>(demand.order_units);
  row.periods = static_cast<std::int64_t>(estimate.periods);
  row.a = demand.referenced.a;
  row.b = demand.referenced.b;
  row.g = demand.referenced.gain;
  if (believed >= Believed::price_slope) row.a_error = estimate.a.standard_error;
  if (believed >= Believed::price_slope) row.b_error = estimate.b.standard_error;
  if (believed == Believed::reference_effect) row.g_error = estimate.g.standard_error;
  row.identified = name_of(estimate.identified);
  row.believed = name_of(believed);
  record(row);
}

}  // namespace ccm
