#pragma once
/// A minifactory (resource service provider).

#include <functional>
#include <unordered_map>
#include <vector>

#include "models/random.hpp"
#include "sim/floor.hpp"
#include "sim/period_rows.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Each period it forecasts demand, plans routes, machine groups and workers at least cost, and posts prices by customer type; it answers
/// calls for quotes, makes orders first come, first served on its lines, hands them over for delivery, and is paid.
/// Tested by: tests/validation/queue_validation.cpp, tests/protocol/.
class Minifactory : public Listener {
 public:
  /// Takes a finished product to its customer.
  using Carrier = std::function<void(const Quote&, const ProductionStory&)>;

  Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
              AllocationCache& allocations, std::uint64_t replication, std::uint32_t index, Carrier carrier);

  void hear(const Message& message) override;
  /// Period `period` (from 1) begins: forecasts become plans and prices.
  void open_period(std::int64_t period);
  /// Period `period` ends: its rows are written and the forecasts are updated.
  void close_period(std::int64_t period);
  /// One of its machines or worker levels (by index) is down for a while, from now on.
  void fail(Resources::Kind kind, std::size_t index, Seconds duration);

 private:
  struct OpenOrder {
    Quote quote;
    ProductionStory story;
  };
  /// What happened here in the current period.
  struct Tally {
    std::int64_t quotes = 0, refusals = 0, orders = 0, started = 0, produced = 0;
    std::vector<double> demand;  // orders by service
    CostByKind cost;
    Money revenue{0}, commission{0};
    Seconds waiting{0};
  };

  void on(const CallForQuote& call);
  void on(const Order& order);
  void on(const Payout& payout);
  template <class Other>
  requires(!understands<Other, ToMinifactory>) void on(const Other&);

  [[nodiscard]] Expectation expectation() const;
  void start_what_can();
  void finish(RequestId request);
  [[nodiscard]] double drawn_pace();
  void resources_changed();
  void adopt_and_record(std::shared_ptr<const PeriodPlan> plan);
  void learn_shares();
  [[nodiscard]] Money record_flows();
  void record_period(Money loss_cost) const;
  [[nodiscard]] RowContext rows() const { return {record_, scenario_, spec_, factory_, period_}; }
  void send(Message message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Geography& geography_;
  const MinifactorySpec& spec_;
  std::uint32_t index_;
  ActorId own_id_;
  Carrier carrier_;
  FactoryModel factory_;
  AllocationCache& allocations_;
  std::vector<std::size_t> service_of_segment_;  // index into factory_.services; only for segments in reach
  std::vector<std::size_t> type_of_segment_;     // index into ServiceModel::demand
  RandomStream processing_;
  Floor floor_;
  std::vector<double> share_;  // expected of the demand in reach, by service
  std::int64_t period_ = 0, plans_in_period_ = 0;
  std::shared_ptr<const PeriodPlan> plan_;  // as made when the period began, with the prices posted
  std::unordered_map<RequestId, OpenOrder> orders_;
  Tally tally_;
  double waiting_area_before_ = 0, busy_area_before_ = 0;  // of the line, at the start of the period
};

}  // namespace ccm
