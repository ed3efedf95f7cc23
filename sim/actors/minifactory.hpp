#pragma once
/// A minifactory (resource service provider).

#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "models/pricing/policy_cache.hpp"
#include "models/random.hpp"
#include "sim/actors/carrier.hpp"
#include "sim/floor/floor.hpp"
#include "sim/freight.hpp"
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
/// calls for quotes and bids, makes orders on its floor, hands them over for delivery, and is paid.
/// Tested by: tests/validation/queue_validation.cpp, tests/protocol/.
class Minifactory : public Listener {
 public:
  Minifactory(World& world, const Recorder& record, const Scenario& scenario, const Geography& geography, const Market& market,
              Caches& caches, Cashier& cashier, Replication replication, std::uint32_t index, Carrier& carrier);

  void hear(const Message& message) override;
  /// Period `period` (from 1) begins: forecasts become plans and prices.
  void open_period(std::int64_t period);
  /// Period `period` ends: its rows are written and the forecasts are updated.
  void close_period(std::int64_t period);
  /// It has paid for a trip.
  void bear(const Freight& freight) { tally_.freight += freight; }
  /// What the stage before has made for one of its orders comes in.
  void receive(const Quote& from, const ProductionStory& story);
  /// One of its machines or worker levels (by index) is down for a while, from now on.
  void fail(Resources::Kind kind, std::size_t index, Seconds duration);

 private:
  struct OpenOrder {
    Quote quote;
    ProductionStory story;
    std::optional<ProductionStory> before{};  // of the stage before
  };
  struct Promise {
    std::int64_t units;
    Seconds delivery;
  };
  /// An order that waits for the stage before, or the other way round.
  struct Gathering {
    std::optional<Quote> order;
    std::optional<ProductionStory> before;
  };
  void on(const CallForQuote& call);
  void on(const NotChosen& no) { floor_->release(stage_id(no.request, no.stage)); }
  void on(const Counteroffer& bid);
  void on(const Order& order);
  void on(const Cancel& cancel);
  void on(const Payment& payment);
  void on(const Payout& payout) { earn(payout.income); }
  void on(const Bulletin& bulletin) { selling_.read(bulletin.report); }
  template <class Other>
  requires(!understands<Other, ToMinifactory>) void on(const Other&);

  [[nodiscard]] Expectation expectation() const;
  /// Of what is called for, quoted or ordered: the whole service, or a stage of it.
  template <class Asked>
  [[nodiscard]] CustomerClass class_of(const Asked& asked) const {
    return classes_[asked.segment][asked.lot && asked.lot->stage ? *asked.lot->stage : 0];
  }
  template <class Asked>
  [[nodiscard]] std::int64_t units_of(const Asked& asked) const {
    return asked.lot ? asked.lot->units : scenario_.customers[asked.segment].order_size;
  }
  [[nodiscard]] std::optional<Seconds> promise(const CallForQuote& call, std::int64_t units);
  [[nodiscard]] std::optional<Promise> best_promise(const CallForQuote& call);
  [[nodiscard]] std::int64_t most_units(const CallForQuote& call);
  [[nodiscard]] Seconds time_until_all_is_here(const CallForQuote& call) const;
  [[nodiscard]] bool goes_on(const CallForQuote& call) const;
  void gather(RequestId order);
  void begin(const Quote& quote, const std::optional<ProductionStory>& before);
  [[nodiscard]] std::optional<Money> price_for(const CallForQuote& call, Money list) const;
  [[nodiscard]] Money list_price(CustomerClass of) const;
  [[nodiscard]] Remaining remaining(std::size_t service) const;
  void answer_call(const CallForQuote& call, Message message);
  void earn(const Income& income);
  [[nodiscard]] bool may_be_cancelled(const Quote& quote) const;
  void report_delays(Resources::Kind kind, std::size_t index, Seconds duration);
  [[nodiscard]] Kilograms co2_of_making(const CallForQuote& call, std::int64_t units) const;
  void started(RequestId id);
  void finished(RequestId id, const CostByKind& unit_cost);
  [[nodiscard]] Seconds ready(const Quote& quote) const;
  [[nodiscard]] bool reserves() const;
  void resources_changed();
  void post_prices();
  /// With what is asked now, since the floor has so much left.
  [[nodiscard]] PeriodPlan priced_by_capacity(PeriodPlan plan) const;
  void adopt_and_record(std::shared_ptr<const PeriodPlan> plan);
  void learn_shares();
  [[nodiscard]] Money record_flows();
  [[nodiscard]] RowContext rows() const { return {record_, scenario_, spec_, factory_, period_}; }
  void send_to_segment(std::uint32_t segment, Message message);
  void send(Message message);

  World& world_;
  const Recorder& record_;
  const Scenario& scenario_;
  const MinifactorySpec& spec_;
  std::uint32_t index_;
  Seating seating_;
  ActorId own_id_;
  Carrier& carrier_;
  std::vector<Freight> freight_;  // expected of an order, by segment
  FactoryModel factory_;
  Selling selling_;
  Caches& caches_;
  Cashier& cashier_;
  std::vector<std::vector<CustomerClass>> classes_;  // of each segment in reach: of the whole service, or of each stage
  std::unique_ptr<Floor> floor_;
  std::vector<double> share_;  // expected of the demand in reach, by service
  std::int64_t period_ = 0, plans_in_period_ = 0;
  std::shared_ptr<const PeriodPlan> plan_;               // as made when the period began, with the prices posted
  std::map<RequestId, OpenOrder> orders_;                // by floor_id
  std::unordered_map<RequestId, Gathering> gatherings_;  // by floor_id
  std::set<RequestId> made_;                             // if orders may be cancelled
  std::set<RequestId> cancelled_early_;                  // before the order came
  PeriodTally tally_;
};

}  // namespace ccm
