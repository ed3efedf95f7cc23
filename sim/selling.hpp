#pragma once
/// What a minifactory believes of its customers and rivals, and how it talks about its prices.

#include "models/pricing/learning/demand_estimator.hpp"
#include "models/pricing/learning/learned_demand.hpp"
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
/// prices of its customers, and, if it learns, estimates their demand.     Tested by: tests/sim/selling_test.cpp,
/// tests/sim/selling_learning_test.cpp.
class Selling {
 public:
  /// The factory's demands are kept up to date with what is believed.
  Selling(const Scenario& scenario, Replication replication, std::uint32_t index, FactoryModel& factory);

  /// Before a period is planned.
  void open_period(std::int64_t period);
  [[nodiscard]] std::vector<RivalPrices> rivals() const;
  /// If it learns, prices are varied a little at random, and kept below what has sold nothing (but not below cost): those of the plan, and
  /// all that are worked out later in the period.
  void explore(PeriodPlan& plan);
  [[nodiscard]] Money explored(CustomerClass of, Money price) const {
    const Customership& customers = class_of(of);
    return std::min(price, customers.ceiling) * customers.variation;
  }
  /// All prices of a plan for whole services, for the operator to publish.
  [[nodiscard]] std::vector<PostedAsk> asks(const PeriodPlan& plan) const;

  void read(std::shared_ptr<const MarketReport> report) { report_ = std::move(report); }
  /// A customer asks for the first time, and is told this list price; nothing: it is turned away.
  void asked(CustomerClass of, std::optional<Money> told);
  /// The mean of what the customers of each type were told in this period; the posted price where nobody asked.
  [[nodiscard]] std::vector<Money> told(std::size_t service, const ServicePlan& posted) const;
  void sold(CustomerClass of, Money price, double units);
  /// A period has ended in which the plan's prices were posted; what was sold enters the beliefs.
  void close_period(const PeriodPlan& plan, const Recorder& record);

  /// The lowest price to which it agrees with customers of the segment when a unit of the service (one of the factory's) costs so much: its
  /// cut-off price, and never less than what covers the cost and the margin after the commission. Local customers pay no commission.
  [[nodiscard]] Money floor(std::size_t service, Money unit_cost, std::uint32_t segment) const;
  /// What it quotes in a later round of a call, having asked `list` in the first; `floor` is its lowest price.
  [[nodiscard]] Money price_in_round(Money list, Money floor, std::uint32_t round) const;
  /// What it answers to a bid; `floor` is its lowest price.
  [[nodiscard]] Message answer(const Counteroffer& bid, Money floor) const;

 private:
  /// What it knows of the customers of one type and order size.
  struct Customership {
    TypeDemand prior;  // what it believes before its sales tell
    DemandEstimator estimator;
    double variation = 1;  // of its prices in this period, to learn from
    Money ceiling{std::numeric_limits<double>::infinity()};
    MeanPrice told{}, paid{};
    double units = 0;
    std::int64_t requests = 0, turned_away = 0;
  };

  [[nodiscard]] Customership& class_of(CustomerClass of) { return customers_[of.service][of.type]; }
  [[nodiscard]] const Customership& class_of(CustomerClass of) const { return customers_[of.service][of.type]; }
  [[nodiscard]] Wanted wanted(std::size_t service, std::size_t type) const;
  void follow(std::size_t service, std::size_t type, std::optional<Money> price);
  [[nodiscard]] std::optional<Money> observed(std::size_t service, std::size_t type) const;
  void learn(std::size_t service, std::size_t type, Money price, const Recorder& record);
  void record_belief(CustomerClass of, const DemandEstimate& estimate, Believed believed, const Recorder& record) const;
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
