#pragma once
/// What a minifactory believes of its customers and rivals, and how it talks about its prices.

#include "models/pricing/learning/demand_estimator.hpp"
#include "models/random.hpp"
#include "models/running_mean.hpp"
#include "sim/factory_model.hpp"
#include "sim/messages.hpp"
#include "sim/planning.hpp"
#include "sim/recorder.hpp"

namespace ccm {

/// A position in ServiceModel::demand of a service of the factory.
struct CustomerClass {
  std::size_t service = 0;
  std::size_t type = 0;
};

/// It knows what a resource service provider can know: its own prices and sales, and the bulletin. From these it follows the reference
/// prices of its customers, and, if it learns, estimates their demand.     Tested by: tests/sim/selling_test.cpp.
class Selling {
 public:
  /// The factory's demands are kept up to date with what is believed.
  Selling(const Scenario& scenario, Replication replication, std::uint32_t index, FactoryModel& factory);

  /// Before a period is planned.
  void open_period(std::int64_t period);
  [[nodiscard]] std::vector<RivalPrices> rivals() const;
  /// If it learns, prices are varied a little at random.
  void explore(PeriodPlan& plan);
  /// All prices of a plan for whole services, for the operator to publish.
  [[nodiscard]] std::vector<PostedAsk> asks(const PeriodPlan& plan) const;

  void read(std::shared_ptr<const MarketReport> report) { report_ = std::move(report); }
  void asked(CustomerClass of) { ++class_of(of).requests; }
  void sold(CustomerClass of, Money price, double units);
  /// A period has ended in which the plan's prices were posted; what was sold enters the beliefs.
  void close_period(const PeriodPlan& plan, const Recorder& record);

  /// The lowest price to which it agrees when a unit of the service (one of the factory's) costs so much.
  [[nodiscard]] Money floor(std::size_t service, Money unit_cost) const;
  /// What it quotes in a later round of a call, having asked `list` in the first; `floor` is its lowest price.
  [[nodiscard]] Money price_in_round(Money list, Money floor, std::uint32_t round) const;
  /// What it answers to a bid; `floor` is its lowest price.
  [[nodiscard]] Message answer(const Counteroffer& bid, Money floor) const;

 private:
  /// What it knows of the customers of one type and order size.
  struct Customership {
    TypeDemand prior;  // what it believes before its sales tell
    DemandEstimator estimator;
    MeanPrice paid;
    double units = 0;
    std::int64_t requests = 0;
  };

  [[nodiscard]] Customership& class_of(CustomerClass of) { return customers_[of.service][of.type]; }
  [[nodiscard]] Wanted wanted(std::size_t service, std::size_t type) const;
  void follow(std::size_t service, std::size_t type, std::optional<Money> price);
  [[nodiscard]] std::optional<Money> observed(std::size_t service, std::size_t type) const;
  void learn(std::size_t service, std::size_t type, const PeriodPlan& plan, const Recorder& record);
  [[nodiscard]] Message answer_to_value(const Counteroffer& bid, Money floor) const;

  const Scenario& scenario_;
  const MinifactorySpec& spec_;
  std::uint32_t index_;
  FactoryModel& factory_;
  RandomStream exploration_;
  std::vector<std::vector<Customership>> customers_;  // as FactoryModel::services, ServiceModel::demand
  std::shared_ptr<const MarketReport> report_;
  std::int64_t period_ = 0;
};

}  // namespace ccm
