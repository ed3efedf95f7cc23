#pragma once
/// A minifactory (resource service provider).

#include <functional>
#include <unordered_map>
#include <vector>

#include "models/pricing/policy_cache.hpp"
#include "models/random.hpp"
#include "sim/cashier.hpp"
#include "sim/floor.hpp"
#include "sim/period_rows.hpp"
#include "sim/selling.hpp"
#include "sim/world.hpp"

namespace ccm {

/// Answers that minifactories with equal questions share.
struct Caches {
  AllocationCache allocations;
  PolicyCache policies;
};

/// Each period it forecasts demand, plans routes, machine groups and workers at least cost, and posts prices by customer type; it answers
/// calls for quotes and bids, makes orders first come, first served on its lines, hands them over for delivery, and is paid.
/// Tested by: tests/validation/queue_validation.cpp, tests/protocol/.
class Minifactory : public Listener {
 public:
  /// Takes a finished product to its customer.
  using Carrier = std::function<void(const Quote&, const ProductionStory&)>;

  Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
              Caches& caches, Cashier& cashier, std::uint64_t replication, std::uint32_t index, Carrier carrier);

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
  void on(const CallForQuote& call);
  void on(const NotChosen&) {}
  void on(const Counteroffer& bid);
  void on(const Order& order);
  void on(const Payment& payment);
  void on(const Payout& payout) { earn(payout.income); }
  void on(const Bulletin& bulletin) { selling_.read(bulletin.report); }
  template <class Other>
  requires(!understands<Other, ToMinifactory>) void on(const Other&);

  [[nodiscard]] Expectation expectation() const;
  void start_what_can();
  [[nodiscard]] CustomerClass class_of(std::uint32_t segment) const { return {service_of_segment_[segment], type_of_segment_[segment]}; }
  [[nodiscard]] double units_of(const Quote& quote) const { return static_cast<double>(scenario_.customers[quote.segment].order_size); }
  [[nodiscard]] std::optional<Seconds> promise(const CallForQuote& call) const;
  [[nodiscard]] std::optional<Money> price_for(const CallForQuote& call) const;
  [[nodiscard]] Money list_price(CustomerClass of) const;
  [[nodiscard]] Remaining remaining(std::size_t service) const;
  void answer_call(const CallForQuote& call, const Message& message);
  void earn(const Income& income);
  void finish(RequestId request);
  [[nodiscard]] double drawn_pace();
  void resources_changed();
  void adopt_and_record(std::shared_ptr<const PeriodPlan> plan);
  void learn_shares();
  [[nodiscard]] Money record_flows();
  [[nodiscard]] RowContext rows() const { return {record_, scenario_, spec_, factory_, period_}; }
  void send_to_segment(std::uint32_t segment, const Message& message);
  void send(const Message& message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const Geography& geography_;
  const MinifactorySpec& spec_;
  std::uint32_t index_;
  Seating seating_;
  ActorId own_id_;
  Carrier carrier_;
  FactoryModel factory_;
  Selling selling_;
  Caches& caches_;
  Cashier& cashier_;
  std::vector<std::size_t> service_of_segment_;  // index into factory_.services; only for segments in reach
  std::vector<std::size_t> type_of_segment_;     // index into ServiceModel::demand, by type and order size
  RandomStream processing_;
  Floor floor_;
  std::vector<double> share_;  // expected of the demand in reach, by service
  std::int64_t period_ = 0, plans_in_period_ = 0;
  std::shared_ptr<const PeriodPlan> plan_;  // as made when the period began, with the prices posted
  std::unordered_map<RequestId, OpenOrder> orders_;
  PeriodTally tally_;
  LineAreas areas_before_;  // at the start of the period
};

}  // namespace ccm
